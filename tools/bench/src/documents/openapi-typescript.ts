import { mkdirSync, writeFileSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** openapi-typescript alone: each document to one file of types, as its own documentation shows it. */
const [, , installed = "", out = "", ...documents] = process.argv;
const { default: openapiTS, astToString } = (await import(
  pathToFileURL(join(installed, "dist/index.mjs")).href
)) as {
  default: (document: URL, options: object) => Promise<unknown>;
  astToString: (types: unknown) => string;
};
mkdirSync(out, { recursive: true });
for (const document of documents) {
  const types = await openapiTS(pathToFileURL(resolve(document)), { silent: true });
  writeFileSync(join(out, `${basename(document, extname(document))}.ts`), astToString(types));
}
