import { describe, expect, test, vi } from "vitest";
import type { GeneratedFile } from "../src/emit/target.ts";
import { emitClient } from "../src/emit/typescript/client.ts";
import { emitContractTest } from "../src/emit/typescript/contract-test.ts";
import { emitFetchClient } from "../src/emit/typescript/fetch-client.ts";
import { emitFunctions, emitIndex } from "../src/emit/typescript/index.ts";
import { emitMock } from "../src/emit/typescript/mock.ts";
import { emitMockTest, emitMockTypeTest } from "../src/emit/typescript/mock-test.ts";
import { emitModels } from "../src/emit/typescript/models.ts";
import { emitOperations } from "../src/emit/typescript/operations.ts";
import { emitTypeTest } from "../src/emit/typescript/type-test.ts";
import { emitWebhooks } from "../src/emit/typescript/webhooks.ts";
import type { Api, Json, Operation, Type } from "../src/read/model.ts";
import { apiOf, operationOf, parameterOf, propertyOf, responseOf, schemaOf, standalone } from "./emit-api.ts";
import { compile, syntaxOf, tagsOf } from "./emit-compile.ts";

// The compiler takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const harmless = "plain words";

const texts = [
  "*/ declare const evil: any; /*",
  "*\u2028/ evil(); //",
  "text\n@deprecated use another\n@ts-nocheck",
  "text\r@internal\u2029@hidden\u0085@private \u000b @x",
  "`${evil()}` ```\n@example\n```ts",
  `"; evil(); "' + evil() + '`,
  "\\",
  '\\"',
  "\u2028\u2029\u0000\u001b\u202e",
  "\ud800 half",
  "{@link evil} {@inheritDoc evil}",
  "</script><!--",
  "// evil\n/// <reference path='evil' />\n#!evil",
  `${"long ".repeat(30)}*/ @internal`,
];

describe.each(texts)("with %j wherever a document may write", (hostile) => {
  const files = filesOf(apiSaying(hostile));

  test("the syntax is that of harmless text", () => {
    const expected = filesOf(apiSaying(harmless));
    expect(files.map((file) => syntaxOf(file.text))).toEqual(expected.map((file) => syntaxOf(file.text)));
  });

  test("the doc comments have the tags of harmless text", () => {
    const expected = filesOf(apiSaying(harmless));
    expect(files.map((file) => tagsOf(file.text))).toEqual(expected.map((file) => tagsOf(file.text)));
  });
});

test("packages of such documents compile", () => {
  const packages = texts.flatMap((text, index) => {
    const printed = filesOf(apiSaying(text)).filter(({ path }) => path.startsWith("src/"));
    const files = [...printed, { path: "src/schema.ts", text: schemaStub(text) }];
    return files.map((file) => ({ path: `${index}/${file.path}`, text: file.text }));
  });
  expect(compile(packages)).toEqual([]);
});

function filesOf(api: Api): readonly GeneratedFile[] {
  return [
    { path: "src/models.ts", text: emitModels(api, standalone) },
    { path: "src/operations.ts", text: emitOperations(api, standalone) },
    { path: "src/webhooks.ts", text: emitWebhooks(api, standalone) },
    { path: "src/mock.ts", text: emitMock(api, standalone) },
    { path: "src/client.ts", text: emitClient(api, standalone) },
    { path: "src/fetch-client.ts", text: emitFetchClient(api, standalone) },
    { path: "src/functions.ts", text: emitFunctions(api, standalone) },
    { path: "src/index.ts", text: emitIndex(api, standalone) },
    { path: "test/contract.test.ts", text: emitContractTest(api, standalone) },
    { path: "test/mock.test.ts", text: emitMockTest(api, standalone) ?? "" },
    { path: "test/mock.test-d.ts", text: emitMockTypeTest(api, standalone) },
    { path: "test/types.test-d.ts", text: emitTypeTest(api, standalone) },
  ];
}

function schemaStub(path: string): string {
  return `export interface paths { ${JSON.stringify(path)}: {} }\nexport interface components {}\nexport interface operations {}\n`;
}

/** An API that says one text everywhere a document can say something. */
function apiSaying(text: string): Api {
  const docs = { url: text, description: text };
  const value: Json = { [text]: [text] };
  const constraints = { pattern: text, format: text, minLength: 1 };
  const said = { description: text, deprecated: true, default: value, constraints };
  const literal: Type = { kind: "literal", value: text };
  const object: Type = {
    kind: "object",
    properties: [
      propertyOf(text, literal, {
        ...said,
        externalDocs: docs,
        examples: [value],
        sensitive: true,
        writeOnly: true,
      }),
    ],
    additional: undefined,
  };
  const example = { name: text, named: true, summary: text, description: text, value };
  const content = { mediaType: text, kind: "json" as const, type: object, examples: [example] };
  const operation: Operation = operationOf({
    id: text,
    mockId: text,
    path: text,
    summary: text,
    description: `${text}\n\n${text}`,
    deprecated: true,
    externalDocs: docs,
    tags: [text],
    parameters: (["path", "query", "header", "cookie"] as const).map((location) =>
      parameterOf({
        ...said,
        name: text,
        argument: location + text,
        in: location,
        type: literal,
        examples: [example],
        required: true,
        // Written by a call in the query, by data elsewhere.
        allowReserved: location === "query",
      }),
    ),
    body: { required: true, description: text, contents: [content, { ...content, mediaType: `${text}2` }] },
    responses: [200, 201, 404, "default" as const].map((status) =>
      responseOf({ status, description: text, contents: [content] }),
    ),
    security: [[{ scheme: text, scopes: [text, text] }], []],
    servers: [
      {
        name: text,
        url: `https://{${text}}.example.org`,
        description: text,
        variables: [{ name: text, default: text, enum: undefined, description: text }],
      },
    ],
    ownSecurity: true,
    pagination: {
      style: "page",
      parameter: text,
      first: 0,
      limit: text,
      defaultLimit: 1,
      items: text,
      total: text,
      item: object,
    },
  });
  return apiOf({
    title: text,
    version: text,
    summary: text,
    description: text,
    termsOfService: text,
    externalDocs: docs,
    servers: [
      { name: undefined, url: "https://api.example.com", description: text, variables: [] },
      {
        name: text,
        url: `https://{${text}}.example.com`,
        description: text,
        variables: [{ name: text, default: text, enum: [text], description: text }],
      },
    ],
    schemes: [
      { name: text, description: text, env: text, kind: "apiKey", in: "header", parameter: text },
      { name: `${text}2`, description: text, env: text, kind: "oauth2", flows: [] },
    ],
    security: [[{ scheme: text, scopes: [text] }]],
    operations: [operation],
    incoming: {
      typeNames: { webhook: "Webhooks", callback: "Callbacks" },
      calls: (["webhook", "callback"] as const).map((kind) => ({
        kind,
        key: text,
        name: `Made${kind}`,
        method: "POST",
        operation: operation.name,
        url: text,
        summary: text,
        description: `${text}\n\n${text}`,
        deprecated: true,
        externalDocs: docs,
        parameters: operation.parameters,
        body: operation.body,
        responses: operation.responses,
      })),
    },
    schemas: [
      schemaOf("Key", { ...said, externalDocs: docs, key: text, type: object, examples: [value] }),
      schemaOf("Keys", { ...said, key: text, type: { kind: "array", items: object } }),
    ],
    sensitiveProperties: [text],
  });
}
