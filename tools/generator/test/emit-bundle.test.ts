import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { emitClient } from "../src/emit/typescript/client.ts";
import { emitFetchClient } from "../src/emit/typescript/fetch-client.ts";
import { emitFunctions, emitIndex } from "../src/emit/typescript/index.ts";
import { emitMock } from "../src/emit/typescript/mock.ts";
import { emitModels } from "../src/emit/typescript/models.ts";
import { emitOperations } from "../src/emit/typescript/operations.ts";
import type { Api, Operation } from "../src/read/model.ts";
import { formatFiles } from "../src/write/format.ts";
import { apiOf, operationOf, parameterOf, text, workspace } from "./emit-api.ts";

const runtime = resolve(import.meta.dirname, "../../../packages/runtime/src/index.ts");
const folder = mkdtempSync(join(tmpdir(), "keysmith-bundle-"));
afterAll(() => rmSync(folder, { recursive: true }));

const silent = { description: undefined, env: undefined };
const token = apiWith({ ...silent, name: "token", kind: "bearer", bearerFormat: undefined });
const user = apiWith({ ...silent, name: "user", kind: "basic" });

/** What not every application needs, and how to tell it in minified code. */
const extras = {
  "parameter styles": /deepObject/,
  "basic credentials": /Basic /,
  "bodies that are not JSON": /multipart\/form-data/,
  "openapi-fetch": /openapi-fetch/,
  "servers of an operation": /upload\.example/,
};

test.each([
  ["a client and a JSON operation", token, ["createClient", "saveKey"], []],
  ["an operation with a styled parameter", token, ["createClient", "findKeys"], ["parameter styles"]],
  // What a form holds may be an object, too.
  [
    "an operation with a form",
    token,
    ["createClient", "sendKey"],
    ["parameter styles", "bodies that are not JSON"],
  ],
  ["an operation with servers of its own", token, ["createClient", "upload"], ["servers of an operation"]],
  ["a client with a user and password", user, ["createClient", "saveKey"], ["basic credentials"]],
  [
    "a client with methods",
    token,
    ["createSample"],
    ["parameter styles", "bodies that are not JSON", "openapi-fetch", "servers of an operation"],
  ],
])("%s: a bundle carries what is used, and not what else is in the package", async (...row) => {
  const [, api, exports, carried] = row;
  const code = await bundled(api, exports);
  const found = Object.entries(extras).filter(([, mark]) => mark.test(code));
  expect(found.map(([extra]) => extra)).toEqual(carried);
});

test.each(["index.ts", "functions.ts"])("nothing of the mock is reached from %s", async (entry) => {
  const { metafile } = await bundle(token, `export * from "./${entry}";`);
  expect(JSON.stringify(metafile.inputs)).not.toContain("mock");
});

test("but from a module of its own", async () => {
  const { metafile } = await bundle(token, 'export * from "./mock.ts";');
  expect(JSON.stringify(metafile.inputs)).toContain('"@keysmith/mock"');
});

/** One operation of each weight: a bundle of one could carry the others by mistake. */
function apiWith(scheme: Api["schemes"][number]): Api {
  const json = { mediaType: "application/json", kind: "json" as const, type: text, examples: [] };
  const form = { ...json, mediaType: "application/x-www-form-urlencoded", kind: "form" as const };
  const body = { required: true, description: undefined };
  const server = { name: undefined, url: "https://{bucket}.upload.example", description: undefined };
  const bucket = { name: "bucket", default: "all", enum: undefined, description: undefined };
  const filter = parameterOf({ name: "filter", style: "deepObject", type: { kind: "unknown" } });
  return apiOf({
    schemes: [scheme],
    security: [[{ scheme: scheme.name, scopes: [] }]],
    operations: [
      operationOf({ ...named("saveKey"), method: "POST", body: { ...body, contents: [json] } }),
      operationOf({ ...named("findKeys"), parameters: [filter] }),
      operationOf({ ...named("upload"), servers: [{ ...server, variables: [bucket] }] }),
      operationOf({ ...named("sendKey"), method: "POST", body: { ...body, contents: [form] } }),
    ],
  });
}

function named(id: string): Pick<Operation, "id" | "name" | "typeName"> {
  return { id, name: id, typeName: id };
}

/** Minified code of an application, and the paths of the modules in it. */
async function bundled(api: Api, names: readonly string[]): Promise<string> {
  const list = names.join(", ");
  const program = `import { ${list} } from "./index.ts"; console.log(${list});`;
  const { outputFiles, metafile } = await bundle(api, program);
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const paths = inputs.flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []));
  return [...outputFiles.map((file) => file.text), ...paths].join("\n");
}

/** A program beside the modules of a package. */
async function bundle(api: Api, program: string) {
  const files = await formatFiles([
    { path: "client.ts", text: emitClient(api, workspace) },
    { path: "fetch-client.ts", text: emitFetchClient(api, workspace) },
    { path: "functions.ts", text: emitFunctions(api, workspace) },
    { path: "operations.ts", text: emitOperations(api, workspace) },
    { path: "index.ts", text: emitIndex(api, workspace) },
    { path: "models.ts", text: emitModels(api, workspace) },
    { path: "mock.ts", text: emitMock(api, workspace) },
  ]);
  const place = join(folder, api.schemes.map((scheme) => scheme.name).join());
  mkdirSync(place, { recursive: true });
  for (const file of files) writeFileSync(join(place, file.path), file.text);
  return build({
    stdin: { contents: program, resolveDir: place },
    alias: { "@keysmith/runtime": runtime },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    metafile: true,
    external: ["@keysmith/mock"],
    write: false,
  });
}
