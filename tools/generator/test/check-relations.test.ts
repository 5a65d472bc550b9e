import { describe, expect, test } from "vitest";
import { document, messages, withSchema } from "./fixtures/check/judge.ts";

const at = "#/components/schemas/Key";

const mapping = (value: string): string =>
  `{ discriminator: { propertyName: kind, mapping: { a: '${value}' } } }`;

describe("discriminators lead to schemas that exist", () => {
  test.each([
    [
      "Othr",
      `error ${at}/discriminator/mapping/a There is no schema \`Othr\` under \`#/components/schemas\`. Did you mean \`Other\`?`,
    ],
    [
      "Nobody",
      `error ${at}/discriminator/mapping/a There is no schema \`Nobody\` under \`#/components/schemas\`. Add the schema, or correct the name.`,
    ],
    [
      "#/components/schemas/Othr",
      `error ${at}/discriminator/mapping/a \`#/components/schemas/Othr\` leads nowhere: \`#/components/schemas\` has no \`Othr\`. Did you mean \`#/components/schemas/Other\`?`,
    ],
  ])("%s", async (value, expected) => {
    expect(await messages(withSchema(mapping(value)))).toEqual([expected]);
  });

  test.each(["Other", "#/components/schemas/Other"])("%s is fine", async (value) => {
    expect(await messages(withSchema(mapping(value)))).toEqual([]);
  });
});

const choosing = (discriminator: string, choices = ""): string =>
  document(
    'responses: { "204": { description: Done } }',
    `components:
  schemas:
    Key: { ${choices}discriminator: { propertyName: kind${discriminator} } }
    Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object }] }
    Pet: { type: object, properties: { kind: { type: string, enum: [cat, lion] } } }
    Own: { type: object, properties: { kind: { type: string } } }
`,
  );

describe("values of discriminators are possible", () => {
  test("a mapped one", async () => {
    expect(await messages(choosing(", mapping: { cat: Cat, lion: Cat, dog: Cat, own: Own }"))).toEqual([
      `warning ${at}/discriminator/mapping/dog \`dog\` is to choose \`#/components/schemas/Cat\`, whose \`kind\` can never be that: types go by what \`kind\` can be.`,
    ]);
  });

  test("the name of a schema", async () => {
    const choices =
      "oneOf: [{ $ref: '#/components/schemas/Own' }, { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Pet' }], ";
    expect(await messages(choosing(", mapping: { cat: Pet }", choices))).toEqual([
      `warning ${at}/oneOf/1 \`Cat\` is to choose \`#/components/schemas/Cat\`, whose \`kind\` can never be that: types go by what \`kind\` can be. Without an entry in \`mapping\`, a schema is chosen by its name.`,
    ]);
  });
});

describe("what is required is declared", () => {
  test.each([
    [
      "{ type: object, required: [nmae, other], properties: { name: {} } }",
      [
        `warning ${at}/required/0 \`nmae\` is required, but no \`properties\` declares it: its type is \`unknown\`. Did you mean \`name\`?`,
        `warning ${at}/required/1 \`other\` is required, but no \`properties\` declares it: its type is \`unknown\`. Add it to \`properties\`.`,
      ],
    ],
    [
      "{ properties: { a: {} }, allOf: [{ required: [a, size] }] }",
      [
        `warning ${at}/allOf/0/required/1 \`size\` is required, but no \`properties\` declares it: its type is \`unknown\`. Add it to \`properties\`.`,
      ],
    ],
    ["{ properties: { a: {}, b: {} }, anyOf: [{ required: [a] }, { required: [b] }] }", []],
    ["{ required: [a, b], allOf: [{ properties: { a: {} } }], oneOf: [{ properties: { b: {} } }] }", []],
    [
      "{ required: [a], allOf: [{ $ref: '#/components/schemas/Key/$defs/A' }], $defs: { A: { properties: { a: {} } } } }",
      [],
    ],
    ["{ required: [a], additionalProperties: { type: string } }", []],
  ])("%s", async (schema, expected) => {
    expect(await messages(withSchema(schema))).toEqual(expected);
  });

  test("but conditions are no types", async () => {
    const conditions = "{ not: { required: [a] }, then: { allOf: [{ required: [a] }] } }";
    const found = await messages(withSchema(conditions));
    expect(found.filter((message) => message.includes("is required"))).toEqual([]);
  });
});

const linked = (said: string): string =>
  document(`operationId: getKey\nresponses: { "204": { description: Done, links: { next: ${said} } } }`);

describe("links lead to operations", () => {
  const place = "#/paths/~1keys~1{id}/get/responses/204/links/next";

  test.each(["{ operationId: getKey }", '{ operationRef: "#/paths/~1keys~1{id}/get" }'])(
    "%s",
    async (said) => {
      expect(await messages(linked(said))).toEqual([]);
    },
  );

  test.each([
    [
      "{ operationId: getKye }",
      `${place}/operationId There is no operation \`getKye\`, so the link is left out. Did you mean \`getKey\`?`,
    ],
    [
      '{ operationRef: "#/paths/~1keys/get" }',
      `${place}/operationRef \`#/paths/~1keys/get\` leads to no operation of this document, so the link is left out. Expected a reference like \`#/paths/~1keys~1{id}/get\`.`,
    ],
    [
      "{ operationRef: 'https://example.com/openapi.json#/paths/~1keys~1{id}/get' }",
      `${place}/operationRef \`https://example.com/openapi.json#/paths/~1keys~1{id}/get\` leads to no operation of this document, so the link is left out. Expected a reference like \`#/paths/~1keys~1{id}/get\`.`,
    ],
  ])("%s", async (said, expected) => {
    expect(await messages(linked(said))).toEqual([`warning ${expected}`]);
  });
});
