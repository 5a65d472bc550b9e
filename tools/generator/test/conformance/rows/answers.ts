import { withAnswers } from "../fragments.ts";
import type { Exchange, Row } from "../row.ts";

const object = { type: "object", required: ["a"], properties: { a: { type: "integer" } } };
const other = { type: "object", required: ["b"], properties: { b: { type: "string" } } };
const text = { type: "string" };
const file = { type: "string", format: "binary" };
const sends = "GET /things";
const result = "Awaited<ReturnType<typeof sdk.send>>";
const fine = { description: "Fine." };

/** An answer with status 200 of these media types. */
const ok = (content: object): object => ({ 200: { ...fine, content } });
const answer = (type: string, body: string, accept = type): Partial<Exchange> => ({
  sends,
  headers: { accept },
  answers: { type, body },
});

export const answers: readonly Row[] = [
  {
    feature: "JSON",
    status: "supported",
    document: withAnswers({ ...ok({ "application/json": { schema: object } }) }),
    calls: { "client.send()": { ...answer("application/json", '{"a":1}'), gives: { a: 1 } } },
    types: { [result]: "{ a: number }" },
  },
  {
    feature: "JSON of another name: `+json`",
    status: "supported",
    document: withAnswers({ ...ok({ "application/hal+json": { schema: object } }) }),
    calls: { "client.send()": { ...answer("application/hal+json", '{"a":1}'), gives: { a: 1 } } },
  },
  {
    feature: "no content",
    status: "supported",
    document: withAnswers({ 204: fine }),
    calls: { "client.send()": { sends, gives: undefined } },
    types: { [result]: "void" },
  },
  {
    feature: "text, HTML included",
    status: "supported",
    document: withAnswers({ ...ok({ "text/html": { schema: text } }) }),
    calls: { "client.send()": { ...answer("text/html", "<p>"), gives: "<p>" } },
    types: { [result]: "string" },
  },
  {
    feature: "XML, and any text that a schema describes as something else",
    status: "warned",
    note: "The type is `string`.",
    document: withAnswers({ ...ok({ "application/xml": { schema: object } }) }),
    says: [["#/paths/~1things/get/responses/200/content/application~1xml", "the type is `string`"]],
    calls: { "client.send()": { ...answer("application/xml", "<a/>"), gives: "<a/>" } },
    types: { [result]: "string" },
  },
  {
    feature: "bytes",
    status: "supported",
    document: withAnswers({ ...ok({ "image/png": { schema: file } }) }),
    calls: {
      "client.send().then((blob) => blob.text())": { ...answer("image/png", "abc"), gives: "abc" },
    },
    types: { [result]: "Blob" },
  },
  {
    feature: "bytes without a schema",
    status: "supported",
    document: withAnswers({ ...ok({ "application/pdf": {} }) }),
    types: { [result]: "Blob" },
  },
  {
    feature: "bytes that a schema calls an object",
    status: "warned",
    note: "The type is `Blob`.",
    document: withAnswers({ ...ok({ "application/zip": { schema: object } }) }),
    says: [["#/paths/~1things/get/responses/200/content/application~1zip", "the type is `Blob`"]],
    types: { [result]: "Blob" },
  },
  {
    feature: "`*/*`",
    status: "supported",
    note: "Read by the media type that the answer has.",
    document: withAnswers({ ...ok({ "*/*": { schema: object } }) }),
    calls: { "client.send()": { ...answer("application/json", '{"a":1}', "*/*"), gives: { a: 1 } } },
    types: { [result]: "{ a: number }" },
  },
  {
    feature: "several media types of one schema",
    status: "supported",
    note: "JSON is asked for.",
    document: withAnswers({
      ...ok({
        "text/plain": { schema: object },
        "application/xml": { schema: object },
        "application/json": { schema: object },
        "text/json": { schema: object },
      }),
    }),
    calls: { "client.send()": { ...answer("application/json", '{"a":1}'), gives: { a: 1 } } },
    types: { [result]: "{ a: number }" },
  },
  {
    feature: "several media types, each of its own schema",
    status: "supported",
    document: withAnswers({
      ...ok({ "application/json": { schema: object }, "text/csv": { schema: text } }),
    }),
    calls: {
      "client.send()": { ...answer("text/csv", "a,b", "application/json, text/csv"), gives: "a,b" },
      'client.send({ headers: { accept: "text/csv" } })': { ...answer("text/csv", "a,b"), gives: "a,b" },
    },
    types: { [result]: "{ a: number } | string" },
  },
  {
    feature: "several successes, and `2XX`",
    status: "supported",
    document: withAnswers({
      200: { ...fine, content: { "application/json": { schema: object } } },
      "2XX": { ...fine, content: { "application/json": { schema: other } } },
      204: fine,
    }),
    types: { [result]: "{ a: number } | { b: string } | void" },
  },
  {
    feature: "errors, `4XX`, `5XX` and `default`",
    status: "supported",
    document: withAnswers({
      204: fine,
      404: { ...fine, content: { "application/json": { schema: object } } },
      "4XX": { ...fine, content: { "text/plain": { schema: text } } },
      "5XX": fine,
      default: { ...fine, content: { "application/json": { schema: other } } },
    }),
    calls: {
      "client.send().safe().then((result) => !result.ok && result.error.status === 404 && result.error.body.a)":
        {
          sends,
          answers: { status: 404, body: '{"a":1}' },
          gives: 1,
        },
      "client.send()": { sends, answers: { status: 404, body: '{"a":1}' }, throws: /404/ },
    },
    types: {
      "sdk.SendErrors": '{ 404: { a: number }; "4XX": string; "5XX": undefined; default: { b: string } }',
    },
  },
  {
    feature: "an error that is a file",
    status: "supported",
    note: "Bodies of errors are JSON or text.",
    document: withAnswers({ 204: fine, 400: { ...fine, content: { "application/pdf": { schema: file } } } }),
    types: { "sdk.SendErrors": "{ 400: string }" },
  },
  {
    feature: "headers of an answer",
    status: "supported",
    note: "Read with `withResponse()`; the reference pages list them.",
    document: withAnswers({ 204: { ...fine, headers: { "X-Left": { schema: { type: "integer" } } } } }),
    calls: {
      "client.send().withResponse().then(({ response }) => response.headers.has('x-left'))": {
        sends,
        gives: false,
      },
    },
  },
  {
    feature: "headers of an answer: `deprecated`, and `Set-Cookie`",
    status: "supported",
    note: "A client keeps no cookies.",
    document: withAnswers({
      204: {
        ...fine,
        headers: { "X-Old": { deprecated: true, schema: text }, "Set-Cookie": { schema: text } },
      },
    }),
    calls: { "client.send()": { sends, headers: { cookie: undefined } } },
    shows: { "docs/default.md": ["`X-Old`: **Deprecated.**", "`Set-Cookie`"] },
  },
  {
    feature: "`examples` of an answer",
    status: "supported",
    document: withAnswers({
      ...ok({ "application/json": { schema: object, examples: { one: { value: { a: 1234 } } } } }),
    }),
    types: { [result]: "{ a: number }" },
    shows: { "docs/default.md": ['"a": 1234'] },
  },
  {
    feature: "links",
    status: "supported",
    note: "Doc comments and reference pages say where an answer leads.",
    document: withAnswers({ 204: { ...fine, links: { next: { operationId: "send" } } } }),
    calls: { "client.send()": sends },
  },
  {
    feature: "links by `operationRef`, and by `$ref`",
    status: "supported",
    document: withAnswers(
      {
        204: {
          ...fine,
          links: { one: { operationRef: "#/paths/~1things/get" }, two: { $ref: "#/components/links/Two" } },
        },
      },
      { components: { links: { Two: { operationId: "send", parameters: { "query.a": 1 } } } } },
    ),
    calls: { "client.send()": sends },
  },
  {
    feature: "links to what is no operation of the document",
    status: "warned",
    note: "They are left out.",
    document: withAnswers({ 204: { ...fine, links: { next: { operationId: "sent" } } } }),
    says: [["#/paths/~1things/get/responses/204/links/next/operationId", "Did you mean `send`?"]],
    calls: { "client.send()": sends },
  },
  {
    feature: "answers by `$ref`",
    status: "supported",
    document: withAnswers(
      { 200: { $ref: "#/components/responses/Thing" } },
      {
        components: {
          responses: { Thing: { ...fine, content: { "application/json": { schema: object } } } },
        },
      },
    ),
    calls: { "client.send()": { ...answer("application/json", '{"a":1}'), gives: { a: 1 } } },
  },
];
