import { describe } from "vitest";
import { testTypes } from "./fixtures/read/type-cases.ts";

const key =
  "Key: { type: object, required: [id], properties: { id: { type: string }, name: { type: string } } }";
const keyReference = "{ $ref: '#/components/schemas/Key' }";

describe("all of some schemas", () => {
  testTypes([
    {
      says: "one",
      schemas: `S: { allOf: [${keyReference}] }\n${key}`,
      accepts: ['{ id: "a" }'],
      refuses: ["{}"],
    },
    {
      says: "a reference and more",
      schemas: `S: { allOf: [${keyReference}, { type: object, required: [b], properties: { b: { type: integer } } }] }\n${key}`,
      accepts: ['{ id: "a", b: 1 }'],
      refuses: ['{ id: "a" }', "{ b: 1 }"],
    },
    {
      says: "with siblings",
      schemas: `S: { type: object, required: [own], properties: { own: { type: string } }, allOf: [${keyReference}] }\n${key}`,
      accepts: ['{ own: "x", id: "a" }'],
      refuses: ['{ own: "x" }', '{ id: "a" }'],
    },
    {
      says: "requiring what a reference declares",
      schemas: `S: { required: [name], allOf: [${keyReference}] }\n${key}`,
      accepts: ['{ id: "a", name: "x" }'],
      refuses: ['{ id: "a" }'],
      reads: ["s.name satisfies string;"],
    },
    {
      says: "requiring what a sibling declares",
      schemas: `S: { allOf: [${keyReference}, { required: [name] }] }\n${key}`,
      accepts: ['{ id: "a", name: "x" }'],
      refuses: ['{ id: "a" }'],
    },
    {
      says: "requiring what a part declares in place",
      schemas: "S: { required: [a], allOf: [{ properties: { a: { type: string }, b: { type: string } } }] }",
      accepts: ['{ a: "x" }'],
      refuses: ['{ b: "x" }'],
    },
    {
      says: "requiring what nobody declares",
      schemas: `S: { required: [other], allOf: [${keyReference}] }\n${key}`,
      accepts: ['{ id: "a", other: 1 }'],
      refuses: ['{ id: "a" }'],
    },
    {
      says: "a description alone",
      schemas: `S: { allOf: [${keyReference}, { description: Its key. }] }\n${key}`,
      accepts: ['{ id: "a" }'],
      refuses: ["{}"],
    },
    {
      says: "nested",
      schemas: `S: { allOf: [{ allOf: [{ allOf: [${keyReference}] }] }, { allOf: [{ properties: { b: { type: string } } }] }] }\n${key}`,
      accepts: ['{ id: "a", b: "x" }'],
      refuses: ['{ id: "a", b: 1 }'],
    },
    {
      says: "bare types",
      schemas: "S: { type: object, allOf: [{ type: object }, { properties: { a: { type: string } } }] }",
      accepts: ["{}"],
      refuses: ["{ a: 1 }"],
    },
    {
      says: "siblings of a reference, which count in 3.1",
      schemas: `S: { $ref: '#/components/schemas/Key', required: [name], properties: { more: { type: integer } } }\n${key}`,
      accepts: ['{ id: "a", name: "b", more: 1 }'],
      refuses: ['{ id: "a", name: "b", more: "x" }', '{ id: "a" }'],
    },
    {
      says: "siblings of a reference, which do not in 3.0",
      openapi: "3.0.3",
      schemas: `S: { $ref: '#/components/schemas/Key', required: [name] }\n${key}`,
      accepts: ['{ id: "a" }'],
      refuses: ["{}"],
    },
  ]);
});

