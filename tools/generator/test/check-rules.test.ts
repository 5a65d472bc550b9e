import { describe, expect, test } from "vitest";
import { document, judge, messages } from "./fixtures/check/judge.ts";

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

/** A fine document but for its servers. */
const withServers = (servers: string): Promise<string[]> =>
  messages(document(done).replace(/^servers:.*$/m, servers));

describe("servers and security", () => {
  test.each([
    [
      "servers: [{ url: 'https://{region}.example.com' }]",
      "error #/servers/0/url The server variable `{region}` is not declared. Expected `region` with a `default` under `variables`.",
    ],
    [
      "servers: [{ url: 'https://{region}.example.com', variables: { regoin: { default: eu } } }]",
      "error #/servers/0/url The server variable `{region}` is not declared. Expected `region` with a `default` under `variables`. Did you mean `regoin`?",
    ],
    [
      "servers: [{ url: 'https://{region}.example.com', variables: { region: {} } }]",
      "error #/servers/0/variables/region `default` is missing in the Server Variable Object. Expected a string; found nothing.",
    ],
    [
      "servers: [{ url: 'https://{region}.example.com', variables: { region: { default: ap, enum: [eu, us] } } }]",
      'error #/servers/0/variables/region/default `default` must be one of the values in `enum`, `eu` or `us`; found "ap".',
    ],
    [
      "servers: [{ url: 'https://example.com', variables: { region: { default: eu } } }]",
      "warning #/servers/0/variables/region The server variable `region` stands nowhere in `https://example.com`. Remove it, or use it.",
    ],
    [
      "servers: [{ url: /api/v3 }]",
      "warning #/servers/0/url `/api/v3` is relative, so a client has no address to call until its option `baseUrl` is set. Write the whole address.",
    ],
    [
      "servers: [{ url: http://example.com }]",
      "warning #/servers/0/url `http://example.com` is not encrypted, and clients refuse to send credentials there. Use `https`.",
    ],
    [
      "security: []",
      "warning # `servers` is missing, so a client has no address to call until its option `baseUrl` is set. Add the server's address.",
    ],
  ])("%s", async (servers, expected) => {
    expect(await withServers(servers)).toEqual([expected]);
  });

  test("a server on this machine needs no encryption", async () => {
    expect(await withServers("servers: [{ url: http://localhost:8080 }]")).toEqual([]);
  });

  test("requirements name schemes and scopes that exist", async () => {
    const rest = `security: [{ bearer: [] }]
components:
  securitySchemes:
    bearerAuth: { type: http, scheme: bearer }
    oauth: { type: oauth2, flows: { password: { tokenUrl: /token, scopes: { "keys:read": Read } } } }
    x-key: { type: apiKey, in: header, name: X-Key }
`;
    expect(
      await messages(
        document(`security: [{}, { x-key: [], oauth: ["keys:raed"] }, { none: [] }]\n${done}`, rest),
      ),
    ).toEqual([
      "error #/paths/~1keys~1{id}/get/security/2/none The security scheme `none` is not declared. Expected it under `components/securitySchemes`; declared are `bearerAuth`, `oauth` and `x-key`.",
      "error #/security/0/bearer The security scheme `bearer` is not declared. Expected it under `components/securitySchemes`; declared are `bearerAuth`, `oauth` and `x-key`.",
    ]);
  });

  test("an unknown scope is a warning, mutual TLS too", async () => {
    const rest = `components:
  securitySchemes:
    oauth: { type: oauth2, flows: { password: { tokenUrl: /token, scopes: { "keys:read": Read } } } }
    tls: { type: mutualTLS }
`;
    expect(await messages(document(`security: [{ oauth: ["keys:raed"] }]\n${done}`, rest))).toEqual([
      "warning #/paths/~1keys~1{id}/get/security/0/oauth/0 The scope `keys:raed` is not declared by `oauth`. Did you mean `keys:read`?",
      "warning #/components/securitySchemes/tls A client cannot set up mutual TLS itself. Pass a `fetch` that presents the certificate.",
    ]);
  });
});

/** A document whose answer refers to a schema. */
const refer = (
  schema: string,
  components = "schemas: { Key: {} }, responses: { Ok: { description: Fine } }",
): Promise<string[]> =>
  messages(
    document(
      `responses: { "200": { description: Fine, content: { application/json: { schema: { $ref: "${schema}" } } } } }`,
      `components: { ${components} }\nx-parts: { Key: { type: strng } }\n`,
    ),
  );
