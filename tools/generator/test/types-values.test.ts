import { describe } from "vitest";
import { testTypes } from "./fixtures/read/type-cases.ts";

const key = "Key: { type: object, required: [id], properties: { id: { type: string } } }";

describe("null", () => {
  testTypes([
    {
      says: "nullable",
      openapi: "3.0.3",
      schemas: "S: { type: string, nullable: true }",
      accepts: ['"a"', "null"],
      refuses: ["1", "undefined"],
    },
    {
      says: "nullable beside allOf",
      openapi: "3.0.3",
      schemas: `S: { nullable: true, allOf: [$ref: '#/components/schemas/Key'] }\n${key}`,
      accepts: ['{ id: "a" }', "null"],
      refuses: ["{}", '"a"'],
    },
    {
      says: "nullable beside allOf, with a type",
      openapi: "3.0.3",
      schemas: `S: { type: object, nullable: true, allOf: [$ref: '#/components/schemas/Key'] }\n${key}`,
      accepts: ['{ id: "a" }', "null"],
      refuses: ["{}", '"a"'],
    },
    {
      says: "nullable beside a reference, where 3.0 does not look but people do",
      openapi: "3.0.3",
      schemas: `S: { $ref: '#/components/schemas/Key', nullable: true }\n${key}`,
      accepts: ['{ id: "a" }', "null"],
      refuses: ["{}"],
    },
    {
      says: "nullable beside oneOf",
      openapi: "3.0.3",
      schemas: `S: { nullable: true, oneOf: [{ $ref: '#/components/schemas/Key' }, { type: integer }] }\n${key}`,
      accepts: ['{ id: "a" }', "1", "null"],
      refuses: ["{}", '"a"'],
    },
    {
      says: "a nullable enum that does not list null",
      openapi: "3.0.3",
      schemas: "S: { type: string, nullable: true, enum: [a, b] }",
      accepts: ['"a"', "null"],
      refuses: ['"c"'],
    },
    {
      says: "an enum that lists null",
      openapi: "3.0.3",
      schemas: "S: { type: string, nullable: true, enum: [a, null] }",
      accepts: ['"a"', "null"],
      refuses: ['"b"'],
    },
    {
      says: "a list of types",
      schemas: "S: { type: [string, 'null'] }",
      accepts: ['"a"', "null"],
      refuses: ["1"],
    },
    {
      says: "a list of one",
      schemas: "S: { type: ['null'] }",
      accepts: ["null"],
      refuses: ['"a"', "undefined"],
    },
    {
      says: "an object or null with all that belongs to it",
      schemas: "S: { type: [object, 'null'], required: [a], properties: { a: { type: string } } }",
      accepts: ['{ a: "x" }', "null"],
      refuses: ["{}"],
    },
    { says: "a type of its own", schemas: "S: { type: 'null' }", accepts: ["null"], refuses: ["0"] },
    {
      says: "anyOf",
      schemas: `S: { anyOf: [{ $ref: '#/components/schemas/Key' }, { type: 'null' }] }\n${key}`,
      accepts: ["null", '{ id: "a" }'],
      refuses: ["{}"],
    },
    { says: "a constant", schemas: "S: { const: null }", accepts: ["null"], refuses: ["undefined", "0"] },
    { says: "an enum of nothing else", schemas: "S: { enum: [null] }", accepts: ["null"], refuses: ["0"] },
    {
      says: "types and a reference that details one of them",
      schemas: `S: { type: [object, 'null'], allOf: [$ref: '#/components/schemas/Key'] }\n${key}`,
      accepts: ["null", '{ id: "a" }'],
      refuses: ["{}"],
    },
    {
      says: "types and oneOf that details them",
      schemas: "S: { type: [string, 'null'], oneOf: [{ type: string, format: uuid }, { type: 'null' }] }",
      accepts: ["null", '"a"'],
      refuses: ["1"],
    },
  ]);
});

