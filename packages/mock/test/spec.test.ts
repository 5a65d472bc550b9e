import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { shareSchemas } from "../src/document/share.ts";
import { operationsOf } from "../src/engine/prism.ts";
import { SpecError, startMock } from "../src/index.ts";
import { JSON_TYPE, keysDocument, TOKEN } from "./document.ts";

type Doc = ReturnType<typeof keysDocument>;

/** The document with one more schema, which `createKey` refers to. */
function withName(schema: object, change: (document: Doc) => void = () => undefined): Doc {
  const document: Doc = JSON.parse(
    JSON.stringify(keysDocument()).replace('{"type":"string","maxLength":8}', JSON.stringify(schema)),
  );
  change(document);
  return document;
}

async function problemsOf(document: object): Promise<readonly string[]> {
  const error: unknown = await startMock({ spec: document }).then(
    (mock) => mock.close(),
    (reason: unknown) => reason,
  );
  return error instanceof SpecError
    ? error.problems.map(({ pointer, message }) => `${pointer}  ${message}`)
    : [`no SpecError but ${String(error)}`];
}

const NAME = "#/components/schemas/Key/properties/name";

test.each([
  ["a pattern that is no regular expression", { type: "string", pattern: "[" }, /Invalid regular expression/],
  ["an unknown type", { type: "strin" }, /type/],
  ["a bound that is no number", { type: "integer", minimum: "1" }, /minimum must be number/],
])("%s is an error at its own place, though reached through references", async (_, schema, message) => {
  const problems = await problemsOf(withName(schema));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(message);
  expect(problems[0]).toContain(`${NAME}  the schema cannot be compiled`);
});

test("a reference that leads nowhere is an error at its own place", async () => {
  const document = withName({ $ref: "#/components/schemas/Name" });
  expect(await problemsOf(document)).toEqual([`${NAME}  "#/components/schemas/Name" leads nowhere`]);
  const encoded = withName({ $ref: "#/components/schemas/100%" });
  expect(await problemsOf(encoded)).toEqual([`${NAME}  "#/components/schemas/100%" leads nowhere`]);
});

test("an alias without an anchor is an error with the name of the file", async () => {
  const file = join(await mkdtemp(join(tmpdir(), "mock-")), "keys.yaml");
  await writeFile(file, "openapi: 3.1.0\ninfo: *nothing\n");
  await expect(startMock({ spec: file })).rejects.toThrow(
    /keys\.yaml {2}is not valid YAML or JSON: Unresolved alias .*nothing$/,
  );
});

test("every fault of a schema is told, not the first", async () => {
  const properties = { one: { type: "strin" }, two: { items: { minimum: "1" } }, three: { type: "string" } };
  expect(await problemsOf(withName({ type: "object", properties }))).toEqual([
    expect.stringContaining(`${NAME}/properties/one  the schema cannot be compiled`),
    expect.stringContaining(`${NAME}/properties/two/items  the schema cannot be compiled`),
  ]);
});

test("the schema of a parameter is compiled too", async () => {
  const document = keysDocument();
  const parameters = [{ name: "id", in: "path", required: true, schema: { type: "string", pattern: "(" } }];
  Object.assign(document.paths["/keys/{id}"] ?? {}, {
    get: { parameters, responses: { 204: { description: "None." } } },
  });
  expect((await problemsOf(document))[0]).toContain("#/paths/~1keys~1{id}/get/parameters/0/schema");
});

test("recursive schemas are fine", async () => {
  const mock = await startMock({
    spec: withName({ anyOf: [{ $ref: "#/components/schemas/Key" }, { type: "string" }] }),
  });
  const body = '{"id":1,"name":{"id":"x"}}';
  expect(
    (await fetch(`${mock.url}/keys/`, { method: "POST", headers: { ...TOKEN, ...JSON_TYPE }, body })).status,
  ).toBe(422);
  await mock.close();
});

test("a schema with an $id is judged in the second mock as in the first", async () => {
  for (const spec of [
    withName({ $id: "urn:name", type: "string" }),
    withName({ $id: "urn:name", type: "string" }),
  ]) {
    const mock = await startMock({ spec });
    const body = '{"id":1,"name":2}';
    expect(
      (await fetch(`${mock.url}/keys/`, { method: "POST", headers: { ...TOKEN, ...JSON_TYPE }, body }))
        .status,
    ).toBe(422);
    await mock.close();
  }
});

