import { describe } from "vitest";
import { testTypes } from "./fixtures/read/type-cases.ts";

const cat =
  "Cat: { type: object, required: [kind, lives], properties: { kind: { type: string }, lives: { type: integer } } }";
const dog =
  "Dog: { type: object, required: [kind, tricks], properties: { kind: { type: string }, tricks: { type: array, items: { type: string } } } }";
const choices = "oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]";
const narrowing = ['if (s.kind === "cat") s.lives satisfies number; else s.tricks satisfies string[];'];

describe("a union narrows", () => {
  testTypes([
    {
      says: "by names of schemas",
      schemas: `S: { ${choices}, discriminator: { propertyName: kind } }\n${cat}\n${dog}`,
      accepts: ['{ kind: "Cat", lives: 9 }'],
      refuses: ['{ kind: "Dog", lives: 9 }'],
      reads: ['if (s.kind === "Cat") s.lives satisfies number;'],
    },
    {
      says: "by a mapping of references",
      schemas: `S: { ${choices}, discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } } }\n${cat}\n${dog}`,
      accepts: ['{ kind: "cat", lives: 9 }'],
      refuses: ['{ kind: "Cat", lives: 9 }'],
      reads: narrowing,
    },
    {
      says: "by a mapping of bare names",
      schemas: `S: { ${choices}, discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } } }\n${cat}\n${dog}`,
      reads: narrowing,
    },
    {
      says: "by a mapping of some",
      schemas: `S: { ${choices}, discriminator: { propertyName: kind, mapping: { cat: Cat } } }\n${cat}\n${dog}`,
      accepts: ['{ kind: "Dog", tricks: [] }'],
      reads: narrowing,
    },
    {
      says: "under anyOf",
      schemas: `S: { ${choices.replace("oneOf", "anyOf")}, discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } } }\n${cat}\n${dog}`,
      reads: narrowing,
    },
    {
      says: "by several values of one schema",
      schemas: `S: { ${choices}, discriminator: { propertyName: kind, mapping: { cat: Cat, kitten: Cat, dog: Dog } } }\n${cat}\n${dog}`,
      accepts: ['{ kind: "kitten", lives: 1 }'],
      reads: ['if (s.kind === "kitten") s.lives satisfies number;'],
    },
    {
      says: "where the property is not declared",
      schemas: `S: { ${choices}, discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } } }\nCat: { type: object, required: [lives], properties: { lives: { type: integer } } }\nDog: { allOf: [{ type: object, required: [tricks], properties: { tricks: { type: array, items: { type: string } } } }] }`,
      reads: narrowing,
    },
    {
      says: "where the property is an enum elsewhere",
      schemas: `S: { ${choices}, discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } } }\nKind: { type: string, enum: [cat, dog] }\nCat: { type: object, required: [kind, lives], properties: { kind: { $ref: '#/components/schemas/Kind' }, lives: { type: integer } } }\n${dog}`,
      reads: narrowing,
    },
    {
      says: "through aliases",
      schemas: `S: { ${choices}, discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } } }\nCat: { $ref: '#/components/schemas/RealCat' }\nReal${cat}\n${dog}`,
      reads: narrowing,
    },
  ]);
});

describe("what a discriminator says is not", () => {
  testTypes([
    {
      says: "narrower than another one allows",
      schemas: `S: { ${choices}, discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } } }\nOther: { oneOf: [{ $ref: '#/components/schemas/Cat' }], discriminator: { propertyName: kind, mapping: { puss: Cat } } }\n${cat}\n${dog}`,
      accepts: ['{ kind: "cat", lives: 9 }', '{ kind: "puss", lives: 9 }'],
    },
    {
      says: "what the property cannot be",
      schemas: `S: { ${choices}, discriminator: { propertyName: kind } }\nCat: { type: object, required: [kind], properties: { kind: { type: string, enum: [cat] } } }\n${dog}`,
      accepts: ['{ kind: "cat" }'],
    },
    {
      says: "a text where the property is a number",
      schemas: `S: { ${choices}, discriminator: { propertyName: kind, mapping: { '1': Cat, '2': Dog } } }\nCat: { type: object, required: [kind], properties: { kind: { type: integer } } }\nDog: { type: object, required: [kind], properties: { kind: { type: integer } } }`,
      accepts: ["{ kind: 1 }"],
    },
    {
      says: "said of members in place",
      schemas:
        "S: { oneOf: [{ type: object, required: [kind, a], properties: { kind: { const: x }, a: { type: string } } }, { type: object, required: [kind, b], properties: { kind: { const: y }, b: { type: string } } }], discriminator: { propertyName: kind } }",
      accepts: ['{ kind: "x", a: "" }'],
      reads: ['if (s.kind === "x") s.a satisfies string; else s.b satisfies string;'],
    },
    {
      says: "read from a property of that name",
      schemas:
        "S: { type: object, properties: { discriminator: { type: object, properties: { propertyName: { type: string } } } } }",
      accepts: ['{ discriminator: { propertyName: "x" } }'],
    },
    {
      says: "broken by odd names",
      schemas:
        "S: { oneOf: [{ $ref: '#/components/schemas/Cat' }], discriminator: { propertyName: 'a-b', mapping: { constructor: Cat, '__proto__': Cat, 'x\"y': Cat } } }\nCat: { type: object, properties: { lives: { type: integer } } }",
      accepts: ['{ "a-b": "constructor" }', '{ "a-b": "__proto__" }', '{ "a-b": \'x"y\' }'],
      refuses: ['{ "a-b": "other" }'],
    },
  ]);
});

describe("heirs of a base", () => {
  const base =
    "Pet: { type: object, required: [kind], properties: { kind: { type: string }, name: { type: string } }, discriminator: { propertyName: kind, mapping: { puss: Cat } } }";
  const heir =
    "Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { lives: { type: integer } } }] }";
  testTypes([
    {
      says: "have its mapping's values",
      schemas: `S: { $ref: '#/components/schemas/Cat' }\n${base}\n${heir}`,
      accepts: ['{ kind: "puss", lives: 1 }'],
      refuses: ['{ kind: "Cat" }', "{ lives: 1 }"],
    },
    {
      says: "or their own names",
      schemas: `S: { $ref: '#/components/schemas/Dog' }\n${base}\n${heir}\nDog: { allOf: [{ $ref: '#/components/schemas/Pet' }] }`,
      accepts: ['{ kind: "Dog" }'],
      refuses: ['{ kind: "puss" }'],
    },
    {
      says: "may have heirs",
      schemas: `S: { $ref: '#/components/schemas/Cat' }\n${base}\n${heir}\nLion: { allOf: [{ $ref: '#/components/schemas/Cat' }] }`,
      accepts: ['{ kind: "puss" }', '{ kind: "Lion" }'],
      refuses: ['{ kind: "Dog" }'],
    },
    {
      says: "are values themselves then",
      schemas: `S: { $ref: '#/components/schemas/Lion' }\n${base}\n${heir}\nLion: { allOf: [{ $ref: '#/components/schemas/Cat' }] }`,
      accepts: ['{ kind: "Lion", lives: 1 }'],
      refuses: ['{ kind: "puss" }'],
    },
    {
      says: "leave the base as it is",
      schemas: `S: { $ref: '#/components/schemas/Pet' }\n${base}\n${heir}`,
      accepts: ['{ kind: "anything" }'],
    },
  ]);
});
