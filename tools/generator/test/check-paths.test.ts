import { describe, expect, test } from "vitest";
import { document, messages } from "./fixtures/check/judge.ts";

const done = 'responses: { "204": { description: Done } }';

const head =
  "openapi: 3.1.0\ninfo: { title: Keys, version: 1.0.0 }\nservers: [{ url: https://api.example.com }]\n";

const get = `{ get: { ${done} } }`;

/** A document with these entries under `paths`. */
const paths = (...entries: string[]): Promise<string[]> =>
  messages(`${head}paths:\n${entries.map((entry) => `  ${entry}\n`).join("")}`);

const parameter = "parameters: [{ name: id, in: path, required: true, schema: {} }]";

const item = (name: string, method: string): string =>
  `"/keys/{${name}}": { ${method}: { parameters: [{ name: ${name}, in: path, required: true, schema: {} }], ${done} } }`;

describe("paths", () => {
  test.each([
    [
      '"/keys/{id": ' + get,
      "error #/paths/~1keys~1{id A brace in this path has no partner. Write placeholders as `{name}`.",
    ],
    [
      '"/keys/{}": ' + get,
      "error #/paths/~1keys~1{} A placeholder in this path has no name. Write `{name}`.",
    ],
    [
      '"/keys?all=1": ' + get,
      "warning #/paths/~1keys?all=1 A path ends where `?` begins. What follows is sent with every call; declare parameters with `in: query` for what callers may choose.",
    ],
    ['"/keys#all": ' + get, "warning #/paths/~1keys#all `#all` is never sent: calls go to `/keys`."],
    [
      `"/keys": {}`,
      "warning #/paths No path has an operation, such as `get`: the package has types, and a client without operations.",
    ],
  ])("%s", async (entry, expected) => {
    expect(await paths(entry)).toEqual([expected]);
  });

  test("a placeholder that stands in a path twice has one value, and is no problem", async () => {
    expect(await paths(`"/keys/{id}/{id}": { get: { ${parameter}, ${done} } }`)).toEqual([]);
  });

  test("what a path sends already is no parameter besides", async () => {
    const query = "parameters: [{ name: all, in: query, schema: {} }, { name: al, in: query, schema: {} }]";
    expect(await paths(`"/keys?x=1&all=1": { get: { ${query}, ${done} } }`)).toEqual([
      "error #/paths/~1keys?x=1&all=1/get/parameters/0 The path sends `all` already, so it would be sent twice. Remove it from the path.",
    ]);
  });

  test.each(["get", "delete"])(
    "two paths that only differ in names of placeholders, both with get or %s",
    async (method) => {
      expect(await paths(item("id", "get"), item("key", method))).toEqual([
        "warning #/paths/~1keys~1{key} `/keys/{key}` is the same path as `/keys/{id}` on line 5: names of placeholders do not tell paths apart. Merge the two.",
      ]);
    },
  );

  test("what cannot be read says nothing about what is missing", async () => {
    const found = await messages(
      `${head}paths:\n  /keys/{id}: { get: { parameters: [{ $ref: "#/components/parameters/Id" }], ${done} } }\n`,
    );
    expect(found).toEqual([
      expect.stringContaining("parameters/0/$ref `#/components/parameters/Id` leads nowhere"),
    ]);
  });

  test("a path item behind a reference is judged like any other", async () => {
    const text = `${head}paths: { "/keys/{id}": { $ref: "#/components/pathItems/Key" } }\ncomponents: { pathItems: { Key: ${get} } }\n`;
    expect(await messages(text)).toEqual([
      expect.stringContaining("error #/paths/~1keys~1{id} The placeholder `{id}` is not declared."),
    ]);
  });
});

