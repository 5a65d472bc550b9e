import { withSchema } from "../fragments.ts";
import type { Row } from "../row.ts";

/* Keywords by which JSON Schema names schemas and finds them again. References of OpenAPI are JSON pointers. */

const text = { type: "string" };
const object = { type: "object", properties: { a: text } };

export const schemaIdentity: readonly Row[] = [
  ...["$id", "$anchor"].map((keyword): Row => ({
    feature: `\`${keyword}\``,
    versions: ["3.1"],
    status: "warned",
    note: "References to it are refused: write JSON pointers.",
    document: withSchema({ [keyword]: "thing", ...object }),
    says: [[`#/components/schemas/Thing/${keyword}`, "references are JSON pointers"]],
    types: { "sdk.Thing": "{ a?: string }" },
  })),
  {
    feature: "a reference to an `$anchor`",
    versions: ["3.1"],
    status: "refused",
    document: withSchema({ ...object, properties: { next: { $ref: "#thing" } }, $anchor: "thing" }),
    says: [["#/components/schemas/Thing/properties/next/$ref", "Anchors are not supported"]],
  },
  {
    feature: "a reference to an `$id`",
    versions: ["3.1"],
    status: "refused",
    document: withSchema(
      { type: "array", items: { $ref: "https://example.com/part" } },
      { Part: { $id: "https://example.com/part", ...text } },
    ),
    says: [["#/components/schemas/Thing/items/$ref", "is a URL"]],
  },
  {
    feature: "`$dynamicAnchor`",
    versions: ["3.1"],
    status: "supported",
    note: "Says nothing of the schema itself.",
    document: withSchema({ $dynamicAnchor: "thing", ...object }),
    types: { "sdk.Thing": "{ a?: string }" },
  },
  {
    feature: "`$dynamicRef`",
    versions: ["3.1"],
    status: "warned",
    note: "The type is `unknown`.",
    document: withSchema({
      $dynamicAnchor: "thing",
      type: "object",
      properties: { all: { type: "array", items: { $dynamicRef: "#thing" } } },
    }),
    says: [
      [
        "#/components/schemas/Thing/properties/all/items/$dynamicRef",
        "has no counterpart in TypeScript: the type is wider",
      ],
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
