import type { Api } from "../../read/model.ts";
import { apiTitle } from "../typescript/shape.ts";
import type { Target } from "../target.ts";
import { jsonText } from "./json.ts";

type StringMap = Readonly<Record<string, string>>;

/**
 * `package.json`, keys in the order npm people write them.
 *
 * The marker `keysmith` says where the document is; by it the generator recognises what it may rewrite. What the
 * monorepo lists its packages by is there as well, so that nobody needs to read all documents for a list.
 */
export function emitPackageJson(api: Api, target: Target): string {
  const workspace = target.kind === "workspace";
  return jsonText({
    name: target.packageName,
    version: target.version,
    description: `Typed client for ${apiTitle(api)}, generated from its OpenAPI document.`,
    keywords: [...new Set([api.name, "api-client", "openapi", "openapi-fetch", "sdk", "typescript"])],
    // A package outside the monorepo is its owner's, to license and to publish as they like.
    ...(workspace && {
      license: "MIT",
      repository: {
        type: "git",
        url: "git+https://github.com/keysmith/keysmith.git",
        directory: `packages/${api.name}`,
      },
    }),
    // README and LICENSE are packed by themselves, a changelog is not.
    files: ["dist", "src", "docs", "openapi.yaml", ...(workspace ? ["CHANGELOG.md"] : [])],
    type: "module",
    sideEffects: false,
    exports: {
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./functions": { types: "./dist/functions.d.ts", default: "./dist/functions.js" },
      // Apart from the rest: whoever does not test needs no mock.
      "./mock": { types: "./dist/mock.d.ts", default: "./dist/mock.js" },
      "./openapi.yaml": "./openapi.yaml",
      "./package.json": "./package.json",
    },
    ...(workspace && { publishConfig: { access: "public" } }),
    scripts: workspace ? workspaceScripts(api) : { build: "tsc" },
    dependencies: { "@keysmith/runtime": target.runtime },
    devDependencies: workspace ? workspaceTools : { "@keysmith/mock": target.mock, typescript: "^7.0.2" },
    // A mock beyond this range has changesets release the package with a patch, and write nothing else into this file.
    peerDependencies: { "@keysmith/mock": target.mock },
    peerDependenciesMeta: { "@keysmith/mock": { optional: true } },
    engines: { node: ">=20.19" },
    keysmith: workspace
      ? { spec: `specs/${api.name}.yaml`, title: oneLine(api.title), operations: api.operations.length }
      : { spec: "openapi.yaml" },
  });
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

function workspaceScripts(api: Api): StringMap {
  const generate = `node ../../tools/generator/src/main.ts ${api.name}`;
  return {
    build: "tsc --project tsconfig.build.json",
    "check:generated": `${generate} --check`,
    generate,
    lint: "oxlint --config ../../tools/config/oxlint.json . && oxfmt --config ../../tools/config/oxfmt.json --check . '!**/CHANGELOG.md'",
    test: "vitest run --config ../../tools/config/vitest.config.ts",
    typecheck: "tsc --noEmit",
  };
}

const workspaceTools: StringMap = {
  "@keysmith/config": "workspace:*",
  "@keysmith/contract": "workspace:*",
  "@keysmith/generator": "workspace:*",
  "@keysmith/mock": "workspace:*",
  "@types/node": "catalog:",
  typescript: "catalog:",
  vitest: "catalog:",
};
