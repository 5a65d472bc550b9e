import type { GeneratedFile, Target } from "../target.ts";
import { jsonFile } from "./json.ts";

/** `tsconfig.json` for the editor and `typecheck`, `tsconfig.build.json` for `build`; standalone packages need but one. */
export function emitTsconfigs(target: Target): readonly GeneratedFile[] {
  if (target.kind === "standalone") return [jsonFile("tsconfig.json", standalone)];
  return [
    jsonFile("tsconfig.json", { extends: "@keysmith/config/tsconfig.client.json" }),
    jsonFile("tsconfig.build.json", { extends: "@keysmith/config/tsconfig.client-build.json" }),
  ];
}

/** All it takes to compile the package where nothing of the monorepo is at hand. */
const standalone = {
  $schema: "https://json.schemastore.org/tsconfig",
  compilerOptions: {
    target: "ES2022",
    lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
    module: "NodeNext",
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    isolatedModules: true,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
    skipLibCheck: true,
    rootDir: "src",
    outDir: "dist",
    declaration: true,
    declarationMap: true,
    sourceMap: true,
  },
  include: ["src"],
};