const at = "error #/paths/~1keys~1{id}/get/responses/200/content/application~1json/schema/$ref";

describe("references", () => {
  test.each([
    [
      "#/components/responses/Ok",
      "`#/components/responses/Ok` leads to a response: expected a schema, as under `#/components/schemas`.",
    ],
    [
      "#/components/schemas",
      "`#/components/schemas` leads to a collection: expected a schema, as under `#/components/schemas`. Name one of its entries.",
    ],
    ["#/info/title", '`#/info/title` leads to "Keys": expected a schema, as under `#/components/schemas`.'],
    ["#", "`#` leads to the document itself: expected a schema, as under `#/components/schemas`."],
    [
      "#Key",
      "`#Key` is not a JSON pointer: expected `#/` and the keys that lead to the target, such as `#/components/schemas/Key`. Anchors are not supported.",
    ],
    [
      "#/definitions/Key",
      "`#/definitions/Key` leads nowhere: the document has no `definitions`. Did you mean `#/components/schemas/Key`?",
    ],
    [
      "#/component/schemas/Key",
      "`#/component/schemas/Key` leads nowhere: the document has no `component`. Did you mean `#/components/schemas/Key`?",
    ],
  ])("%s", async (reference, expected) => {
    expect(await refer(reference)).toEqual([`${at} ${expected}`]);
  });

  test("escapes of URIs and of JSON pointers are understood", async () => {
    expect(await refer("#/paths/~1keys~1%7Bid%7D/parameters/0/schema")).toEqual([]);
  });

  test("what is referred to in an extension is judged there", async () => {
    expect(await refer("#/x-parts/Key")).toEqual([
      expect.stringContaining("error #/x-parts/Key/type `type` must be"),
    ]);
  });

  test("circles of references", async () => {
    expect(
      await refer(
        "#/components/schemas/A",
        'schemas: { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } }',
      ),
    ).toEqual([
      "error #/components/schemas/A This schema contains itself with no property or list item in between (A → B → A), so no value fits. Break the circle.",
    ]);
    expect(
      await messages(
        document(
          'responses: { "200": { $ref: "#/components/responses/A" } }',
          'components: { responses: { A: { $ref: "#/components/responses/A" } } }\n',
        ),
      ),
    ).toEqual([
      "error #/components/responses/A/$ref This reference leads back to itself (A → A), so it stands for nothing. Break the circle.",
    ]);
  });

  test("a schema may contain itself in properties and items, not in allOf", async () => {
    expect(
      await refer(
        "#/components/schemas/Key",
        'schemas: { Key: { properties: { a: { $ref: "#/components/schemas/Key" } }, items: { $ref: "#/components/schemas/Key" } } }',
      ),
    ).toEqual([]);
    expect(
      await refer(
        "#/components/schemas/Key",
        'schemas: { Key: { allOf: [{ type: object }, { $ref: "#/components/schemas/Key" }] } }',
      ),
    ).toEqual([
      "error #/components/schemas/Key This schema contains itself with no property or list item in between (Key → Key), so no value fits. Break the circle.",
    ]);
  });

  test("a base that lists its heirs, who name it in turn, is warned of", async () => {
    const heirs =
      'schemas: { Pet: { oneOf: [{ $ref: "#/components/schemas/Dog" }] }, Dog: { allOf: [{ $ref: "#/components/schemas/Pet" }] } }';
    expect(await refer("#/components/schemas/Pet", heirs)).toEqual([
      expect.stringMatching(
        /^warning #\/components\/schemas\/(Pet|Dog)\S* A base lists its heirs while they name it in `allOf`/,
      ),
    ]);
  });

  test("a chain of ten thousand references ends the check, not the process", async () => {
    const links = Array.from(
      { length: 10_000 },
      (_, index) => `K${index}: { $ref: "#/components/schemas/K${index + 1}" }`,
    );
    expect(await refer("#/components/schemas/K0", `schemas: { ${links.join(", ")}, K10000: {} }`)).toEqual(
      [],
    );
  });
});

test("a tag declared twice, with the line of the first", async () => {
  expect(await judge(document(done, "tags:\n  - { name: keys }\n  - { name: keys }\n"))).toEqual([
    "error 11:5 #/tags/1 The tag `keys` is declared on line 10 already. Remove one.",
  ]);
});
