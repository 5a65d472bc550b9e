import { withOperation, withParameters } from "../fragments.ts";
import type { Row } from "../row.ts";
import { cookieAndHeaderParameters } from "./parameters-cookie-header.ts";
import { pathParameters } from "./parameters-path.ts";
import { queryParameters } from "./parameters-query.ts";
import { parameterRemarks } from "./parameters-remarks.ts";

const json = { "application/json": { schema: { type: "object", properties: { a: { type: "integer" } } } } };
const text = { schema: { type: "string" } };

export const parameters: readonly Row[] = [
  ...pathParameters,
  ...queryParameters,
  ...cookieAndHeaderParameters,
  ...parameterRemarks,
  {
    feature: "`content`: JSON, in a query and in a header",
    status: "supported",
    document: withParameters(
      { name: "q", in: "query", content: json },
      { name: "x-h", in: "header", content: json },
    ),
    calls: {
      'client.send({ q: { a: 1 }, "x-h": { a: 2 } })': {
        sends: "GET /things?q=%7B%22a%22%3A1%7D",
        headers: { "x-h": '{"a":2}' },
      },
    },
    types: { "sdk.SendArgs": '{ q?: { a?: number }; "x-h"?: { a?: number } }' },
    wrong: ['client.send({ q: "text" })'],
  },
  {
    feature: "`content`: text",
    status: "supported",
    document: withParameters({ name: "q", in: "query", content: { "text/plain": text } }),
    calls: { 'client.send({ q: "a b" })': "GET /things?q=a%20b" },
  },
  {
    feature: "`content`: `*/*` of a text",
    status: "supported",
    document: withParameters({ name: "q", in: "query", content: { "*/*": text } }),
    calls: { 'client.send({ q: "a" })': "GET /things?q=a" },
  },
  {
    feature: "`content`: any other media type",
    status: "warned",
    note: "The type is `string`: the caller writes it.",
    document: withParameters({
      name: "q",
      in: "query",
      content: { "application/octet-stream": { schema: { type: "object" } } },
    }),
    says: [
      [
        "#/paths/~1things/get/parameters/0/content/application~1octet-stream",
        "not as `application/octet-stream`: its type is `string`",
      ],
    ],
    calls: { 'client.send({ q: "<a/>" })': "GET /things?q=%3Ca%2F%3E" },
    types: { "sdk.SendArgs": "{ q?: string }" },
  },
  {
    feature: "parameters of a path, and overridden by an operation",
    status: "supported",
    document: {
      paths: {
        "/things": {
          parameters: [
            { name: "q", in: "query", ...text },
            { name: "X-Id", in: "header", ...text },
          ],
          get: {
            operationId: "send",
            parameters: [{ name: "x-id", in: "header", required: true, schema: { type: "integer" } }],
            responses: { 204: { description: "Done." } },
          },
        },
      },
    },
    calls: { 'client.send({ q: "a", "x-id": 1 })': { sends: "GET /things?q=a", headers: { "x-id": "1" } } },
    types: { "sdk.SendArgs": '{ q?: string; "x-id": number }' },
  },
  {
    feature: "parameters by `$ref`",
    status: "supported",
    document: withOperation({ parameters: [{ $ref: "#/components/parameters/Page" }] }, "get", {
      components: { parameters: { Page: { name: "page", in: "query", schema: { type: "integer" } } } },
    }),
    calls: { "client.send({ page: 2 })": "GET /things?page=2" },
  },
  {
    feature: "a parameter called `body`",
    status: "supported",
    document: withParameters({ name: "body", in: "query", ...text }),
    calls: { 'client.send({ queryBody: "a" })': "GET /things?body=a" },
  },
  {
    feature: "`in: querystring` (3.2)",
    status: "refused",
    document: withParameters({ name: "q", in: "querystring", schema: { type: "string" } }),
    says: [["#/paths/~1things/get/parameters/0/in", "must be `path`, `query`, `header` or `cookie`"]],
  },
  {
    feature: "a style that its place does not have",
    status: "refused",
    document: withParameters({ name: "q", in: "header", style: "form", ...text }),
    says: [["#/paths/~1things/get/parameters/0/style", "must be `simple`; found"]],
  },
];
