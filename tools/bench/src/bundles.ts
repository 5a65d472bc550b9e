import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { findWorkspace } from "@keysmith/generator";
import { build } from "esbuild";

const PACKAGES = resolve(import.meta.dirname, "../../../packages");
const RUNTIME = join(PACKAGES, "runtime/src/index.ts");

/** What a package is bundled from: what is published, or its sources and the runtime's, without a build. */
export type Entry = "dist/index.js" | "src/index.ts";

/** Bytes after minifying and gzip. */
export interface BundleSizes {
  readonly name: string;
  readonly operations: number;
  /** A lean client and one operation as a free function. */
  readonly one: number;
  /** What the first paged operation adds to that: paging itself, once. Absent where nothing is paged. */
  readonly paging: number | undefined;
  /** Each free function beyond those, on average. Absent where there are none. */
  readonly further: number | undefined;
  /** The client with all operations as methods, and with openapi-fetch's. */
  readonly all: number;
}

/** What an application's bundle carries of each provider's package. */
export async function measureBundles(): Promise<BundleSizes[]> {
  return Promise.all(providers().map((name) => measurePackage(name, "dist/index.js")));
}

/** openapi-fetch alone, without any of the runtime's rules: the floor. */
export async function measureFloor(): Promise<number> {
  return bundleSize(
    'import createClient from "openapi-fetch"; console.log(createClient({}));',
    import.meta.dirname,
  );
}

/** Folders of the generated packages. */
export function providers(): string[] {
  return [...(findWorkspace(PACKAGES)?.packages.keys() ?? [])];
}

/**
 * What an application's bundle carries of one package.
 *
 * @param folder - Where it is. Default: in the workspace.
 */
export async function measurePackage(
  name: string,
  entry: Entry,
  folder = join(PACKAGES, name),
): Promise<BundleSizes> {
  const alias = entry === "src/index.ts" ? { "@keysmith/runtime": RUNTIME } : {};
  const sizeOf = (...names: readonly string[]): Promise<number> => {
    const list = names.join(", ");
    return bundleSize(`import { ${list} } from "./${entry}"; console.log(${list});`, folder, alias);
  };
  const { plain, paged } = operationsOf(folder);
  const all = [...plain, ...paged];
  const start = [...plain.slice(0, 1), ...paged.slice(0, 1)];
  const one = await sizeOf("createClient", ...all.slice(0, 1));
  const started = await sizeOf("createClient", ...start);
  const each = await sizeOf("createClient", ...all);
  return {
    name: `@keysmith/${name}`,
    operations: all.length,
    one,
    paging: start.length < 2 ? undefined : started - one,
    further: all.length === start.length ? undefined : (each - started) / (all.length - start.length),
    all: await sizeOf(factoryOf(folder)),
  };
}

/** Names of a package's operations. */
function operationsOf(folder: string): { readonly plain: string[]; readonly paged: string[] } {
  const text = readFileSync(join(folder, "src/operations.ts"), "utf8");
  const madeBy = (maker: string): string[] => {
    const constants = new RegExp(`^export const (\\w+) = /\\* @__PURE__ \\*/ ${maker}<`, "gm");
    return [...text.matchAll(constants)].flatMap(([, name]) => name ?? []);
  };
  return { plain: madeBy("operation"), paged: madeBy("pagedOperation") };
}

function factoryOf(folder: string): string {
  const text = readFileSync(join(folder, "src/fetch-client.ts"), "utf8");
  const factory = /^export function (create\w+)/m.exec(text)?.[1];
  if (factory === undefined) throw new Error(`${folder} exports no factory.`);
  return factory;
}

/** Bytes of a program after bundling, minifying and gzip. */
export async function bundleSize(
  contents: string,
  folder: string,
  alias: Record<string, string> = {},
): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    alias,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
  });
  return outputFiles.reduce((sum, { contents: bytes }) => sum + gzipSync(bytes, { level: 9 }).length, 0);
}
