import { describe, expect, test } from "vitest";
import { document, messages, withSchema } from "./fixtures/check/judge.ts";

const done = 'responses: { "204": { description: Done } }';

const named = (...names: string[]): string => {
  const servers = names.map((name, index) => `{ url: "https://${index}.example.com", x-name: ${name} }`);
  return document(done).replace(/^servers:.*$/m, `servers: [${servers.join(", ")}]`);
};

describe("x-env, x-name, x-sensitive, x-idempotent", () => {
  const scheme = (extension: string): string =>
    document(
      done,
      `components: { securitySchemes: { bearerAuth: { type: http, scheme: bearer, ${extension} } } }\n`,
    );

  test.each([
    [
      scheme("x-env: 5"),
      "warning #/components/securitySchemes/bearerAuth/x-env `x-env` has no effect here: expected the name of an environment variable, such as `EXAMPLE_API_KEY`; found 5.",
    ],
    [
      scheme("x-env: EXAMPLE-KEY"),
      'warning #/components/securitySchemes/bearerAuth/x-env `x-env` has no effect here: expected the name of an environment variable, such as `EXAMPLE_API_KEY`; found "EXAMPLE-KEY".',
    ],
    [
      named("Sandbox"),
      'warning #/servers/0/x-name `x-name` has no effect here: expected a word in lower case, such as `sandbox`; found "Sandbox".',
    ],
    [
      named("1"),
      "warning #/servers/0/x-name `x-name` has no effect here: expected a word in lower case, such as `sandbox`; found 1.",
    ],
    [
      named("live", "test", "live"),
      "warning #/servers/2/x-name The server of line 3 is called `live` already, so nothing can choose this one. Choose another name.",
    ],
    [
      document(`x-name: keys\n${done}`),
      "warning #/paths/~1keys~1{id}/get/x-name `x-name` has no effect here: it belongs on a server.",
    ],
    [
      named("live").replace("x-name", "x-nane"),
      "warning #/servers/0/x-nane `x-nane` has no effect. Did you mean `x-name`?",
    ],
    [
      withSchema("{ x-sensitive: 'yes' }"),
      'warning #/components/schemas/Key/x-sensitive `x-sensitive` is taken for `true`: expected `true` or `false`; found "yes".',
    ],
    [
      document(`x-idempotent: never\n${done}`),
      'warning #/paths/~1keys~1{id}/get/x-idempotent `x-idempotent` has no effect here: expected `true` or `false`; found "never".',
    ],
    [
      document(`parameters: [{ name: a, in: query, schema: {}, x-sensitive: 1 }]\n${done}`),
      "warning #/paths/~1keys~1{id}/get/parameters/0/x-sensitive `x-sensitive` is taken for `true`: expected `true` or `false`; found 1.",
    ],
    [
      document(`x-sensitive: true\n${done}`),
      "warning #/paths/~1keys~1{id}/get/x-sensitive `x-sensitive` has no effect here: it belongs on a schema, a parameter or a header.",
    ],
    [
      document(`x-idempotant: true\n${done}`),
      "warning #/paths/~1keys~1{id}/get/x-idempotant `x-idempotant` has no effect. Did you mean `x-idempotent`?",
    ],
  ])("%#", async (text, expected) => {
    expect(await messages(text)).toEqual([expected]);
  });

  test("in their place they are fine, and so is any other extension", async () => {
    const text = document(
      `x-idempotent: false\nx-internal: true\nparameters: [{ name: a, in: query, schema: { x-sensitive: true }, x-sensitive: true }]\n${done}`,
      "components: { securitySchemes: { bearerAuth: { type: http, scheme: bearer, x-env: EXAMPLE_KEY, x-note: 1 } } }\nx-logo: {}\n",
    );
    expect(await messages(text)).toEqual([]);
  });
});

/** A paged operation, and what it answers. */
const paged = (pagination: string, schema = '{ $ref: "#/components/schemas/Page" }'): string =>
  document(
    `x-pagination: ${pagination}
parameters:
  - { name: page, in: query, schema: { type: integer } }
  - { name: limit, in: query, schema: { type: integer } }
  - { name: cursor, in: query, schema: { type: string } }
  - { name: X-Page, in: header, schema: { type: string } }
responses:
  "200": { $ref: "#/components/responses/Page" }
  "404": { description: None }`,
    `components:
  responses: { Page: { description: Keys, content: { application/json: { schema: ${schema} } } } }
  schemas:
    Page:
      allOf:
        - { $ref: "#/components/schemas/Counted" }
        - { type: object, properties: { results: { type: array, items: { type: object } }, next_cursor: { type: [string, "null"] } } }
    Counted: { type: object, properties: { size: { type: integer }, more: { type: object, properties: { list: { type: array, items: {} } } } } }
`,
  );

