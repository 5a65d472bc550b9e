import { describe } from "vitest";
import { testTypes } from "./fixtures/read/type-cases.ts";

/** Which schemas a call takes and answers. */
function call(takes: string | undefined, answers: string | undefined): string {
  const body = takes === undefined ? "" : `requestBody: { ${contentOf(takes)} }, `;
  const answer = answers === undefined ? "" : `, ${contentOf(answers)}`;
  return `paths: { /a: { post: { ${body}responses: { '200': { description: Fine.${answer} } } } } }`;
}

function contentOf(name: string): string {
  return `content: { application/json: { schema: { $ref: '#/components/schemas/${name}' } } }`;
}

const elsewhere = "content: { application/json: { schema: { $ref: '#/x-schemas/L' } } }";

const key =
  "S: { type: object, required: [id, name, secret], properties: { id: { type: string, readOnly: true }, name: { type: string }, secret: { type: string, writeOnly: true } } }";

describe("what only one side holds", () => {
  testTypes([
    {
      says: "need not be sent",
      schemas: key,
      rest: call("S", undefined),
      accepts: ['{ name: "n", secret: "s" }', '{ id: "i", name: "n", secret: "s" }'],
      refuses: ['{ name: "n" }', '{ id: "i", name: "n" }'],
    },
    {
      says: "need not come back",
      schemas: key,
      rest: call(undefined, "S"),
      accepts: ['{ id: "i", name: "n" }'],
      refuses: ['{ name: "n" }'],
      misreads: ["s.secret satisfies string;"],
    },
    {
      says: "makes two of a schema that is used both ways",
      schemas: key,
      rest: call("S", "S"),
      accepts: ['{ id: "i", name: "n" }'],
      refuses: ['{ name: "n", secret: "s" }'],
      reads: ['({ name: "n", secret: "s" }) satisfies models.SInput;'],
    },
    {
      says: "makes no difference where it is not required",
      schemas: "S: { type: object, properties: { id: { type: string, readOnly: true } } }",
      rest: call("S", "S"),
      accepts: ["{}", '{ id: "i" }'],
      misreads: ["type None = models.SInput;"],
    },
    {
      says: "reaches a schema through others",
      schemas: `${key}\nT: { type: object, properties: { list: { type: array, items: { $ref: '#/components/schemas/S' } }, map: { type: object, additionalProperties: { $ref: '#/components/schemas/S' } } } }`,
      rest: call("T", "T"),
      reads: [
        '({ list: [{ name: "n", secret: "s" }], map: { a: { name: "n", secret: "s" } } }) satisfies models.TInput;',
        '({ list: [{ id: "i", name: "n" }] }) satisfies models.T;',
      ],
    },
    {
      says: "reaches recursive schemas",
      schemas:
        "S: { type: object, required: [id], properties: { id: { type: string, readOnly: true }, next: { $ref: '#/components/schemas/S' } } }",
      rest: call("S", "S"),
      accepts: ['{ id: "i", next: { id: "j" } }'],
      refuses: ["{}"],
      reads: ["({ next: { next: {} } }) satisfies models.SInput;"],
    },
    {
      says: "counts where another schema requires it",
      schemas:
        "S: { allOf: [{ $ref: '#/components/schemas/Base' }, { required: [id] }] }\nBase: { type: object, properties: { id: { type: string, readOnly: true } } }",
      rest: call("S", "S"),
      accepts: ['{ id: "i" }'],
      refuses: ["{}"],
      reads: ["({}) satisfies models.SInput;"],
    },
    {
      says: "is said by the schema of the property too",
      schemas:
        "S: { type: object, required: [id], properties: { id: { $ref: '#/components/schemas/Id' } } }\nId: { type: string, readOnly: true }",
      rest: call("S", undefined),
      accepts: ["{}", '{ id: "i" }'],
    },
    {
      says: "does not rename what exists",
      schemas: `${key}\nSInput: { type: string }`,
      rest: call("S", "S"),
      reads: ['"a" satisfies models.SInput;', '({ name: "n", secret: "s" }) satisfies models.SInput2;'],
    },
    {
      says: "tells apart what references find elsewhere than among the components",
      schemas: "S: { type: string }",
      rest: `paths: { /a: { post: { requestBody: { ${elsewhere} }, responses: { '200': { description: Fine., ${elsewhere} } } } } }\nx-schemas: { L: { type: object, required: [id, secret], properties: { id: { type: string, readOnly: true }, secret: { type: string, writeOnly: true } } } }`,
      reads: [
        '({ id: "i" }) satisfies models.XSchemasL;',
        '({ secret: "s" }) satisfies models.XSchemasLInput;',
      ],
    },
    {
      says: "turns round in webhooks, where the API sends the body",
      schemas: key,
      rest: "paths: {}\nwebhooks: { a: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/S' } } } }, responses: { '200': { description: Fine. } } } } }",
      accepts: ['{ id: "i", name: "n" }'],
      refuses: ['{ name: "n", secret: "s" }'],
    },
    {
      says: "stays as it is in a schema that nobody uses",
      schemas: key,
      accepts: ['{ id: "i", name: "n", secret: "s" }'],
      refuses: ['{ name: "n", secret: "s" }', '{ id: "i", name: "n" }'],
    },
  ]);
});
