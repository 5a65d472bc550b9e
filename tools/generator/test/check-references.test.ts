import { describe, expect, test } from "vitest";
import { document, judge, messages } from "./fixtures/check/judge.ts";

const done = 'responses: { "204": { description: Done } }';

/** A fine document but for its servers. */
const withServers = (servers: string): Promise<string[]> =>
  messages(document(done).replace(/^servers:.*$/m, servers));

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
      "servers: [{ url: '{base}/v3', variables: { base: { default: 'https://example.com' } } }]",
      "warning #/servers/0/url `{base}/v3` is relative, so a client has no address to call until its option `baseUrl` is set. Write the whole address.",
    ],
    [
      "servers: [{ url: http://example.com }]",
      "warning #/servers/0/url `http://example.com` is not encrypted, which clients refuse, so a client has no address to call until its option `baseUrl` is set. Use `https`.",
    ],
    [
      "security: []",
      "warning # `servers` is missing, so a client has no address to call until its option `baseUrl` is set. Add the server's address.",
    ],
  ])("%s", async (servers, expected) => {
    expect(await withServers(servers)).toEqual([expected]);
  });

  test.each([
    "servers: [{ url: http://example.com }, { url: https://example.com }]",
    "servers: [{ url: //example.com/ }]",
    "servers: [{ url: '{scheme}://example.com', variables: { scheme: { default: https } } }]",
  ])("%s has an address to call", async (servers) => {
    expect(await withServers(servers)).toEqual([]);
  });

  test("in 3.0 a variable may start at a value that is not listed", async () => {
    const servers =
      "servers: [{ url: 'https://{region}.example.com', variables: { region: { default: ap, enum: [eu, us] } } }]";
    const text = document(done, "", "3.0.3").replace(/^servers:.*$/m, servers);
    expect(await messages(text)).toEqual([
      expect.stringMatching(/^warning #\/servers\/0\/variables\/region\/default/),
    ]);
  });

  test("a server on this machine needs no encryption", async () => {
    expect(await withServers("servers: [{ url: http://localhost:8080 }]")).toEqual([]);
  });

  test("a path is passed over where a whole address follows", async () => {
    expect(await withServers("servers: [{ url: /v3 }, { url: https://example.com/v3 }]")).toEqual([]);
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
      "`#Key` is neither a JSON pointer nor the `$anchor` of a schema in the main file: names are followed within that file only. Expected `#/` and the keys that lead to the target, such as `#/components/schemas/Key`.",
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

  test("a chain of ten thousand references ends the check, not the process: the rest is not looked at", async () => {
    const links = Array.from(
      { length: 10_000 },
      (_, index) => `K${index}: { $ref: "#/components/schemas/K${index + 1}" }`,
    );
    expect(await refer("#/components/schemas/K0", `schemas: { ${links.join(", ")}, K10000: {} }`)).toEqual([
      expect.stringContaining("lead through more than 200 schemas to a value"),
    ]);
  });
});

test("a tag declared twice, with the line of the first", async () => {
  expect(await judge(document(done, "tags:\n  - { name: keys }\n  - { name: keys }\n"))).toEqual([
    "error 11:5 #/tags/1 The tag `keys` is declared on line 10 already. Remove one.",
  ]);
});
