import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

/** openapi-typescript alone: a document to one file of types, as its own documentation shows it. */
const [, , document = "", out = ""] = process.argv;
mkdirSync(out, { recursive: true });
const types = await openapiTS(pathToFileURL(resolve(document)), { silent: true });
writeFileSync(join(out, "schema.ts"), astToString(types));
