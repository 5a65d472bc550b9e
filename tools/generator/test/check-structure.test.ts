import { describe, expect, test } from "vitest";
import { document, messages } from "./fixtures/check/judge.ts";

const done = 'responses: { "204": { description: Done } }';

describe.each(["3.0.3", "3.1.0"])("OpenAPI %s: its official schema, in sentences", (version) => {
  const judge = (operation: string, rest = ""): Promise<string[]> =>
    messages(document(operation, rest, version));

  test.each([
    ["a fine document", done, []],
    [
      "an unknown property, with the known one that was meant",
      `${done}\noperationID: listKeys\nfoo: 1`,
      [
        "error #/paths/~1keys~1{id}/get/operationID `operationID` is unknown in the Operation Object. Did you mean `operationId`?",
        "error #/paths/~1keys~1{id}/get/foo `foo` is unknown in the Operation Object. Expected `tags`, `summary`, `description`, `externalDocs`, `operationId`, `parameters`, `requestBody`, `responses`, `callbacks`, `deprecated`, `security` or `servers`, or an extension that begins with `x-`.",
      ],
    ],
    [
      "wrong types, with the usual reason",
      `${done}\nsummary: 1\ndescription:\ndeprecated: "true"\ntags: keys`,
      [
        "error #/paths/~1keys~1{id}/get/summary `summary` must be a string; found 1. Put it in quotes.",
        "error #/paths/~1keys~1{id}/get/description `description` must be a string; found null. A key without a value is null in YAML: give it one, or remove it.",
        'error #/paths/~1keys~1{id}/get/deprecated `deprecated` must be a boolean; found "true". Write `true` or `false` without quotes.',
        'error #/paths/~1keys~1{id}/get/tags `tags` must be a list; found "keys".',
      ],
    ],
    [
      "entries of a list",
      `${done}\ntags: [keys, 1]`,
      [
        "error #/paths/~1keys~1{id}/get/tags/1 Entry 1 of `tags` must be a string; found 1. Put it in quotes.",
      ],
    ],
    [
      "a missing property",
      'responses: { "200": { content: {} } }',
      [
        "error #/paths/~1keys~1{id}/get/responses/200 `description` is missing in the Response Object. Expected a string; found `content`.",
      ],
    ],
    [
      "a misspelt one is told once",
      'responses: { "200": { desciption: Fine } }',
      [
        "error #/paths/~1keys~1{id}/get/responses/200/desciption `desciption` is unknown in the Response Object. Did you mean `description`?",
      ],
    ],
    [
      "a status that is none",
      'responses: { "200": { description: Fine }, ok: { description: Fine } }',
      [
        "error #/paths/~1keys~1{id}/get/responses/ok `ok` is no status. Expected 100 to 599, a range such as `4XX`, or `default`.",
      ],
    ],
    [
      "a parameter with two descriptions of its value, or none",
      `parameters:\n  - { name: a, in: query }\n  - { name: b, in: query, schema: {}, content: { application/json: {} } }\n${done}`,
      [
        "error #/paths/~1keys~1{id}/get/parameters/0 Expected either `schema` or `content`; found neither.",
        "error #/paths/~1keys~1{id}/get/parameters/1 Expected either `schema` or `content`; found both.",
      ],
    ],
    [
      "example and examples",
      `parameters: [{ name: a, in: query, schema: {}, example: 1, examples: {} }]\n${done}`,
      [
        "error #/paths/~1keys~1{id}/get/parameters/0 `example` and `examples` exclude each other. Keep one of them.",
      ],
    ],
    [
      "something deep inside, told once and there",
      'responses: { "200": { description: Fine, headers: { A: { schema: {}, description: 1 } } } }',
      [
        "error #/paths/~1keys~1{id}/get/responses/200/headers/A/description `description` must be a string; found 1. Put it in quotes.",
      ],
    ],
    [
      "YAML 1.1's merge key",
      `${done}\n<<: { summary: Keys }`,
      [
        "error #/paths/~1keys~1{id}/get/<< `<<` merges keys in YAML 1.1 only; OpenAPI is YAML 1.2, where it is a key like any other. Write the keys out.",
      ],
    ],
  ])("%s", async (_name, operation, expected) => {
    expect(await judge(operation)).toEqual(expected);
  });

  test("security schemes are judged by their type", async () => {
    const schemes = `components:
  securitySchemes:
    a: { type: apikey, name: X-Key, in: header }
    b: { type: apiKey, name: X-Key }
    c: { scheme: bearer }
    d: { type: oauth2, flows: { password: { scopes: {} } } }
    e: { type: http, scheme: bearer, bearerFormt: JWT }
`;
    const found = await judge(done, schemes);
    expect(found.map((message) => message.replace(/(Security Scheme Object|here|object).*/, "…"))).toEqual([
      expect.stringMatching(
        /securitySchemes\/a\/type `type` must be .*; found "apikey". Did you mean `apiKey`\?/,
      ),
      "error #/components/securitySchemes/b `in` is missing " + (version === "3.0.3" ? "in the …" : "…"),
      "error #/components/securitySchemes/c `type` is missing in the …",
      expect.stringContaining("securitySchemes/d/flows/password `tokenUrl` is missing"),
      expect.stringContaining("securitySchemes/e/bearerFormt `bearerFormt` is unknown in the"),
    ]);
    expect(found.at(-1)).toContain("Did you mean `bearerFormat`?");
  });

  test("formats: addresses and media types", async () => {
    const text = document(done, "externalDocs: { url: 'not a url' }\n", version).replace(
      "info: { ",
      "info: { contact: { email: nobody }, ",
    );
    expect(await messages(text)).toEqual([
      'error #/info/contact/email `email` must be an e-mail address; found "nobody".',
      'error #/externalDocs/url `url` must be a URL or a relative reference; found "not a url".',
    ]);
  });

  test("names of components", async () => {
    expect(
      await judge(
        done,
        "components: { schemas: { 'My Key': {} }, parameters: { 'a/b': { name: a, in: query, schema: {} } } }\n",
      ),
    ).toEqual([
      "error #/components/schemas/My Key `My Key` is no name for a component: expected letters, digits, dots, hyphens and underscores only.",
      "error #/components/parameters/a~1b `a/b` is no name for a component: expected letters, digits, dots, hyphens and underscores only.",
    ]);
  });

  test("a path without a slash, and references where none may be", async () => {
    const text = document(done, "components: { $ref: '#/paths' }\n", version).replace(
      "paths:\n",
      "paths:\n  keys: {}\n",
    );
    expect(await messages(text)).toEqual([
      "error #/paths/keys A path begins with `/`; found `keys`. Write `/keys`.",
      expect.stringContaining("error #/components/$ref The Components Object cannot be a reference."),
    ]);
  });
});