describe("any or one of some schemas", () => {
  testTypes([
    {
      says: "primitives",
      schemas: "S: { oneOf: [{ type: string }, { type: integer }] }",
      accepts: ['"a"', "1"],
      refuses: ["true"],
    },
    {
      says: "primitives beside their common type",
      schemas: "S: { type: string, anyOf: [{ format: uuid }, { format: email }] }",
      accepts: ['"a"'],
      refuses: ["1"],
    },
    {
      says: "objects beside what they share",
      schemas: `S: { type: object, required: [own], properties: { own: { type: string } }, anyOf: [${keyReference}, { type: object, required: [b], properties: { b: { type: integer } } }] }\n${key}`,
      accepts: ['{ own: "x", id: "a" }', '{ own: "x", b: 1 }'],
      refuses: ['{ own: "x" }', '{ id: "a" }'],
    },
    {
      says: "one of objects beside what they share",
      schemas: `S: { properties: { own: { type: string } }, oneOf: [${keyReference}, { required: [b], properties: { b: { type: integer } } }] }\n${key}`,
      accepts: ['{ own: "x", id: "a" }', "{ b: 1 }"],
      refuses: ['{ own: "x" }'],
    },
    {
      says: "requirements",
      schemas:
        "S: { type: object, properties: { a: { type: string }, b: { type: integer } }, anyOf: [{ required: [a] }, { required: [b] }] }",
      accepts: ['{ a: "x" }', "{ b: 1 }"],
      refuses: ["{}", "{ a: 1 }"],
    },
    {
      says: "both, with all",
      schemas:
        "S: { allOf: [{ required: [a], properties: { a: { type: string } } }], anyOf: [{ required: [b], properties: { b: { type: string } } }, { required: [c], properties: { c: { type: string } } }], oneOf: [{ required: [d], properties: { d: { type: string } } }] }",
      accepts: ['{ a: "", b: "", d: "" }', '{ a: "", c: "", d: "" }'],
      refuses: ['{ a: "", d: "" }', '{ a: "", b: "" }'],
    },
    {
      says: "anything among them",
      schemas: "S: { anyOf: [{ type: string }, {}] }",
      accepts: ["1"],
      misreads: ["s satisfies string;"],
    },
    {
      says: "anything among them, beside more",
      schemas:
        "S: { type: object, required: [a], properties: { a: { type: string } }, oneOf: [{ description: As it is. }, { required: [b] }] }",
      accepts: ['{ a: "x" }'],
      refuses: ["{}"],
    },
    {
      says: "true and false",
      schemas: "S: { anyOf: [{ type: string }, false] }",
      accepts: ['"a"'],
      refuses: ["1"],
    },
    {
      says: "lists and their items",
      schemas: `S: { anyOf: [${keyReference}, { type: array, items: ${keyReference} }] }\n${key}`,
      accepts: ['{ id: "a" }', '[{ id: "a" }]'],
      refuses: ["[{}]"],
    },
    {
      says: "texts in one and nothing of the type in the other",
      schemas: "S: { type: string, oneOf: [{ enum: [a] }, { pattern: '^x' }] }",
      accepts: ['"a"', '"xyz"'],
      refuses: ["1"],
    },
  ]);
});

describe("schemas that lead back to themselves", () => {
  testTypes([
    {
      says: "in a property",
      schemas: "S: { type: object, properties: { next: { $ref: '#/components/schemas/S' } } }",
      accepts: ["{ next: { next: {} } }"],
      refuses: ["{ next: { next: 1 } }"],
    },
    {
      says: "in items",
      schemas: "S: { type: array, items: { $ref: '#/components/schemas/S' } }",
      accepts: ["[[], [[]]]"],
      refuses: ["[1]"],
    },
    {
      says: "in items or not at all",
      schemas: "S: { oneOf: [{ type: string }, { type: array, items: { $ref: '#/components/schemas/S' } }] }",
      accepts: ['"a"', '["a", [["b"]]]'],
      refuses: ["[1]"],
    },
    {
      says: "through another",
      schemas:
        "S: { type: object, additionalProperties: { $ref: '#/components/schemas/T' } }\nT: { type: array, items: { $ref: '#/components/schemas/S' } }",
      accepts: ["{ a: [{ b: [] }] }"],
      refuses: ["{ a: {} }"],
    },
    {
      says: "through aliases",
      schemas:
        "S: { $ref: '#/components/schemas/T' }\nT: { $ref: '#/components/schemas/U' }\nU: { anyOf: [{ type: string }, { type: array, items: { $ref: '#/components/schemas/S' } }] }",
      accepts: ['[["a"]]'],
      refuses: ["1"],
    },
    {
      says: "through maps and lists, as JSON does",
      schemas:
        "S: { anyOf: [{ type: [string, number, boolean, 'null'] }, { type: array, items: { $ref: '#/components/schemas/S' } }, { type: object, additionalProperties: { $ref: '#/components/schemas/S' } }] }",
      accepts: ["null", '[{ a: ["x", { b: 1 }] }]'],
      refuses: ["Symbol.iterator", "[undefined]"],
    },
    {
      says: "through tuples and nullable lists",
      schemas:
        "S: { type: array, minItems: 2, maxItems: 2, prefixItems: [{ type: string }, { anyOf: [{ $ref: '#/components/schemas/S' }, { type: 'null' }] }] }",
      accepts: ['["a", ["b", null]]'],
      refuses: ['["a"]', '["a", ["b"]]'],
    },
    {
      says: "through allOf",
      schemas:
        "S: { allOf: [{ type: object, properties: { children: { type: array, items: { $ref: '#/components/schemas/S' } } } }] }",
      accepts: ["{ children: [{ children: [] }] }"],
      refuses: ["{ children: [1] }"],
    },
    {
      says: "as heirs of a base that lists them",
      schemas:
        "S: { type: object, required: [kind], properties: { kind: { type: string } }, oneOf: [{ $ref: '#/components/schemas/Heir' }] }\nHeir: { allOf: [{ $ref: '#/components/schemas/S' }, { type: object, required: [a], properties: { a: { type: string } } }] }",
      accepts: ['{ kind: "x", a: "y" }'],
      refuses: ['{ a: "y" }'],
    },
  ]);
});

