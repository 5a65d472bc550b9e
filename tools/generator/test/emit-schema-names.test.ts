import { expect, test, vi } from "vitest";
import { schemaOf } from "./emit-whole.ts";
import { emitModels } from "../src/emit/typescript/models.ts";
import { read } from "../src/read/index.ts";
import { workspace } from "./emit-api.ts";
import { compile } from "./emit-compile.ts";
import { source } from "./fixtures/read/documents.ts";

// The compiler takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** Names in every place where openapi-typescript makes a piece of a URI or a member of an object of them. */
const names = [
  "100%",
  "a%2Fb",
  "%zz",
  "#/a",
  "#",
  "a#",
  "a#/b#/c",
  "a?b=c&d#e;f:g@h",
  "%23",
  "~0#~1%7E",
  "a/b",
  "~1",
  "constructor",
  "toString",
  "__proto__",
  "",
  "a b",
  'q"',
  "$ref",
  "<0>",
];

test.each(names)("%j may stand wherever a document has names", (name) => {
  const key = JSON.stringify(name);
  const object = `{ type: object, required: [${key}], properties: { ${key}: { type: object, properties: { ${key}: { type: object, properties: { deep: { type: string } } } } } } }`;
  const pointer = `#/components/schemas/N${encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
  const reference = JSON.stringify(pointer);
  const content = `content: { ${JSON.stringify(`text/x; a=${name}`)}: { schema: ${object} } }`;
  const spec = source(`
paths:
  ${JSON.stringify(`/a/${name}`)}:
    post:
      operationId: ${JSON.stringify(`get${name}`)}
      parameters: [{ name: ${JSON.stringify(name || "x")}, in: query, schema: ${object} }]
      requestBody: { ${content} }
      responses:
        "200": { description: Fine., headers: { ${key}: { schema: ${object} } }, ${content} }
  /other:
    get: { operationId: ${JSON.stringify(`get${name.replaceAll("#", "/")}/.`)}, responses: {} }
    put: { operationId: ${JSON.stringify(`get${name}#.`)}, responses: {} }
components: { schemas: { S: ${object}, ${JSON.stringify(`N${name}`)}: ${object}, R: { $ref: ${reference} } } }`);
  const text = schemaOf(spec.document);
  const use = [
    'import type { components, operations, paths } from "./schema.ts";',
    'import type { S } from "./models.ts";',
    `export const value: S[${key}] = { ${name === "__proto__" ? '["__proto__"]' : key}: { deep: "x" } };`,
    `export const same: components["schemas"]["S"][${key}] = value;`,
    `export const referred: components["schemas"]["R"][${key}] = value;`,
    `export const call = (one: paths[${JSON.stringify(`/a/${name}`)}]["post"]["requestBody"]): unknown => one;`,
    `export type Put = operations[${JSON.stringify(`get${name}#.`)}];`,
    "export type All = operations[keyof operations];",
    `export const wrong: paths[${JSON.stringify(`/a/${name}`)}]["post"] extends All ? true : false = true;`,
  ];
  expect(
    compile([
      { path: "schema.ts", text },
      { path: "models.ts", text: emitModels(read(spec, "sample"), workspace) },
      { path: "use.ts", text: `${use.join("\n")}\n` },
    ]),
  ).toEqual([]);
});

test("a parameter without a name is none", () => {
  const spec = source(
    "paths: { /a: { post: { parameters: [{ name: '', in: query, schema: { type: string } }, { name: b, in: query }], responses: {} } } }",
  );
  expect(schemaOf(spec.document)).toMatch(/query\?: \{\s*b\?: string;\s*\}/);
});

test("references in place of anything lead to it", () => {
  const schema = "{ type: object, required: [a], properties: { a: { type: string } } }";
  const spec = source(`
paths:
  /a:
    post:
      operationId: getA
      parameters: [{ $ref: "#/components/parameters/P" }, { $ref: "#/paths/~1b/post/parameters/0" }]
      requestBody: { $ref: "#/paths/~1b/post/requestBody" }
      responses: { "200": { $ref: "#/components/responses/Alias" }, "400": { $ref: "#/paths/~1b/post/responses/200" } }
      callbacks: { done: { $ref: "#/components/callbacks/Done" } }
  /b:
    post:
      parameters: [{ name: q, in: query, required: true, schema: ${schema} }]
      requestBody: { required: true, content: { application/json: { schema: ${schema} } } }
      responses: { "200": { description: B., headers: { X-A: { $ref: "#/components/headers/A" } }, links: { next: { $ref: "#/components/links/L" } }, content: { application/json: { schema: ${schema}, examples: { one: { $ref: "#/components/examples/E" } } } } } }
  /c: { $ref: "#/components/pathItems/C" }
  /d: { $ref: "#/paths/~1b" }
components:
  parameters: { P: { $ref: "#/components/parameters/Q" }, Q: { name: p, in: query, schema: { type: integer } } }
  responses: { Alias: { $ref: "#/components/responses/R" }, R: { description: R., content: { application/json: { schema: ${schema} } } } }
  headers: { A: { $ref: "#/components/headers/B" }, B: { schema: { type: integer } } }
  links: { L: { operationId: getA } }
  examples: { E: { value: { a: x } } }
  callbacks: { Done: { "{$request.body#/url}": { $ref: "#/paths/~1a" } } }
  pathItems: { C: { post: { responses: { "200": { $ref: "#/components/responses/R" } } } } }`);
  const use = `
import type { paths } from "./schema.ts";
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Json<T> = T extends { content: { "application/json": infer Body } } ? Body : never;
type A = paths["/a"]["post"];
type B = paths["/b"]["post"];
type Value = { a: string };
export const body: Same<Json<A["requestBody"]>, Value> = true;
export const alias: Same<Json<A["responses"][200]>, Value> = true;
export const answer: Same<Json<A["responses"][400]>, Value> = true;
export const item: Same<Json<paths["/c"]["post"]["responses"][200]>, Value> = true;
export const other: Same<Json<paths["/d"]["post"]["requestBody"]>, Value> = true;
export const given: Same<NonNullable<A["parameters"]["query"]>["q"], Value> = true;
export const named: Same<NonNullable<A["parameters"]["query"]>["p"], number | undefined> = true;
export const header: Same<B["responses"][200]["headers"]["X-A"], number | undefined> = true;
`;
  expect(
    compile([
      { path: "schema.ts", text: schemaOf(spec.document) },
      { path: "use.ts", text: use },
    ]),
  ).toEqual([]);
});
