import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** `@hey-api/openapi-ts` with what it does by default: types, and a function per operation. */
const [, , installed = "", out = "", document = ""] = process.argv;
const { createClient } = (await import(pathToFileURL(join(installed, "dist/index.mjs")).href)) as {
  createClient: (config: object) => Promise<unknown>;
};
await createClient({ input: document, output: { path: out, clean: true }, logs: { level: "silent" } });
