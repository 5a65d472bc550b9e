import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const PACKAGES = resolve(import.meta.dirname, "../../../packages");

/** Bytes after minifying and gzip. */
export interface BundleSizes {
  readonly name: string;
  readonly operations: number;
  /** A lean client and one operation as a free function. */
  readonly one: number;
  /** The client with all operations as methods, and with openapi-fetch's. */
  readonly all: number;
  /** Each free function beyond the first, on average. */
  readonly further: number;
}

/** What an application's bundle carries of each provider's package. */
export async function measureBundles(): Promise<BundleSizes[]> {
  return Promise.all(providers().map(measurePackage));
}

/** openapi-fetch alone, without any of the runtime's rules: the floor. */
export async function measureFloor(): Promise<number> {
  return bundleSize(
    'import createClient from "openapi-fetch"; console.log(createClient({}));',
    import.meta.dirname,
  );
}

function providers(): string[] {
  return readdirSync(PACKAGES).filter((name) => {
    const manifest = JSON.parse(readFileSync(join(PACKAGES, name, "package.json"), "utf8")) as object;
    return "keysmith" in manifest;
  });
}

async function measurePackage(name: string): Promise<BundleSizes> {
  const folder = join(PACKAGES, name);
  const operations = exportedConstants(join(folder, "src/operations.ts"));
  const factory = `create${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const entry = "./dist/index.js";
  const lean = (names: readonly string[]): Promise<number> => {
    const list = ["createClient", ...names].join(", ");
    return bundleSize(`import { ${list} } from "${entry}"; console.log(${list});`, folder);
  };
  const one = await lean(operations.slice(0, 1));
  const each = await lean(operations);
  const all = await bundleSize(`import { ${factory} } from "${entry}"; console.log(${factory});`, folder);
  return {
    name: `@keysmith/${name}`,
    operations: operations.length,
    one,
    all,
    further: (each - one) / Math.max(1, operations.length - 1),
  };
}

function exportedConstants(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(/^export const (\w+) = /gm)].flatMap(
    ([, name]) => name ?? [],
  );
}

async function bundleSize(contents: string, folder: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
  });
  return outputFiles.reduce((sum, { contents: bytes }) => sum + gzipSync(bytes, { level: 9 }).length, 0);
}
