import { withSchema } from "../fragments.ts";
import type { Row } from "../row.ts";

/* Keywords by which JSON Schema names schemas and finds them again. */

const also = "test/load-identities.test.ts";
const text = { type: "string" };
const object = { type: "object", properties: { a: text } };

export const schemaIdentity: readonly Row[] = [
  {
    feature: "`$anchor`, and references to it",
    versions: ["3.1"],
    status: "supported",
    document: withSchema({ $anchor: "thing", type: "object", properties: { next: { $ref: "#thing" } } }),
    types: { "sdk.Thing": "{ next?: sdk.Thing }" },
    also,
  },
  {
    feature: "`$id`, references to it, and pointers within",
    versions: ["3.1"],
    status: "supported",
    document: withSchema(
      { type: "array", items: { $ref: "https://example.com/part" } },
      {
        Part: {
          $id: "https://example.com/part",
          type: "object",
          properties: { a: { $ref: "#/$defs/A" } },
          $defs: { A: text },
        },
      },
    ),
    types: { "sdk.Thing": "sdk.Part[]", "sdk.Part": "{ a?: string }" },
    also,
  },
  {
    feature: "`discriminator.mapping` by `$anchor` and by `$id`",
    versions: ["3.1"],
    status: "supported",
    document: withSchema(
      {
        oneOf: [{ $ref: "#/components/schemas/Dog" }, { $ref: "#/components/schemas/Cat" }],
        discriminator: { propertyName: "kind", mapping: { d: "#dog", c: "https://example.com/cat" } },
      },
      {
        Dog: {
          $anchor: "dog",
          type: "object",
          required: ["kind"],
          properties: { kind: text, name: text },
        },
        Cat: {
          $id: "https://example.com/cat",
          type: "object",
          required: ["kind"],
          properties: { kind: text },
        },
      },
    ),
    types: { "sdk.Thing": `{ kind: "d"; name?: string } | { kind: "c" }` },
    also,
  },
  {
    feature: "a reference to an `$anchor` or `$id` that no schema has",
    versions: ["3.1"],
    status: "refused",
    document: withSchema({ $anchor: "thing", type: "array", items: { $ref: "#thng" } }),
    says: [["#/components/schemas/Thing/items/$ref", "is neither a JSON pointer nor the `$anchor`"]],
  },
  {
    feature: "a reference to an `$anchor` or `$id` in or from another file",
    versions: ["3.1"],
    status: "refused",
    note: "Names are followed within the main file. Pointers lead everywhere.",
    document: withSchema({ type: "array", items: { $ref: "part.json#part" } }),
    files: { "part.json": { $anchor: "part", ...object } },
    says: [["#/components/schemas/Thing/items/$ref", "names are followed within that file only"]],
    also,
  },
  {
    feature: "one `$id`, or one `$anchor`, of several schemas",
    versions: ["3.1"],
    status: "refused",
    note: "A copy, word for word, is no other schema.",
    document: withSchema(
      { $anchor: "thing", $id: "https://example.com/thing", ...object },
      { Part: { $id: "https://example.com/thing", ...text } },
    ),
    says: [["#/components/schemas/Part/$id", "is taken by the schema on line"]],
    also: "test/load-duplicates.test.ts",
  },
  {
    feature: "`$dynamicAnchor` and `$dynamicRef`: one of the name",
    versions: ["3.1"],
    status: "supported",
    document: withSchema({
      $dynamicAnchor: "thing",
      type: "object",
      properties: { all: { type: "array", items: { $dynamicRef: "#thing" } } },
    }),
    types: { "sdk.Thing": "{ all?: sdk.Thing[] }" },
    also,
  },
  {
    feature: "`$dynamicAnchor` and `$dynamicRef`: several of the name",
    versions: ["3.1"],
    status: "warned",
    note: "The type is `unknown`: which is meant depends on the value.",
    document: withSchema(
      {
        $dynamicAnchor: "thing",
        type: "object",
        properties: { all: { type: "array", items: { $dynamicRef: "#thing" } } },
      },
      { Other: { $id: "https://example.com/other", $dynamicAnchor: "thing", ...object } },
    ),
    says: [
      ["#/components/schemas/Thing/properties/all/items/$dynamicRef", "has no counterpart in TypeScript"],
    ],
    types: { "sdk.Thing": "{ all?: unknown[] }" },
  },
  {
    feature: "`$schema` and `jsonSchemaDialect`: 2020-12, and that of OpenAPI",
    versions: ["3.1"],
    status: "supported",
    document: {
      ...withSchema({ $schema: "https://json-schema.org/draft/2020-12/schema", ...object }),
      jsonSchemaDialect: "https://spec.openapis.org/oas/3.1/dialect/base",
    },
    types: { "sdk.Thing": "{ a?: string }" },
  },
  {
    feature: "`$schema` and `jsonSchemaDialect`: any other",
    versions: ["3.1"],
    status: "warned",
    note: "Read as 2020-12.",
    document: {
      ...withSchema({ $schema: "http://json-schema.org/draft-07/schema#", ...object }),
      jsonSchemaDialect: "https://example.com/dialect",
    },
    says: [
      ["#/components/schemas/Thing/$schema", "Schemas are read as JSON Schema 2020-12"],
      ["#/jsonSchemaDialect", "Schemas are read as JSON Schema 2020-12"],
    ],
    types: { "sdk.Thing": "{ a?: string }" },
  },
];
