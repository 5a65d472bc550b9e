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
      "error #/paths/~1keys?all=1 A path ends where `?` or `#` begins. Declare what follows as parameters with `in: query`.",
    ],
    [
      `"/keys/{id}/{id}": { get: { ${parameter}, ${done} } }`,
      "error #/paths/~1keys~1{id}~1{id} The placeholder `{id}` stands in this path twice, but it has one value. Rename one of them.",
    ],
    [`"/keys": {}`, "error #/paths No path has an operation. Expected at least one, such as `get`."],
  ])("%s", async (entry, expected) => {
    expect(await paths(entry)).toEqual([expected]);
  });

  const item = (name: string, method: string): string =>
    `"/keys/{${name}}": { ${method}: { parameters: [{ name: ${name}, in: path, required: true, schema: {} }], ${done} } }`;

  test("two paths that only differ in names of placeholders: no request can tell them apart", async () => {
    expect(await paths(item("id", "get"), item("key", "get"))).toEqual([
      "error #/paths/~1keys~1{key} `/keys/{key}` is the same path as `/keys/{id}` on line 5: names of placeholders do not tell paths apart. Both have `get`: merge the two.",
    ]);
  });

  test("where the method tells them apart it is a warning", async () => {
    expect(await paths(item("id", "get"), item("key", "delete"))).toEqual([
      "warning #/paths/~1keys~1{key} `/keys/{key}` is the same path as `/keys/{id}` on line 5: names of placeholders do not tell paths apart. Move its operations there.",
    ]);
  });

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
      "error #/paths/~1keys~1{id}/get/operationId `operationId` is empty. Expected a name such as `listKeys`; without the key, one is made from method and path.",
    ],
    [
      'responses: { "404": { description: None } }',
      'warning #/paths/~1keys~1{id}/get/responses No answer of success is described, so the result has no known type. Add one, such as `"200"`.',
    ],
    [
      `requestBody: { required: true, content: { application/json: {} } }\n${done}`,
      "error #/paths/~1keys~1{id}/get/requestBody `fetch` sends no body with GET. Use query parameters or another method.",
    ],
    [
      `requestBody: { content: { application/json: {} } }\n${done}`,
      "warning #/paths/~1keys~1{id}/get/requestBody `fetch` sends no body with GET. The optional body cannot be used.",
    ],
    [
      `${done}\nservers: [{ url: https://other.example }]`,
      "warning #/paths/~1keys~1{id}/get/servers `servers` of an operation are not supported: the call goes to the server of the document. Set `baseUrl` for calls that need another one.",
    ],
    [
      `${done}\ncallbacks: { paid: { "{$request.body#/url}": ${get.replace("get", "post")} } }`,
      "warning #/paths/~1keys~1{id}/get/callbacks Callbacks are calls to you, not from you: nothing is generated for them.",
    ],
    [
      'responses: { "200": { description: Fine, content: { application/xml: { schema: { type: object } } } } }',
      "warning #/paths/~1keys~1{id}/get/responses/200/content/application~1xml `application/xml` travels as text: nothing writes or reads XML by a schema. Convert it yourself, or offer JSON.",
    ],
  ])("%s", async (operation, expected) => {
    expect(await messages(document(operation))).toEqual([expected]);
  });

  test("TRACE", async () => {
    expect(await messages(`${head}paths: { /keys: { trace: { ${done} } } }\n`)).toEqual([
      "error #/paths/~1keys/trace TRACE is not supported: `fetch` forbids it on every platform. Remove the operation.",
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
      "{ name: a, in: query, content: { application/xml: {} } }",
      `error ${at}/0/content/application~1xml A parameter with \`content\` is written as JSON only; found \`application/xml\`. Use \`schema\` with a style, or \`application/json\`.`,
    ],
    [
      "{ name: Accept, in: header, schema: {} }",
      `warning ${at}/0 OpenAPI ignores a header parameter called \`Accept\`: media types and security schemes set that header. Remove it.`,
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
