import { withBody, withSchema } from "../fragments.ts";
import type { Fragment, Row, Version } from "../row.ts";

/* What schemas say of values beside their types: told to readers, and left to the server to judge. */

const text = { type: "string" };
const models = "src/models.ts";
const page = "docs/default.md";

/** Properties with remarks, the type of the object, and what doc comments and pages say. */
function remark(
  feature: string,
  properties: Fragment,
  type: string,
  shown: { readonly comments: readonly string[]; readonly cells?: readonly string[] },
  more: Partial<Row> = {},
): Row {
  return {
    feature,
    ...more,
    status: "supported",
    document: withSchema({ type: "object", properties }),
    types: { "sdk.Thing": type },
    shows: { [models]: shown.comments, [page]: shown.cells ?? [] },
  };
}

/** A bound, and the sentence it becomes in doc comments and pages. */
function bound(keywords: string, schema: Fragment, type: string, sentence: string, only?: Version): Row {
  return remark(
    keywords,
    { a: schema },
    `{ a?: ${type} }`,
    { comments: [`/** ${sentence} */\na?: ${type}`], cells: [sentence] },
    { ...(only && { versions: [only] }) },
  );
}

const number = { type: "number" };
const list = { type: "array", items: text };
const map = { type: "object", additionalProperties: text };

const bounds: readonly Row[] = [
  bound(
    "`minimum`, `maximum`, `multipleOf`",
    { ...number, minimum: 0, maximum: 9, multipleOf: 0.5 },
    "number",
    "At least 0, at most 9, a multiple of 0.5.",
  ),
  bound(
    "`exclusiveMinimum` and `exclusiveMaximum`: numbers",
    { ...number, exclusiveMinimum: 0, exclusiveMaximum: 1 },
    "number",
    "More than 0, less than 1.",
    "3.1",
  ),
  bound(
    "`exclusiveMinimum` and `exclusiveMaximum`: `true`",
    { ...number, minimum: 0, exclusiveMinimum: true, maximum: 1, exclusiveMaximum: true },
    "number",
    "More than 0, less than 1.",
    "3.0",
  ),
  bound(
    "`minLength`, `maxLength`, `pattern`",
    { ...text, minLength: 1, maxLength: 3, pattern: "^[a-z]+$" },
    "string",
    "1 to 3 characters. Matches `^[a-z]+$`.",
  ),
  bound(
    "`minItems`, `maxItems`, `uniqueItems`",
    { ...list, minItems: 1, maxItems: 2, uniqueItems: true },
    "string[]",
    "1 to 2 items. No item twice.",
  ),
  bound(
    "`minProperties`, `maxProperties`",
    { ...map, minProperties: 1, maxProperties: 2 },
    "{ [key: string]: string }",
    "1 to 2 properties.",
  ),
  remark("`format`: any that is no other type", { a: { ...text, format: "iban" } }, "{ a?: string }", {
    comments: ["/** Format: iban. */\na?: string"],
    cells: ["Format `iban`."],
  }),
  {
    feature: "a pattern that is no regular expression",
    status: "warned",
    note: "To a client it is a remark.",
    document: withSchema({ ...text, pattern: "(" }),
    says: [["#/components/schemas/Thing/pattern", "is not a valid regular expression"]],
    types: { "sdk.Thing": "string" },
  },
  {
    feature: "values beyond their bounds",
    status: "supported",
    note: "Sent as they are: the server judges.",
    document: withBody({ "application/json": { schema: { ...list, maxItems: 1, uniqueItems: true } } }),
    calls: { 'client.send({ body: ["a", "a"] })': { sends: "POST /things", body: '["a","a"]' } },
  },
];

const told: readonly Row[] = [
  remark("`description`, in Markdown", { a: { ...text, description: "A *name*." } }, "{ a?: string }", {
    comments: ["/** A *name*. */\na?: string"],
    cells: ["A *name*."],
  }),
  remark(
    "`title`",
    { a: { ...text, title: "The name" } },
    "{ a?: string }",
    { comments: ["{\na?: string"] },
    { note: "Not shown: types and properties have their names." },
  ),
  {
    feature: "`deprecated`: a schema",
    status: "supported",
    document: withSchema({ type: "object", deprecated: true, properties: { a: text } }),
    types: { "sdk.Thing": "{ a?: string }" },
    shows: { [models]: ["/** @deprecated */\nexport interface Thing"], [page]: ["**Deprecated.**"] },
  },
  remark("`deprecated`: a property", { a: { ...text, deprecated: true } }, "{ a?: string }", {
    comments: ["/** @deprecated */\na?: string"],
    cells: ["**Deprecated.**"],
  }),
  remark("`example`", { a: { ...text, example: "x" } }, "{ a?: string }", {
    comments: ['/** @example "x" */\na?: string'],
  }),
  remark(
    "`examples`",
    { a: { ...text, examples: ["x", "y"] } },
    "{ a?: string }",
    { comments: ['/** @example "x" */\na?: string'] },
    { versions: ["3.1"], note: "The first is shown." },
  ),
  {
    feature: "`default`",
    status: "supported",
    note: "Shown; the property stays optional, and no value is filled in.",
    document: withBody({
      "application/json": {
        schema: { type: "object", properties: { a: { type: "integer", default: 7 } } },
      },
    }),
    calls: { "client.send({ body: {} })": { sends: "POST /things", body: "{}" } },
    types: { "sdk.SendArgs": "{ body: { a?: number } }" },
    shows: { "src/operations.ts": ["/** @default 7 */\na?: number"] },
  },
  {
    feature: "`externalDocs`: of a schema, of a property",
    status: "supported",
    document: withSchema({
      type: "object",
      externalDocs: { url: "https://docs.example.com/things", description: "Things" },
      properties: { a: { ...text, externalDocs: { url: "https://docs.example.com/a" } } },
    }),
    types: { "sdk.Thing": "{ a?: string }" },
    shows: {
      [models]: [
        "/** @see [Things](https://docs.example.com/things) */\nexport interface Thing",
        "/** @see [https://docs.example.com/a](https://docs.example.com/a) */\na?: string",
      ],
      [page]: ["See [Things](https://docs.example.com/things).", "(https://docs.example.com/a)"],
    },
  },
];

const silent: readonly Row[] = [
  {
    feature: "`xml`",
    status: "supported",
    note: "Says nothing of JSON; XML itself is text that the caller writes.",
    document: withBody({
      "application/json": {
        schema: {
          type: "object",
          xml: { name: "thing", namespace: "https://example.com/x", prefix: "x" },
          properties: {
            id: { ...text, xml: { attribute: true } },
            all: { type: "array", xml: { wrapped: true }, items: { ...text, xml: { name: "one" } } },
          },
        },
      },
    }),
    calls: {
      'client.send({ body: { id: "a", all: ["b"] } })': {
        sends: "POST /things",
        body: '{"id":"a","all":["b"]}',
      },
    },
    types: { "sdk.SendArgs": "{ body: { id?: string; all?: string[] } }" },
  },
  remark(
    "`contentMediaType` and `contentSchema`: JSON within a text",
    { a: { ...text, contentMediaType: "application/json", contentSchema: { type: "object" } } },
    "{ a?: string }",
    { comments: ["a?: string"] },
    { versions: ["3.1"], note: "A text all the same." },
  ),
  remark(
    "`$comment`",
    { a: { ...text, $comment: "Ask Jane." } },
    "{ a?: string }",
    { comments: ["{\na?: string"] },
    { versions: ["3.1"], note: "Not shown: it is meant for authors." },
  ),
];

export const schemaRemarks: readonly Row[] = [...bounds, ...told, ...silent];