describe("values named one by one", () => {
  testTypes([
    {
      says: "none of which is of the type",
      schemas: "S: { type: string, enum: [1, 2] }",
      accepts: ['"1"'],
      refuses: ["1"],
    },
    {
      says: "some of which are",
      schemas: "S: { type: integer, enum: [1, '2'] }",
      accepts: ["1", '"2"'],
      refuses: ["3"],
    },
    {
      says: "texts and a number without end",
      schemas: "S: { enum: [.inf, a] }",
      accepts: ["1", '"a"'],
      refuses: ['"b"'],
    },
    {
      says: "texts",
      schemas:
        "S: { type: string, enum: [a, 'b c', '', 'quo\"te', '*/', '${x}', '__proto__', constructor, 'ключ'] }",
      accepts: [
        '"a"',
        '"b c"',
        '""',
        "'quo\"te'",
        '"*/"',
        '"${x}"',
        '"__proto__"',
        '"constructor"',
        '"ключ"',
      ],
      refuses: ['"c"'],
    },
    {
      says: "of several types",
      schemas: "S: { enum: [a, 1, true, null, -2, 1.5] }",
      accepts: ['"a"', "1", "true", "null", "-2", "1.5"],
      refuses: ['"1"', "2", "false"],
    },
    { says: "numbers", schemas: "S: { type: integer, enum: [-1, 0, 1] }", accepts: ["-1"], refuses: ["2"] },
    {
      says: "objects without members",
      schemas: "S: { enum: [{}, { a: [{}] }] }",
      accepts: ["{}", "{ a: [{}] }"],
      refuses: ["1", "{ b: 1 }", "{ a: [1] }"],
    },
    {
      says: "objects, though `type` says so",
      schemas: "S: { type: object, enum: [{ a: 1 }, { b: [2] }] }",
      accepts: ["{ a: 1 }", "{ b: [2] }"],
      refuses: ["{ a: 2 }"],
    },
    {
      says: "no number that TypeScript cannot write",
      schemas: "S: { enum: [.inf, 1] }",
      accepts: ["1", "2"],
      refuses: ['"a"'],
    },
    { says: "a constant", schemas: "S: { const: fixed }", accepts: ['"fixed"'], refuses: ['"other"'] },
    {
      says: "a constant among oneOf",
      schemas: "S: { type: string, oneOf: [{ const: a, description: A. }, { const: b }] }",
      accepts: ['"a"', '"b"'],
      refuses: ['"c"'],
    },
    {
      says: "beside allOf",
      schemas: "S: { allOf: [{ type: string }], enum: [a] }",
      accepts: ['"a"'],
      refuses: ['"b"'],
    },
  ]);
});

describe("one type", () => {
  testTypes([
    {
      says: "nothing at all",
      schemas: "S: {}",
      accepts: ["1", "null", "undefined", "{ a: [] }"],
      misreads: ["s.a;"],
    },
    { says: "a description alone", schemas: "S: { description: Anything. }", accepts: ["1", "null"] },
    { says: "true", schemas: "S: true", accepts: ["1", "null"] },
    { says: "false", schemas: "S: false", refuses: ["1", "null", "undefined"] },
    {
      says: "integers of 64 bits",
      schemas: "S: { type: integer, format: int64 }",
      accepts: ["1"],
      refuses: ["1n", '"1"'],
    },
    {
      says: "texts that look like numbers",
      schemas: "S: { type: string, format: int64, default: '5' }",
      accepts: ['"1"'],
      refuses: ["1"],
    },
    {
      says: "bytes",
      schemas: "S: { type: string, format: byte }",
      accepts: ['"YQ=="'],
      refuses: ["new Blob([])"],
    },
    {
      says: "files",
      schemas: "S: { type: string, format: binary }",
      accepts: ["new Blob([])"],
      refuses: ['"a"'],
    },
    {
      says: "text in another encoding",
      schemas: "S: { type: string, contentEncoding: base64, contentMediaType: image/png }",
      accepts: ['"a"'],
      refuses: ["1"],
    },
    {
      says: "several",
      schemas:
        "S: { type: [string, integer, boolean, array, object], items: { type: string }, properties: { a: { type: string } }, minLength: 2 }",
      accepts: ['"a"', "1", "true", '["a"]', '{ a: "x" }'],
      refuses: ["[1]", "{ a: 1 }", "null"],
    },
    {
      says: "not",
      schemas: "S: { type: string, not: { enum: [a] } }",
      accepts: ['"a"', '"b"'],
      refuses: ["1"],
    },
    {
      says: "if, then and else",
      schemas:
        "S: { type: object, properties: { a: { type: string } }, if: { required: [a] }, then: { required: [b] }, else: { properties: { c: { type: string } } } }",
      accepts: ["{}", '{ a: "x" }'],
      refuses: ["{ a: 1 }"],
    },
    {
      says: "what depends on what",
      schemas:
        "S: { type: object, properties: { a: { type: string } }, dependentRequired: { a: [b] }, dependentSchemas: { a: { required: [c] } } }",
      accepts: ['{ a: "x" }'],
      refuses: ["{ a: 1 }"],
    },
  ]);
});
