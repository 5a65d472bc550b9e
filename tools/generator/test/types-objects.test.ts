import { describe } from "vitest";
import { testTypes } from "./fixtures/read/type-cases.ts";

describe("objects", () => {
  testTypes([
    {
      says: "without properties",
      schemas: "S: { type: object }",
      accepts: ["{}", "{ a: 1 }"],
      refuses: ["1", "null"],
    },
    {
      says: "with properties and no type",
      schemas: "S: { properties: { a: { type: string } } }",
      accepts: ["{}", '{ a: "x" }'],
      refuses: ["{ a: 1 }", "{ a: undefined }"],
    },
    {
      says: "with names of any kind",
      schemas:
        "S: { type: object, required: ['1', '100%', 'a%2Fb', '__proto__'], properties: { '1': { type: string }, '': { type: string }, 'a b': { type: string }, 'a\"b': { type: string }, '100%': { type: object, properties: { '#/%zz': { type: object, properties: { b: { type: string } } } } }, 'a%2Fb': { type: string }, class: { type: string }, constructor: { type: string }, toString: { type: string }, hasOwnProperty: { type: string }, __proto__: { type: string }, 'ключ': { type: string }, a: { type: string }, A: { type: integer } } }",
      accepts: [
        '{ 1: "", "100%": { "#/%zz": { b: "" } }, "a%2Fb": "", constructor: "", toString: "", hasOwnProperty: "", ["__proto__"]: "", "ключ": "", a: "", A: 1, "a b": "", "": "" }',
      ],
      refuses: [
        '{ 1: "", "100%": { "#/%zz": { b: 1 } }, "a%2Fb": "", ["__proto__"]: "" }',
        '{ "100%": {}, "a%2Fb": "", ["__proto__"]: "" }',
      ],
    },
    {
      says: "with properties whose names are keywords",
      schemas:
        "S: { type: object, properties: { discriminator: { type: object, properties: { propertyName: { type: string }, mapping: { type: object } } }, $ref: { type: string }, enum: { type: string }, allOf: { type: string }, required: { type: boolean }, properties: { type: object, properties: { type: { type: string } } } } }",
      accepts: [
        '{ discriminator: { propertyName: "a" }, $ref: "a", enum: "a", allOf: "b", required: true, properties: { type: "x" } }',
      ],
      refuses: ["{ enum: 1 }", "{ $ref: 1 }"],
    },
    {
      says: "with what is required but not declared",
      schemas: "S: { type: object, required: [a, b], properties: { a: { type: string } } }",
      accepts: ['{ a: "x", b: 1 }', '{ a: "x", b: undefined }'],
      refuses: ['{ a: "x" }'],
      reads: ["s.b satisfies unknown;"],
    },
    {
      says: "with what is required among others of one type",
      schemas: "S: { type: object, required: [a], additionalProperties: { type: string } }",
      accepts: ['{ a: "x" }', '{ a: "x", b: "y" }'],
      refuses: ["{}", "{ a: 1 }", '{ a: "x", b: 1 }'],
      reads: ["s.a satisfies string;"],
    },
    {
      says: "of which nothing but a requirement is said",
      schemas: "S: { required: [a] }",
      accepts: ["{ a: 1 }"],
      refuses: ["{}"],
    },
    {
      says: "with properties that may be anything or nothing",
      schemas: "S: { type: object, properties: { any: true, none: false } }",
      accepts: ["{ any: 1 }"],
      refuses: ["{ none: 1 }"],
    },
    {
      says: "that are closed",
      schemas: "S: { type: object, properties: { a: { type: string } }, additionalProperties: false }",
      accepts: ["{}"],
      refuses: ["{ b: 1 }"],
    },
    {
      says: "with defaults and deprecation",
      schemas: "S: { type: object, properties: { a: { type: string, default: x, deprecated: true } } }",
      accepts: ["{}"],
      refuses: ["{ a: 1 }"],
    },
  ]);
});

