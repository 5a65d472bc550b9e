import { describe, expect, test } from "vitest";
import { printable } from "../src/read/index.ts";
import type { Type } from "../src/read/model.ts";
import { readText, schemaOf, source } from "./fixtures/read/documents.ts";

const literal = (value: string): Type => ({ kind: "literal", value });

const tagOf = (key: string, schemas: string): unknown => {
  const { type } = schemaOf(key, schemas);
  const parts = type.kind === "intersection" ? type.members : [type];
  const tags = parts
    .flatMap((part) => (part.kind === "object" ? part.properties : []))
    .filter(({ name }) => name === "kind");
  return tags.map(({ type: tag, required }) => ({ tag, required }));
};

const shapes = (mapping: string): string => `
Shape:
  oneOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }]
  discriminator: { propertyName: kind, mapping: ${mapping} }
Circle: { type: object, properties: { kind: { type: string }, r: { type: number } } }
Square: { type: object, properties: { kind: { type: string } } }`;

describe("discriminators", () => {
  test("make the property of each member a required literal, its name where no mapping says otherwise", () => {
    expect(tagOf("Circle", shapes("{}"))).toEqual([{ tag: literal("Circle"), required: true }]);
  });

  test.each([
    ["a reference", '{ round: "#/components/schemas/Circle" }'],
    ["a name", "{ round: Circle }"],
  ])("mapping to %s", (_, mapping) => {
    expect(tagOf("Circle", shapes(mapping))).toEqual([{ tag: literal("round"), required: true }]);
    expect(tagOf("Square", shapes(mapping))).toEqual([{ tag: literal("Square"), required: true }]);
  });

  test("several values for one member", () => {
    const tag = { kind: "union", members: [literal("round"), literal("ball")] };
    expect(tagOf("Circle", shapes("{ round: Circle, ball: Circle }"))).toEqual([{ tag, required: true }]);
  });

  test("are inherited through allOf", () => {
    const base =
      "Base: { type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind } }";
    const heir = "Heir: { allOf: [$ref: '#/components/schemas/Base'] }";
    expect(tagOf("Heir", `${base}\n${heir}`)).toEqual([{ tag: literal("Heir"), required: true }]);
  });

  test("of a base that lists its heirs do not make a circle", () => {
    const base =
      "Base: { type: object, properties: { kind: { type: string }, at: { type: string } }, oneOf: [$ref: '#/components/schemas/Heir'], discriminator: { propertyName: kind } }";
    const heir =
      "Heir: { allOf: [$ref: '#/components/schemas/Base', { type: object, properties: { own: { type: string } } }] }";
    expect(JSON.stringify(schemaOf("Heir", `${base}\n${heir}`).type)).not.toContain("reference");
    expect(tagOf("Heir", `${base}\n${heir}`)).toEqual([{ tag: literal("Heir"), required: true }]);
  });

  test("in examples are data", () => {
    const document = `
components:
  schemas:
    Circle: { type: object, properties: { kind: { type: string } } }
  examples:
    trap: { value: { oneOf: [{ $ref: "#/components/schemas/Circle" }], discriminator: { propertyName: kind } } }`;
    expect(readText(document).schemas[0]?.type).toMatchObject({
      properties: [{ name: "kind", required: false, type: { kind: "string" } }],
    });
  });
});

describe("the document whose types openapi-typescript prints", () => {
  test("is the same where there is nothing to help with", () => {
    const { document } = source(
      "components: { schemas: { A: { allOf: [$ref: '#/components/schemas/B'] }, B: {} } }",
    );
    expect(printable(document)).toBe(document);
  });

  test("has references in mappings, and examples as they were", () => {
    const discriminator = { propertyName: "kind", mapping: { a: "A", b: "#/components/schemas/B" } };
    const example = structuredClone({ discriminator });
    const document = {
      components: { schemas: { A: {}, B: {}, U: { discriminator, examples: [example] } } },
    };
    expect(printable(document)).toEqual({
      components: {
        schemas: {
          A: {},
          B: {},
          U: {
            discriminator: {
              propertyName: "kind",
              mapping: { a: "#/components/schemas/A", b: "#/components/schemas/B" },
            },
            examples: [
              { discriminator: { propertyName: "kind", mapping: { a: "A", b: "#/components/schemas/B" } } },
            ],
          },
        },
      },
    });
  });

  test("lets heirs inherit what their base says, not its list of heirs, at any distance", () => {
    const schemas = `
components:
  schemas:
    Base: { type: object, properties: { at: {} }, oneOf: [{ $ref: "#/components/schemas/Far" }] }
    Near: { allOf: [{ $ref: "#/components/schemas/Base" }] }
    Far: { allOf: [{ $ref: "#/components/schemas/Near" }] }
    Stranger: { allOf: [{ $ref: "#/components/schemas/Base" }] }`;
    const base = { $ref: "#/components/schemas/Base" };
    expect(printable(source(schemas).document)).toMatchObject({
      components: {
        schemas: {
          Base: { oneOf: [{ $ref: "#/components/schemas/Far" }] },
          Near: { allOf: [{ type: "object", properties: { at: {} } }] },
          Far: { allOf: [{ $ref: "#/components/schemas/Near" }] },
          Stranger: { allOf: [base] },
        },
      },
    });
  });
});
