import { describe, expect, test, vi } from "vitest";
import { emitClient } from "../src/emit/typescript/client.ts";
import { emitFetchClient } from "../src/emit/typescript/fetch-client.ts";
import { emitFunctions, emitIndex } from "../src/emit/typescript/index.ts";
import { emitModels } from "../src/emit/typescript/models.ts";
import { emitOperations } from "../src/emit/typescript/operations.ts";
import { emitTypeTest } from "../src/emit/typescript/type-test.ts";
import {
  apiOf,
  operationOf,
  parameterOf,
  propertyOf,
  responseOf,
  schemaOf,
  text,
  workspace,
} from "./emit-api.ts";
import { compile } from "./emit-compile.ts";

// The compiler takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe("Equal tells apart", () => {
  test.each([
    ["optional and required", "{ a?: string }", "{ a: string }"],
    ["optional and undefined", "{ a?: string }", "{ a: string | undefined }"],
    ["readonly and writable", "{ readonly a: string }", "{ a: string }"],
    ["readonly inside", "{ a: { readonly b: string }[] }", "{ a: { b: string }[] }"],
    ["any and unknown", "any", "unknown"],
    ["any and a type", "{ a: any }", "{ a: string }"],
    ["any and never", "any", "never"],
    ["one more member", '"a" | "b"', '"a" | "b" | "c"'],
    ["one more property", "{ a: string }", "{ a: string; b?: string }"],
    ["a literal and its type", '"a"', "string"],
    ["void and undefined", "void", "undefined"],
    ["an object and anything", "Record<string, unknown>", "Record<string, never>"],
    ["tuples and arrays", "[string, string]", "string[]"],
  ])("%s", (_, one, other) => {
    expect(proof(one, other)).toHaveLength(1);
    expect(proof(other, one)).toHaveLength(1);
    expect(proof(one, one)).toEqual([]);
  });

  test("and sees through names and the order of members", () => {
    expect(
      proof('{ a?: "x" | 1; b: N }', '{ b: { c: string }; a?: 1 | "x" }', "interface N { c: string }"),
    ).toEqual([]);
  });
});

describe("the type test of a package", () => {
  const variants = [
    ["a model's property is of another type", "src/models.ts", "id: number", "id: string"],
    ["a model's property is optional", "src/models.ts", "id: number", "id?: number"],
    ["a model's property is readonly", "src/models.ts", "id: number", "readonly id: number"],
    ["an argument is optional", "src/operations.ts", "\nid: number", "\nid?: number"],
    ["an argument is missing", "src/operations.ts", "limit?: number;", ""],
    ["the result is another one", "src/operations.ts", "ApiCall<Key,", "ApiCall<Key[],"],
    ["an error body is another one", "src/operations.ts", "404: undefined", "404: Key"],
    ["a documented error is missing", "src/operations.ts", "404: undefined;", ""],
    ["arguments are not required", "src/operations.ts", "args: ListKeysArgs", "args?: ListKeysArgs"],
    ["any argument will do", "src/operations.ts", "args: ListKeysArgs", "args: any"],
    ["a server is missing", "src/client.ts", '"production" | "sandbox"', '"production"'],
    ["any server will do", "src/client.ts", '"production" | "sandbox"', "string"],
    ["any variable will do", "src/client.ts", "region?: string", "[name: string]: string"],
    [
      "functions refuse a client with methods",
      "src/fetch-client.ts",
      'FetchClient<paths, "sample"',
      'FetchClient<paths, "simple"',
    ],
  ] as const;
  const files = packageFiles();
  // One run of the compiler for all of them: each package in a folder of its own, the untouched one in `sound`.
  const errors = compile([
    ...files.map(([path, source]) => ({ path: `sound/${path}`, text: source })),
    ...variants.flatMap(([, changed, from, to], index) =>
      files.map(([path, source]) => ({
        path: `${index}/${path}`,
        text: path === changed ? source.replace(from, to) : source,
      })),
    ),
  ]);

  test("passes as it is", () => {
    expect(errors.filter((error) => error.startsWith("sound/"))).toEqual([]);
  });

  test.each(variants.map(([what], index) => [what, `${index}/test/types.test-d.ts`]))(
    "fails when %s",
    (_, path) => {
      expect(errors.filter((error) => error.startsWith(path))).not.toEqual([]);
    },
  );
});

function proof(one: string, other: string, declarations = ""): readonly string[] {
  const source = [
    'import type { Equal, Proven } from "@keysmith/contract/types";',
    declarations,
    `export type Fact = Proven<Equal<${one}, ${other}>>;`,
  ];
  return compile([{ path: "proof.ts", text: source.join("\n") }]);
}

function packageFiles(): readonly (readonly [string, string])[] {
  const number = { kind: "number", integer: true, format: undefined } as const;
  const content = {
    mediaType: "application/json",
    kind: "json",
    type: { kind: "reference", name: "Key" },
    examples: [],
  } as const;
  const key = {
    kind: "object",
    properties: [propertyOf("id", number, { required: true })],
    additional: undefined,
  } as const;
  const region = { name: "region", default: "eu", enum: undefined, description: undefined };
  const api = apiOf({
    servers: ["production", "sandbox"].map((name) => ({
      name,
      url: `https://${name}.{region}.example.com`,
      description: undefined,
      variables: [region],
    })),
    schemas: [schemaOf("Key", { type: key })],
    operations: [
      operationOf({
        parameters: [
          parameterOf({ name: "id", in: "path", required: true, type: number }),
          parameterOf({ name: "limit", type: number }),
          parameterOf({ name: "filter", type: text }),
        ],
        responses: [responseOf({ contents: [content] }), responseOf({ status: 404 })],
      }),
    ],
  });
  return [
    ["src/models.ts", emitModels(api, workspace)],
    ["src/operations.ts", emitOperations(api, workspace)],
    ["src/client.ts", emitClient(api, workspace)],
    ["src/fetch-client.ts", emitFetchClient(api, workspace)],
    ["src/functions.ts", emitFunctions(api, workspace)],
    ["src/index.ts", emitIndex(api, workspace)],
    ["src/schema.ts", schema],
    ["test/types.test-d.ts", emitTypeTest(api, workspace)],
  ];
}

/** As openapi-typescript prints it. */
const schema = `
export interface paths {
  "/keys": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: {
        query?: { limit?: number; filter?: string };
        header?: never;
        path: { id: number };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": components["schemas"]["Key"] } };
        404: { headers: { [name: string]: unknown }; content?: never };
      };
    };
  };
}
export interface components { schemas: { Key: { id: number } } }
export interface operations {}
`;
