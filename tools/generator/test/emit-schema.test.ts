import { afterEach, describe, expect, test, vi } from "vitest";
import openapiTS, { astToString } from "openapi-typescript";
import { schemaOf } from "./emit-whole.ts";
import type { JsonObject } from "../src/load/index.ts";
import { compile, syntaxOf } from "./emit-compile.ts";

// The compiler takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const info = { title: "Sample API", version: "1.0" };
const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** Discriminators, the one part of the work that changes its input and needs the whole document. */
const zoo: JsonObject = {
  openapi: "3.1.1",
  info,
  paths: {
    "/pets/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
      get: {
        operationId: "getPet",
        responses: {
          "200": { description: "A pet.", content: { "application/json": { schema: reference("Pet") } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Pet: {
        oneOf: [reference("Cat"), reference("Dog")],
        discriminator: {
          propertyName: "kind",
          mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" },
        },
      },
      Cat: {
        type: "object",
        required: ["kind"],
        properties: { kind: { type: "string" }, lives: { type: "integer", default: 9 } },
      },
      Dog: {
        type: "object",
        properties: { kind: { type: "string" }, friends: { type: "array", items: reference("Pet") } },
      },
      Cage: { type: "object" },
    },
  },
};

afterEach(() => vi.restoreAllMocks());

test("an object with a list of texts as its values is that object", () => {
  const group = { type: "object", enum: ["car", "van"], properties: { name: { type: "string" } } };
  expect(
    schemaOf({ ...zoo, components: { schemas: { ...Object(zoo["components"]).schemas, Group: group } } }),
  ).toMatch(/Group: \{\s*name\?: string;\s*\};/);
});

test("prints what openapi-typescript prints of the same document, but for the remark on discriminators", async () => {
  const theirs = await openapiTS(JSON.stringify(zoo), {
    silent: true,
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
  });
  const remark = /\/\*\*\s+\* @description discriminator enum [^\n]*\s+\* (@enum \{string\})\s+\*\//g;
  expect(schemaOf(zoo)).toBe(astToString(theirs).replaceAll(remark, "/** $1 */"));
});

const header = (name: string): JsonObject => ({ name, in: "header", schema: { type: "string" } });

test("has no parameters for headers that are the client's own, as operations have none", () => {
  const names = ["Accept", "content-type", "Authorization", "Transfer-Encoding", "X-Trace"];
  const parameters = [{ $ref: "#/components/parameters/Length" }, ...names.map(header)];
  const document: JsonObject = {
    ...zoo,
    paths: { "/a": { parameters, get: { responses: {} } }, "/b": { get: { parameters, responses: {} } } },
    components: { parameters: { Length: header("Content-Length") } },
  };
  const [paths = ""] = schemaOf(document).split("export interface components");
  const headers = [...paths.matchAll(/header\??: \{([^}]*)\}/g)].map(([, inside]) => inside?.trim());
  expect(new Set(headers)).toEqual(new Set(['"X-Trace"?: string;']));
});

test("leaves its input as it was, and prints nothing", async () => {
  const before = structuredClone(zoo);
  const written = vi.spyOn(process.stdout, "write");
  const complained = vi.spyOn(process.stderr, "write");
  schemaOf(zoo);
  expect(zoo).toEqual(before);
  expect(written).not.toHaveBeenCalled();
  expect(complained).not.toHaveBeenCalled();
});

test("binary strings are Blobs, also where they may be null", async () => {
  const schemas = {
    Modern: {
      type: "object",
      required: ["a", "b"],
      properties: {
        a: { type: "string", format: "binary" },
        b: { type: ["string", "null"], format: "binary" },
      },
    },
    Files: { type: "array", items: { type: "string", format: "binary" } },
  };
  const text = schemaOf({ openapi: "3.1.1", info, paths: {}, components: { schemas } });
  expect(compact(text)).toContain("a: Blob; /** Format: binary */ b: Blob | null;");
  expect(compact(text)).toContain("Files: Blob[];");
  const old = { Old: { type: "string", format: "binary", nullable: true } };
  const older = schemaOf({ openapi: "3.0.3", info, paths: {}, components: { schemas: old } });
  expect(
    compile([
      { path: "schema.ts", text: older },
      {
        path: "use.ts",
        text: 'import type { components } from "./schema.ts";\nexport const none: components["schemas"]["Old"] = null;\n',
      },
    ]),
  ).toEqual([]);
});

test.each<{ what: string; schemas: JsonObject }>([
  { what: "itself", schemas: { Nested: { type: "array", items: reference("Nested") } } },
  {
    what: "itself, among other choices",
    schemas: {
      Json: {
        oneOf: [
          { type: ["string", "number", "boolean", "null"] },
          { type: "array", items: reference("Json") },
          { type: "object", additionalProperties: reference("Json") },
        ],
      },
    },
  },
  {
    what: "a schema that holds it",
    schemas: {
      "expr.any": { anyOf: [{ type: "string" }, reference("And"), reference("Pair")] },
      And: { type: "array", items: reference("expr.any") },
      Pair: { type: "array", prefixItems: [{ const: "not" }, reference("expr.any")], items: false },
      paths: { allOf: [{ type: "array", items: reference("paths") }] },
      "2d": { type: "array", items: reference("2d") },
    },
  },
])("a list of $what compiles, and its type is the real one", async ({ schemas }) => {
  const text = schemaOf({ openapi: "3.1.1", info, paths: {}, components: { schemas } });
  const uses = Object.keys(schemas).map(
    (name, index) =>
      `// @ts-expect-error No schema here takes a symbol.\nexport const use${index}: components["schemas"][${JSON.stringify(name)}] = Symbol.iterator;\n`,
  );
  const use = `import type { components } from "./schema.ts";\n${uses.join("")}`;
  expect(
    compile([
      { path: "schema.ts", text },
      { path: "use.ts", text: use },
    ]),
  ).toEqual([]);
});

describe("text of a document is no syntax", () => {
  test.each(["*/ evil(); /*", "*\u2028/", '"; evil(); "', "\\", "`${evil()}`", "\n*/ evil();"])(
    "%j",
    async (hostile) => {
      const text = schemaOf(saying(hostile));
      expect(compile([{ path: "schema.ts", text }])).toEqual([]);
      expect(syntaxOf(text)).toBe(syntaxOf(schemaOf(saying("plain words"))));
    },
  );
});

function saying(text: string): JsonObject {
  const schema = {
    type: "object",
    title: text,
    description: text,
    example: text,
    default: text,
    properties: own(text, { type: "string", description: text, format: text, enum: [text], default: text }),
  };
  return {
    openapi: "3.1.1",
    info,
    paths: own(`/${text}`, {
      get: {
        operationId: text,
        summary: text,
        description: text,
        parameters: [{ name: text, in: "query", description: text, schema }],
        responses: { "200": { description: text, content: own(text, { schema }) } },
      },
    }),
    components: { schemas: { Sample: schema } },
  };
}

test("parameters with content are typed as what callers give, but headers as they travel", () => {
  const schema = { type: "array", items: { type: "string" } };
  const parameters = [
    { name: "filter", in: "query", content: { "application/json": { schema } } },
    { name: "anything", in: "query", content: { "application/json": {} } },
    { name: "sheet", in: "query", content: { "text/csv": { schema } } },
    { name: "X-Filter", in: "header", content: { "application/json": { schema } } },
  ];
  const paths = { "/a": { get: { parameters, responses: { "204": { description: "Done." } } } } };
  const text = compact(schemaOf({ openapi: "3.1.1", info, paths }));
  expect(text).toContain("query?: { filter?: string[]; anything?: unknown; sheet?: string; };");
  expect(text).toContain('header?: { "X-Filter"?: string; };');
});

function own(name: string, value: JsonObject): JsonObject {
  return Object.fromEntries([[name, value]]);
}

function compact(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