test("a missing dialect is taken for draft 2020-12, another one is refused", async () => {
  const mock = await startMock({
    spec: withName({ type: "string" }, (document) => delete document["jsonSchemaDialect"]),
  });
  const body = '{"id":1,"more":true}';
  expect(
    (await fetch(`${mock.url}/keys/`, { method: "POST", headers: { ...TOKEN, ...JSON_TYPE }, body })).status,
  ).toBe(422);
  await mock.close();
  const other = withName({ type: "string" }, (document) =>
    Object.assign(document, { jsonSchemaDialect: "https://example.com/mine" }),
  );
  expect((await problemsOf(other))[0]).toContain("#/jsonSchemaDialect");
});

test("a reference out of the document is refused: a mock reads one file and no network", async () => {
  expect(await problemsOf(withName({ $ref: "https://example.com/name.json" }))).toEqual([
    `${NAME}  "https://example.com/name.json" leaves the document: bundle it into one file first`,
  ]);
});

test("a header example that cannot be sent is refused", async () => {
  const document = JSON.parse(JSON.stringify(keysDocument()).replace('["read","write"]', '["漢"]'));
  expect((await problemsOf(document))[0]).toContain("#/paths/~1keys~1/get/responses/200/headers/X-Scopes");
});

test("3.0 documents are served, with nullable and boolean exclusive bounds", async () => {
  const spec = withName({ type: "string", nullable: true }, (document) => {
    Object.assign(document, { openapi: "3.0.3" });
    delete document["jsonSchemaDialect"];
  });
  const mock = await startMock({ spec });
  const post = (body: string): Promise<Response> =>
    fetch(`${mock.url}/keys/`, { method: "POST", headers: { ...TOKEN, ...JSON_TYPE }, body });
  expect((await post('{"id":1,"name":null}')).status).toBe(201);
  expect((await post('{"id":null}')).status).toBe(422);
  await mock.close();
});

test("in 3.0, nullable means nothing without a type, and keeps no schema from being compiled", async () => {
  const spec = withName({ nullable: true, anyOf: [{ type: "string" }] }, (document) => {
    Object.assign(document, { openapi: "3.0.3" });
    delete document["jsonSchemaDialect"];
  });
  await using mock = await startMock({ spec });
  const body = '{"id":1,"name":1}';
  const answer = await fetch(`${mock.url}/keys/`, {
    method: "POST",
    headers: { ...TOKEN, ...JSON_TYPE },
    body,
  });
  expect(answer.status).toBe(422);
});

test("equal schemas are one, within a document and between documents: each is compiled once", async () => {
  const [first, second] = await Promise.all([keysDocument(), keysDocument()].map(operationsOf));
  shareSchemas(first ?? []);
  shareSchemas(second ?? []);
  const created = [first, second].map((operations) => operations?.find(({ iid }) => iid === "createKey"));
  const schemas = created.flatMap((operation) => [
    operation?.request?.body?.contents?.[0]?.schema,
    operation?.responses[0]?.contents?.[0]?.schema,
  ]);
  expect(schemas[0]).toMatchObject({ type: "object" });
  expect(new Set(schemas).size).toBe(1);
});

test("a fault in a file is shown at its line and column", async () => {
  const file = join(await mkdtemp(join(tmpdir(), "mock-")), "keys.yaml");
  const document = stringify(withName({ type: "string", pattern: "(" }), { aliasDuplicateObjects: false });
  await writeFile(file, document);
  const line = document.split("\n").findIndex((text) => text.trim() === "pattern: (") + 1;
  // The schema begins at its first keyword, the line before.
  await expect(startMock({ spec: file })).rejects.toThrow(
    `keys.yaml:${line - 1}:11  ${NAME}  the schema cannot be compiled`,
  );
});

test("the document it is given stays as it is", async () => {
  const document = keysDocument();
  await (await startMock({ spec: document })).close();
  expect(document).toEqual(keysDocument());
});
