import { describe, expect, test } from "vitest";
import type { Type } from "../src/read/model.ts";
import { readText, schemaOf } from "./fixtures/read/documents.ts";

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
