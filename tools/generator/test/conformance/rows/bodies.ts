import { withBody, withOperation } from "../fragments.ts";
import type { Row } from "../row.ts";
import { bodiesFiles } from "./bodies-files.ts";
import { formBodies } from "./bodies-form.ts";

const object = { type: "object", required: ["a"], properties: { a: { type: "integer" } } };
const text = { type: "string" };
const file = { type: "string", format: "binary" };
const sends = "POST /things";
const blob = 'new Blob(["abc"], { type: "image/png" })';

export const bodies: readonly Row[] = [
  {
    feature: "JSON",
    status: "supported",
    document: withBody({ "application/json": { schema: object } }),
    calls: {
      "client.send({ body: { a: 1 } })": {
        sends,
        headers: { "content-type": "application/json" },
        body: '{"a":1}',
      },
    },
    types: { "sdk.SendArgs": "{ body: { a: number } }" },
    wrong: ["client.send({ body: {} })", "client.send({})", 'client.send({ body: { a: "1" } })'],
  },
  {
    feature: "JSON of another name: `+json`, with parameters",
    status: "supported",
    document: withBody({ "application/merge-patch+json; charset=utf-8": { schema: object } }),
    calls: {
      "client.send({ body: { a: 1 } })": {
        sends,
        headers: { "content-type": "application/merge-patch+json; charset=utf-8" },
        body: '{"a":1}',
      },
    },
  },
  {
    feature: "an optional body",
    status: "supported",
    document: withBody({ "application/json": { schema: object } }, {}),
    calls: { "client.send()": { sends, headers: { "content-type": undefined }, body: "" } },
    types: { "sdk.SendArgs": "{ body?: { a: number } }" },
  },
  {
    feature: "a body by `$ref`",
    status: "supported",
    document: withOperation({ requestBody: { $ref: "#/components/requestBodies/Thing" } }, "put", {
      components: {
        requestBodies: { Thing: { required: true, content: { "application/json": { schema: object } } } },
      },
    }),
    calls: { "client.send({ body: { a: 1 } })": { sends: "PUT /things", body: '{"a":1}' } },
  },
  {
    feature: "a body without a schema",
    status: "supported",
    document: withBody({ "application/json": {} }),
    calls: { 'client.send({ body: ["x"] })': { sends, body: '["x"]' } },
    types: { "sdk.SendArgs": "{ body: unknown }" },
  },
  {
    feature: "a body with DELETE",
    status: "supported",
    document: withOperation(
      { requestBody: { required: true, content: { "application/json": { schema: object } } } },
      "delete",
    ),
    calls: { "client.send({ body: { a: 1 } })": { sends: "DELETE /things", body: '{"a":1}' } },
  },
  {
    feature: "text",
    status: "supported",
    document: withBody({ "text/plain": { schema: text } }),
    calls: {
      'client.send({ body: "ä" })': { sends, headers: { "content-type": "text/plain" }, body: "ä" },
    },
    wrong: ["client.send({ body: { a: 1 } })"],
  },
  {
    feature: "XML, and any text that a schema describes as an object",
    status: "warned",
    note: "The type is `string`.",
    document: withBody({ "application/xml": { schema: object } }),
    says: [["#/paths/~1things/post/requestBody/content/application~1xml", "the type is `string`"]],
    calls: {
      'client.send({ body: "<a/>" })': {
        sends,
        headers: { "content-type": "application/xml" },
        body: "<a/>",
      },
    },
    types: { "sdk.SendArgs": "{ body: string }" },
  },
  {
    feature: "XML beside JSON",
    status: "supported",
    note: "JSON is sent.",
    document: withBody({ "application/xml": { schema: object }, "application/json": { schema: object } }),
    calls: { "client.send({ body: { a: 1 } })": { sends, headers: { "content-type": "application/json" } } },
    types: { "sdk.SendArgs": "{ body: { a: number } }" },
  },
  {
    feature: "bytes: `format: binary`",
    status: "supported",
    document: withBody({ "application/octet-stream": { schema: file } }),
    calls: {
      'client.send({ body: new Blob(["abc"]) })': {
        sends,
        headers: { "content-type": "application/octet-stream" },
        body: "abc",
      },
    },
    types: { "sdk.SendArgs": "{ body: Blob }" },
    wrong: ["client.send({ body: {} })"],
  },
  {
    feature: "bytes: no schema",
    status: "supported",
    document: withBody({ "image/png": {} }),
    calls: { [`client.send({ body: ${blob} })`]: { sends, headers: { "content-type": "image/png" } } },
    types: { "sdk.SendArgs": "{ body: Blob }" },
  },
  {
    feature: "bytes: `contentMediaType`",
    status: "supported",
    versions: ["3.1"],
    document: withBody({ "image/png": { schema: { type: "string", contentMediaType: "image/png" } } }),
    calls: { [`client.send({ body: ${blob} })`]: { sends, body: "abc" } },
    types: { "sdk.SendArgs": "{ body: Blob }" },
  },
  {
    feature: "bytes that a schema calls text",
    status: "supported",
    document: withBody({ "application/octet-stream": { schema: text } }),
    calls: { 'client.send({ body: "abc" })': { sends, body: "abc" } },
    types: { "sdk.SendArgs": "{ body: Blob | string }" },
  },
  {
    feature: "bytes that a schema calls an object",
    status: "warned",
    note: "The type is `Blob`.",
    document: withBody({ "application/zip": { schema: object } }),
    says: [["#/paths/~1things/post/requestBody/content/application~1zip", "the type is `Blob`"]],
    types: { "sdk.SendArgs": "{ body: Blob }" },
  },
  {
    feature: "multipart that is no form: `multipart/mixed`, `multipart/related`",
    status: "warned",
    note: "The type is `Blob`: the caller writes the parts.",
    document: withBody({ "multipart/mixed": { schema: object } }),
    says: [["#/paths/~1things/post/requestBody/content/multipart~1mixed", "only `multipart/form-data` is"]],
    types: { "sdk.SendArgs": "{ body: Blob }" },
  },
  {
    feature: "any media type, `*/*`: JSON",
    status: "supported",
    document: withBody({ "*/*": { schema: object } }),
    calls: { "client.send({ body: { a: 1 } })": { sends, headers: { "content-type": "application/json" } } },
  },
  {
    feature: "any media type, `*/*`: bytes",
    status: "supported",
    document: withBody({ "*/*": { schema: file } }),
    calls: {
      [`client.send({ body: ${blob} })`]: { sends, headers: { "content-type": "application/octet-stream" } },
    },
  },
  {
    feature: "a range, `image/*`",
    status: "supported",
    note: "The argument `contentType` is required.",
    document: withBody({ "image/*": { schema: file } }),
    calls: {
      [`client.send({ body: ${blob}, contentType: "image/gif" })`]: {
        sends,
        headers: { "content-type": "image/gif" },
        body: "abc",
      },
    },
    types: { "sdk.SendArgs": "{ body: Blob; contentType: `image/${string}` }" },
    wrong: [`client.send({ body: ${blob} })`, `client.send({ body: ${blob}, contentType: "text/plain" })`],
  },
  {
    feature: "several media types of one schema",
    status: "supported",
    note: "The argument `contentType` chooses.",
    document: withBody({
      "application/json": { schema: object },
      "application/merge-patch+json": { schema: object },
    }),
    calls: {
      "client.send({ body: { a: 1 } })": { sends, headers: { "content-type": "application/json" } },
      'client.send({ body: { a: 1 }, contentType: "application/merge-patch+json" })': {
        sends,
        headers: { "content-type": "application/merge-patch+json" },
      },
    },
    wrong: ['client.send({ body: { a: 1 }, contentType: "text/plain" })'],
  },
  {
    feature: "several media types, each of its own schema",
    status: "supported",
    note: "The argument `contentType` chooses, and decides the type of the body.",
    document: withBody({
      "application/json": { schema: object },
      "text/csv": { schema: text },
      "image/*": { schema: file },
    }),
    calls: {
      "client.send({ body: { a: 1 } })": { sends, body: '{"a":1}' },
      'client.send({ body: "a,b", contentType: "text/csv" })': {
        sends,
        headers: { "content-type": "text/csv" },
        body: "a,b",
      },
      [`client.send({ body: ${blob}, contentType: "image/gif" })`]: {
        sends,
        headers: { "content-type": "image/gif" },
        body: "abc",
      },
    },
    wrong: [
      'client.send({ body: "a,b" })',
      'client.send({ body: { a: 1 }, contentType: "text/csv" })',
      'client.send({ body: "a,b", contentType: "image/gif" })',
    ],
  },
  {
    feature: "`example` and `examples`",
    status: "supported",
    note: "The first is shown, and used in sample calls where it fits the type.",
    document: withBody({
      "application/json": {
        schema: object,
        examples: { one: { value: { a: 1 } }, two: { value: { a: 2 } } },
      },
    }),
    calls: { "client.send({ body: { a: 3 } })": { sends, body: '{"a":3}' } },
    shows: {
      "src/operations.ts": ["@example { a: 1 }"],
      "docs/default.md": ["sample.send({ body: { a: 1 } })"],
    },
  },
  {
    feature: "`externalValue` of an example",
    status: "supported",
    note: "Not shown: nothing is read from the network.",
    document: withBody({
      "application/json": { schema: object, examples: { one: { externalValue: "https://example.com/a" } } },
    }),
    calls: { "client.send({ body: { a: 3 } })": { sends, body: '{"a":3}' } },
  },
  ...bodiesFiles,
  ...formBodies,
];
