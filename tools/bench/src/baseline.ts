import { globSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

/** openapi-typescript alone: every document of a folder to one file of types, as its own documentation shows it. */
const [, , specs = "", out = ""] = process.argv;
mkdirSync(out, { recursive: true });
for (const file of globSync("*.yaml", { cwd: specs })) {
  const types = await openapiTS(pathToFileURL(resolve(specs, file)), { silent: true });
  writeFileSync(join(out, `${basename(file, ".yaml")}.ts`), astToString(types));
}