describe("operations", () => {
  test.each([
    [
      "operationId: ''\n" + done,
      "warning #/paths/~1keys~1{id}/get/operationId `operationId` is empty, so a name is made from method and path. Write one, such as `listKeys`.",
    ],
    [
      'responses: { "404": { description: None } }',
      'warning #/paths/~1keys~1{id}/get/responses No answer of success is described, so the result has no known type. Add one, such as `"200"`.',
    ],
    [
      `requestBody: { required: true, content: { application/json: {} } }\n${done}`,
      "warning #/paths/~1keys~1{id}/get/requestBody `fetch` sends no body with GET, so the operation takes none. Use query parameters or another method.",
    ],
    [
      `${done}\nservers: [{ url: http://other.example }]`,
      "warning #/paths/~1keys~1{id}/get/servers/0/url `http://other.example` is not encrypted, which clients refuse, so the operation has no address to call until the client's option `baseUrl` is set. Use `https`.",
    ],
    [
      "description: No answer",
      'warning #/paths/~1keys~1{id}/get `responses` is missing, so the result has no known type. Add one, such as `"200"`.',
    ],
    [
      'responses: { "200": { description: Fine, content: { application/xml: { schema: { type: object } } } } }',
      "warning #/paths/~1keys~1{id}/get/responses/200/content/application~1xml `application/xml` travels as text, nothing writes or reads it by a schema: the type is `string`. Convert it yourself, or offer JSON.",
    ],
  ])("%s", async (operation, expected) => {
    expect(await messages(document(operation))).toEqual([expected]);
  });

  test("bodies are judged as they are typed, by status and beside what", async () => {
    const xml = "application/xml: { schema: { type: object } }";
    const file = "image/png: { schema: { type: object } }";
    const json = "application/json: { schema: { type: object } }";
    const responses = `responses: { "200": { description: Fine, content: { ${json}, ${xml}, ${file} } }, "302": { description: Elsewhere, content: { ${file} } } }`;
    const shared = `components: { responses: { default: { description: Fine, content: { ${file} } } } }`;
    expect((await messages(document(responses, shared))).map((message) => message.split(":")[0])).toEqual([
      "warning #/paths/~1keys~1{id}/get/responses/200/content/image~1png `image/png` travels as bytes",
      "warning #/paths/~1keys~1{id}/get/responses/302/content/image~1png `image/png` travels as text, nothing writes or reads it by a schema",
      "warning #/components/responses/default/content/image~1png `image/png` travels as bytes",
    ]);
  });

  test("TRACE", async () => {
    expect(await messages(`${head}paths: { /keys: { trace: { ${done} } } }\n`)).toEqual([
      "warning #/paths/~1keys/trace `fetch` forbids TRACE on every platform: the client has no such operation.",
    ]);
  });

  test("in 3.0 every operation has responses", async () => {
    expect(await messages(document("description: No answer", "", "3.0.3"))).toEqual([
      'error #/paths/~1keys~1{id}/get `responses` is missing. Expected at least one status with its answer, such as `"200"`.',
    ]);
  });

  test("XML beside JSON, and operations without a tag or with an undeclared one, are fine", async () => {
    const operation =
      'tags: [keys]\nresponses: { "200": { description: Fine, content: { application/xml: {}, application/json: {} } } }';
    expect(await messages(document(operation))).toEqual([]);
  });
});

describe("parameters", () => {
  const at = "#/paths/~1keys~1{id}/get/parameters";

  test.each([
    [
      "{ name: a, in: body, schema: {} }",
      `error ${at}/0/in \`in\` must be \`path\`, \`query\`, \`header\` or \`cookie\`; found "body". Use \`requestBody\`.`,
    ],
    [
      "{ name: a, in: qurey, schema: {} }",
      `error ${at}/0/in \`in\` must be \`path\`, \`query\`, \`header\` or \`cookie\`; found "qurey". Did you mean \`query\`?`,
    ],
    [
      "{ name: id, in: path, schema: {} }",
      `error ${at}/0 A path parameter must have \`required: true\`, since a path without it is another path; found nothing.`,
    ],
    [
      "{ name: id, in: path, required: false, schema: {} }",
      `error ${at}/0/required A path parameter must have \`required: true\`, since a path without it is another path; found false.`,
    ],
    [
      "{ name: a, in: query, style: simple, schema: {} }",
      `error ${at}/0/style \`style\` of a parameter in query must be \`form\`, \`spaceDelimited\`, \`pipeDelimited\` or \`deepObject\`; found "simple".`,
    ],
    [
      "{ name: a, in: header, style: form, schema: {} }",
      `error ${at}/0/style \`style\` of a parameter in header must be \`simple\`; found "form".`,
    ],
    [
      "{ name: a, in: cookie, style: simple, schema: {} }",
      `error ${at}/0/style \`style\` of a parameter in cookie must be \`form\`; found "simple".`,
    ],
    [
      "{ name: a, in: query, schema: {} }, { name: a, in: query, schema: {} }",
      `error ${at}/1 The query parameter \`a\` stands in this list already, on line 8. Remove one.`,
    ],
    [
      "{ name: X-A, in: header, schema: {} }, { name: x-a, in: header, schema: {} }",
      `error ${at}/1 The header parameter \`x-a\` stands in this list already, on line 8. Remove one.`,
    ],
    [
      "{ name: a, in: query, content: { application/xml: { schema: { type: object } } } }",
      `warning ${at}/0/content/application~1xml A parameter is written as JSON or text, not as \`application/xml\`: its type is \`string\`. Write the value yourself, or use \`application/json\`.`,
    ],
    [
      "{ name: Accept, in: header, schema: {} }",
      `warning ${at}/0 OpenAPI ignores a header parameter called \`Accept\`: media types and security schemes set that header. Remove it.`,
    ],
    [
      "{ name: Content-Length, in: header, required: true, schema: { type: integer } }",
      `warning ${at}/0 \`fetch\` sets the header \`Content-Length\` itself, and lets nobody else. Remove it.`,
    ],
    [
      "{ name: key, in: path, required: true, schema: {} }",
      `error ${at}/0 \`/keys/{id}\` has no placeholder \`{key}\` for this path parameter. Add it to the path, or remove the parameter.`,
    ],
  ])("%s", async (list, expected) => {
    expect(await messages(document(`parameters: [${list}]\n${done}`))).toEqual([expected]);
  });

  test("the same name in two locations, and a parameter that overrides the path's, are fine", async () => {
    const list =
      "[{ name: id, in: query, schema: {} }, { name: id, in: path, required: true, schema: { type: integer } }]";
    expect(await messages(document(`parameters: ${list}\n${done}`))).toEqual([]);
  });
});