describe("what the versions see differently", () => {
  test("3.0 has no webhooks, no path items under components, no licence identifier", async () => {
    const rest = "webhooks: {}\ncomponents: { pathItems: {} }\n";
    const text = document(done, rest, "3.0.3").replace(
      "info: { ",
      "info: { license: { name: MIT, identifier: MIT }, ",
    );
    expect((await messages(text)).map((message) => message.split(" ", 2)[1])).toEqual([
      "#/info/license/identifier",
      "#/webhooks",
      "#/components/pathItems",
    ]);
  });

  test("3.1: a licence has an identifier or a URL", async () => {
    const text = document(done).replace(
      "info: { ",
      "info: { license: { name: MIT, identifier: MIT, url: https://a.example }, ",
    );
    expect(await messages(text)).toEqual([
      "error #/info/license `identifier` and `url` exclude each other. Keep one of them.",
    ]);
  });

  test("what stands beside `content` of a parameter", async () => {
    const operation = `parameters: [{ name: a, in: query, style: form, content: { application/json: { schema: {} } } }]\n${done}`;
    expect(await messages(document(operation))).toEqual([
      "error #/paths/~1keys~1{id}/get/parameters/0/style `style` does not go together with the rest of this Parameter Object. Remove it.",
    ]);
    expect(await messages(document(operation, "", "3.0.3"))).toEqual([
      "error #/paths/~1keys~1{id}/get/parameters/0 `style` cannot stand beside `content`. Move it into the media type, or remove it.",
    ]);
  });

  test("answers that are none are refused in 3.1 too, though an operation may do without", async () => {
    expect(await messages(document("responses: {}"))).toEqual([
      'error #/paths/~1keys~1{id}/get/responses `responses` is empty. Expected at least one status with its answer, such as `"200"`.',
    ]);
  });
});