describe("properties nobody listed", () => {
  testTypes([
    {
      says: "of any kind",
      schemas: "S: { type: object, additionalProperties: true }",
      accepts: ["{ a: 1 }"],
      refuses: ["1"],
    },
    {
      says: "of any kind, spelled as a schema",
      schemas: "S: { type: object, additionalProperties: {} }",
      accepts: ["{ a: 1 }"],
    },
    {
      says: "of one type",
      schemas: "S: { type: object, additionalProperties: { type: integer } }",
      accepts: ["{ a: 1 }"],
      refuses: ['{ a: "x" }'],
      reads: ['s["a"] satisfies number | undefined;'],
    },
    {
      says: "beside listed ones of another type",
      schemas:
        "S: { type: object, required: [id], properties: { id: { type: string }, on: { type: boolean } }, additionalProperties: { type: integer } }",
      accepts: ['{ id: "a", on: true, other: 1 }', '{ id: "a" }'],
      refuses: ["{ id: 1 }", "{ other: 1 }", '{ id: "a", other: null }'],
      reads: ["s.id satisfies string;"],
    },
    {
      says: "beside listed texts that are texts too",
      schemas:
        "S: { type: object, properties: { kind: { enum: [a, b] } }, additionalProperties: { type: string } }",
      accepts: ['{ kind: "a", other: "x" }'],
      refuses: ['{ kind: "c" }', "{ other: 1 }"],
    },
    {
      says: "beside listed objects",
      schemas:
        "S: { type: object, properties: { meta: { type: object, properties: { a: { type: string } } } }, additionalProperties: { type: string } }",
      accepts: ['{ meta: { a: "x" }, other: "x" }'],
      refuses: ['{ meta: "x" }'],
    },
    {
      says: "beside a reference that leads elsewhere",
      schemas:
        "S: { type: object, properties: { next: { $ref: '#/components/schemas/S' } }, additionalProperties: { type: string } }",
      accepts: ['{ next: { next: {}, a: "x" }, b: "x" }'],
      refuses: ['{ next: "x" }', "{ b: 1 }"],
    },
    {
      says: "by pattern, others left open",
      schemas: "S: { type: object, patternProperties: { '^x-': { type: string } } }",
      accepts: ['{ "x-a": "x", other: 1 }'],
      reads: ['s["other"] satisfies unknown;'],
      misreads: ['s["x-a"] satisfies string | undefined;'],
    },
    {
      says: "by pattern, others forbidden",
      schemas:
        "S: { type: object, patternProperties: { '^x-': { type: string }, '^y-': { type: integer } }, additionalProperties: false }",
      accepts: ['{ "x-a": "x", "y-a": 1 }'],
      refuses: ['{ "x-a": true }'],
    },
    {
      says: "by a pattern that all names match",
      schemas: "S: { type: object, patternProperties: { '.*': { type: string } } }",
      accepts: ['{ a: "x" }'],
      refuses: ["{ a: 1 }"],
    },
    {
      says: "by pattern, beside listed ones",
      schemas:
        "S: { type: object, required: [id], properties: { id: { type: integer } }, patternProperties: { '^x-': { type: string } }, additionalProperties: false }",
      accepts: ['{ id: 1, "x-a": "x" }'],
      refuses: ['{ "x-a": "x" }', '{ id: 1, "x-a": true }'],
    },
    {
      says: "whose names are bounded",
      schemas:
        "S: { type: object, propertyNames: { pattern: '^[a-z]+$' }, additionalProperties: { type: integer } }",
      accepts: ["{ a: 1 }"],
      refuses: ['{ a: "x" }'],
    },
    {
      says: "unevaluated, which means the same here",
      schemas:
        "S: { type: object, properties: { a: { type: string } }, unevaluatedProperties: { type: string } }",
      accepts: ['{ a: "x", b: "y" }'],
      refuses: ["{ b: 1 }"],
    },
    {
      says: "unevaluated, where parts may evaluate them",
      schemas:
        "S: { allOf: [{ type: object, properties: { a: { type: integer } } }], unevaluatedProperties: { type: string } }",
      accepts: ["{ a: 1 }"],
      refuses: ['{ a: "x" }'],
    },
  ]);
});

describe("lists", () => {
  testTypes([
    { says: "of anything", schemas: "S: { type: array }", accepts: ["[]", '[1, "a"]'], refuses: ["{}"] },
    {
      says: "of items, without a type",
      schemas: "S: { items: { type: string } }",
      accepts: ['["a"]'],
      refuses: ["[1]"],
    },
    {
      says: "of lists",
      schemas: "S: { type: array, items: { allOf: [{ type: array, items: { type: string } }] } }",
      accepts: ['[["a"]]'],
      refuses: ['["a"]'],
    },
    {
      says: "of unions",
      schemas:
        "S: { type: array, items: { oneOf: [{ type: string }, { type: array, items: { type: integer } }] } }",
      accepts: ['["a", [1]]'],
      refuses: ["[1]"],
    },
    {
      says: "bounded",
      schemas:
        "S: { type: array, items: { type: string }, minItems: 1, maxItems: 2, contains: { const: a } }",
      accepts: ['["a"]'],
      refuses: ["[1]"],
    },
    { says: "of nothing", schemas: "S: { type: array, items: false }", accepts: ["[]"] },
    {
      says: "places, of which any may be missing and others may follow",
      schemas: "S: { type: array, prefixItems: [{ type: string }, { type: integer }] }",
      accepts: ["[]", '["a"]', '["a", 1]', '["a", 1, true]'],
      refuses: ["[1]", '["a", "b"]'],
      misreads: ["s[0] satisfies string;"],
    },
    {
      says: "places that are all there",
      schemas:
        "S: { type: array, prefixItems: [{ type: string }, { type: [integer, 'null'] }], minItems: 2, items: false }",
      accepts: ['["a", 1]', '["a", null]'],
      refuses: ["[]", '["a"]', '["a", 1, 2]'],
      reads: ["s[0] satisfies string;"],
    },
    {
      says: "places that end by number",
      schemas:
        "S: { type: array, prefixItems: [{ type: string }, { type: integer }], minItems: 1, maxItems: 2 }",
      accepts: ['["a"]', '["a", 1]'],
      refuses: ["[]", '["a", 1, 2]'],
    },
    {
      says: "places, then more of a kind",
      schemas:
        "S: { type: array, prefixItems: [{ type: string }], items: { anyOf: [{ type: integer }, { type: boolean }] }, minItems: 1 }",
      accepts: ['["a"]', '["a", 1, true]'],
      refuses: ['["a", "b"]'],
    },
    {
      says: "places among items",
      schemas:
        "S: { type: array, items: { type: array, prefixItems: [{ type: string }], minItems: 1, maxItems: 1 } }",
      accepts: ['[["a"], ["b"]]'],
      refuses: ['["a"]'],
    },
  ]);
});
