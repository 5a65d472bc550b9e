import { parse } from "node:path";
import { emitWhole } from "./emit-whole.ts";
import type { GeneratedFile, Target } from "../src/emit/target.ts";
import { load } from "../src/load/index.ts";
import { read } from "../src/read/index.ts";
import { formatFiles } from "../src/write/format.ts";

/** A package as it would be written, in memory. */
export interface Package {
  readonly name: string;
  /** Name of the client's interface. */
  readonly client: string;
  readonly files: readonly GeneratedFile[];
  /** The Markdown among the files, by path. */
  readonly pages: ReadonlyMap<string, string>;
}

export async function packageOf(document: URL, kind: Target["kind"] = "workspace"): Promise<Package> {
  const { name } = parse(document.pathname);
  const source = await load(document.pathname);
  const api = read(source, name);
  const target: Target = {
    packageName: `@keysmith/${name}`,
    kind,
    version: "1.0.0",
    runtime: "workspace:^",
    mock: "workspace:^",
  };
  const files = await formatFiles(emitWhole(source, api, target));
  const pages = new Map(
    files.filter(({ path }) => path.endsWith(".md")).map(({ path, text }) => [path, text]),
  );
  return { name, client: api.typeName, files, pages };
}

/** One of everything a page can show. */
export const vault = new URL("golden-docs/vault.yaml", import.meta.url);
/** Text that tries to break out of wherever it is put. */
export const hostile = new URL("golden-docs/hostile.yaml", import.meta.url);
/** Documents as other people write them, one of OpenAPI 3.0 and one of 3.1. */
export const others: readonly URL[] = ["petstore.json", "museum.yaml"].map(
  (file) => new URL(`fixtures/standalone/${file}`, import.meta.url),
);