describe("references to what has no name", () => {
  testTypes([
    {
      says: "a property of a schema",
      schemas:
        "S: { $ref: '#/components/schemas/T/properties/a' }\nT: { type: object, properties: { a: { type: string } } }",
      accepts: ['"x"'],
      refuses: ["1"],
    },
    {
      says: "a property of a property",
      schemas:
        "S: { $ref: '#/components/schemas/T/properties/a/properties/b' }\nT: { type: object, properties: { a: { type: object, properties: { b: { type: object, required: [c], properties: { c: { type: string } } } } } } }",
      accepts: ['{ c: "x" }'],
      refuses: ["{}"],
    },
    {
      says: "a definition beside it",
      schemas:
        "S: { $defs: { Inner: { type: object, required: [a], properties: { a: { type: string }, more: { $ref: '#/components/schemas/S/$defs/Inner' } } } }, type: object, properties: { inner: { $ref: '#/components/schemas/S/$defs/Inner' } } }",
      accepts: ['{ inner: { a: "x", more: { a: "y" } } }'],
      refuses: ["{ inner: {} }", '{ inner: { a: "x", more: {} } }'],
    },
    {
      says: "items, and what is within an allOf",
      schemas:
        "S: { type: object, properties: { a: { $ref: '#/components/schemas/T/items' }, b: { $ref: '#/components/schemas/U/allOf/1' } } }\nT: { type: array, items: { type: object, required: [x], properties: { x: { type: string } } } }\nU: { allOf: [{ type: object }, { type: object, required: [y], properties: { y: { type: string } } }] }",
      accepts: ['{ a: { x: "" }, b: { y: "" } }'],
      refuses: ["{ a: {} }", "{ b: {} }"],
    },
    {
      says: "a schema within the paths",
      rest: "paths: { /a: { get: { responses: { '200': { description: A., content: { application/json: { schema: { type: object, required: [x], properties: { x: { type: string } } } } } } } } } }",
      schemas: "S: { $ref: '#/paths/~1a/get/responses/200/content/application~1json/schema' }",
      accepts: ['{ x: "" }'],
      refuses: ["{}"],
    },
    {
      says: "a circle without a name",
      schemas:
        "S: { type: object, properties: { list: { type: array, items: { $ref: '#/components/schemas/S/properties/list' } } } }",
      accepts: ["{ list: [[[]]] }"],
      refuses: ["{ list: [1] }"],
    },
  ]);
});

describe("names of schemas", () => {
  const names =
    "Record Date Promise Array Error Response Blob string Object Omit Partial Awaited unknown never any class default 2d get-key get_key GetKey getKey components paths operations models __proto__ constructor toString Pick Readonly ReadonlyArray".split(
      " ",
    );
  testTypes([
    {
      says: "may be those of TypeScript, of each other, or none",
      schemas: `S: { type: object, properties: { ${names.map((name) => `p_${name}: { $ref: '#/components/schemas/${name}' }`).join(", ")} } }\n${names.map((name, index) => `${JSON.stringify(name)}: { type: object, required: [a], properties: { a: { const: ${index} }, list: { type: array, items: { type: object } }, file: { type: string, format: binary } } }`).join("\n")}`,
      accepts: ["{ p_Record: { a: 0 }, p_Date: { a: 1, list: [{}], file: new Blob([]) } }"],
      refuses: ["{ p_Record: { a: 1 } }"],
    },
  ]);
});