describe("x-pagination", () => {
  const at = "#/paths/~1keys~1{id}/get/x-pagination";
  test.each([
    "{ style: page, parameter: page, first: 0, limit: limit, items: /results, total: /size }",
    "{ style: page, parameter: page, items: /results }",
    "{ style: offset, parameter: page, limit: limit, items: /more/list, total: /size }",
    "{ style: cursor, parameter: cursor, items: /results, next: /next_cursor }",
    "{ style: link, items: /results }",
  ])("%s is fine", async (pagination) => {
    expect(await messages(paged(pagination))).toEqual([]);
  });

  test.each([
    [
      "pages",
      `warning ${at} \`x-pagination\` has no effect here: expected an object with \`style\`; found "pages".`,
    ],
    [
      "{}",
      `warning ${at} \`x-pagination\` has no effect here: expected \`style\` to be \`page\`, \`offset\`, \`cursor\` or \`link\`; found nothing.`,
    ],
    [
      "{ style: pages }",
      `warning ${at}/style \`x-pagination\` has no effect here: expected \`style\` to be \`page\`, \`offset\`, \`cursor\` or \`link\`; found "pages". Did you mean \`page\`?`,
    ],
    [
      "{ style: page, items: /results }",
      `error ${at} \`parameter\` is missing in \`x-pagination\` of style \`page\`.`,
    ],
    [
      "{ style: cursor, parameter: cursor, items: /results }",
      `error ${at} \`next\` is missing in \`x-pagination\` of style \`cursor\`.`,
    ],
    [
      "{ style: page, paramter: page, items: /results }",
      `error ${at}/paramter \`paramter\` is unknown in \`x-pagination\` of style \`page\`. Did you mean \`parameter\`?`,
    ],
    [
      "{ style: link, items: /results, total: /size }",
      `error ${at}/total \`total\` is unknown in \`x-pagination\` of style \`link\`. Expected \`style\` or \`items\`.`,
    ],
    [
      "{ style: page, parameter: page, first: 2, items: /results }",
      `error ${at}/first \`first\` is the number of the first page: expected 0 or 1, found 2.`,
    ],
    [
      "{ style: page, parameter: pag, items: /results }",
      `error ${at}/parameter \`parameter\` must name a query parameter of the operation, and \`pag\` is none: the operation has \`page\`, \`limit\` and \`cursor\`. Did you mean \`page\`?`,
    ],
    [
      "{ style: page, parameter: X-Page, items: /results }",
      `error ${at}/parameter \`parameter\` must name a query parameter of the operation, and \`X-Page\` is none: the operation has \`page\`, \`limit\` and \`cursor\`. Did you mean \`page\`?`,
    ],
    [
      "{ style: page, parameter: page, items: results }",
      `error ${at}/items \`items\` must be a JSON pointer into the answer, such as \`/data\`; found "results".`,
    ],
    [
      "{ style: page, parameter: page, items: /result }",
      `error ${at}/items \`/result\` leads nowhere in the answer: there is no property \`result\`, only \`results\`, \`next_cursor\`, \`size\` and \`more\`. Did you mean \`results\`?`,
    ],
    [
      "{ style: page, parameter: page, items: /size }",
      `error ${at}/items \`items\` must lead to a list; \`/size\` is of type integer.`,
    ],
    [
      "{ style: page, parameter: page, items: /results, total: /next_cursor }",
      `error ${at}/total \`total\` must lead to a number; \`/next_cursor\` is of type string or null.`,
    ],
    [
      '{ style: link, items: "" }',
      `error ${at}/items \`items\` must lead to a list; \`\` is of type object.`,
    ],
  ])("%s", async (pagination, expected) => {
    expect(await messages(paged(pagination))).toEqual([expected]);
  });

  test.each([
    "{}",
    "true",
    "{ type: object }",
    "{ type: object, properties: { results: {} } }",
    "{ oneOf: [{ type: object, properties: { results: { type: array } } }, { type: object, properties: {} }] }",
  ])("where the answer %s leaves it open, nothing is missing", async (schema) => {
    expect(await messages(paged("{ style: link, items: /results }", schema))).toEqual([]);
  });

  test("the answer itself may be the list", async () => {
    expect(await messages(paged('{ style: link, items: "" }', "{ type: array, items: {} }"))).toEqual([]);
  });

  test("without an answer in JSON there is nothing to walk", async () => {
    expect(await messages(document(`x-pagination: { style: link, items: "" }\n${done}`))).toEqual([
      `error ${at} \`x-pagination\` needs a 2xx answer with JSON; the operation has none. Describe one, or remove it.`,
    ]);
  });
});
