import { withParameters } from "../fragments.ts";
import type { Row } from "../row.ts";

/* What parameters say beside their form. */

const text = { type: "string" };
const number = { type: "integer" };
const query = { name: "q", in: "query" };
const source = "src/operations.ts";
const page = "docs/default.md";

export const parameterRemarks: readonly Row[] = [
  {
    feature: "`deprecated`, also in the parameter's schema",
    status: "supported",
    document: withParameters(
      { ...query, deprecated: true, schema: number },
      { ...query, name: "p", schema: { ...text, deprecated: true } },
    ),
    calls: { 'client.send({ q: 1, p: "a" })': "GET /things?q=1&p=a" },
    shows: {
      [source]: ["/** @deprecated */\nq?: number", "/** @deprecated */\np?: string"],
      [page]: ["**Deprecated.**"],
    },
  },
  {
    feature: "`default`",
    status: "supported",
    note: "Shown; nothing is sent unasked.",
    document: withParameters({ ...query, schema: { ...number, default: 7 } }),
    calls: { "client.send()": "GET /things", "client.send({ q: 7 })": "GET /things?q=7" },
    types: { "sdk.SendArgs": "{ q?: number }" },
    shows: { [source]: ["/** @default 7 */\nq?: number"], [page]: ["`7`"] },
  },
  {
    feature: "`default` of a required one",
    status: "supported",
    note: "The argument is required all the same.",
    document: withParameters({ ...query, required: true, schema: { ...number, default: 7 } }),
    calls: { "client.send({ q: 1 })": "GET /things?q=1" },
    types: { "sdk.SendArgs": "{ q: number }" },
    wrong: ["client.send()", "client.send({})"],
  },
  {
    feature: "bounds",
    status: "supported",
    note: "Shown; a value beyond them is sent: the server judges.",
    document: withParameters({ ...query, schema: { ...number, minimum: 1, maximum: 9 } }),
    calls: { "client.send({ q: 10 })": "GET /things?q=10" },
    shows: { [source]: ["/** At least 1, at most 9. */\nq?: number"], [page]: ["At least 1, at most 9."] },
  },
  {
    feature: "`example` and `examples`",
    status: "supported",
    note: "The first is shown, and used in sample calls.",
    document: withParameters(
      { ...query, example: 3, schema: number },
      { ...query, name: "p", examples: { one: { value: "x" }, two: { value: "y" } }, schema: text },
    ),
    calls: { "client.send()": "GET /things" },
    shows: {
      [source]: ["/** @example 3 */\nq?: number", '/** @example "x" */\np?: string'],
      [page]: ['sample.send({ q: 3, p: "x" })'],
    },
  },
  {
    feature: "`allowReserved: true` beyond the query",
    status: "warned",
    note: "It means nothing there: values are encoded.",
    document: withParameters(
      { name: "id", in: "path", required: true, allowReserved: true, schema: text },
      { name: "c", in: "cookie", allowReserved: true, schema: text },
    ),
    says: [
      ["#/paths/~1things~1{id}/get/parameters/0/allowReserved", "means something in the query only"],
      ["#/paths/~1things~1{id}/get/parameters/1/allowReserved", "means something in the query only"],
    ],
    calls: {
      'client.send({ id: "a/b?c", c: "a/b" })': {
        sends: "GET /things/a%2Fb%3Fc",
        headers: { cookie: "c=a%2Fb" },
      },
    },
  },
  {
    feature: "`allowEmptyValue: true` beyond the query",
    status: "warned",
    note: "It means nothing there.",
    document: withParameters({ name: "X-A", in: "header", allowEmptyValue: true, schema: text }),
    says: [["#/paths/~1things/get/parameters/0/allowEmptyValue", "means something in the query only"]],
    calls: { 'client.send({ "X-A": "a" })': { sends: "GET /things", headers: { "x-a": "a" } } },
  },
  {
    feature: "`allowReserved: false` and `allowEmptyValue: false` beyond the query",
    status: "supported",
    document: withParameters(
      { name: "id", in: "path", required: true, allowReserved: false, allowEmptyValue: false, schema: text },
      { name: "X-A", in: "header", allowReserved: false, allowEmptyValue: false, schema: text },
    ),
    calls: {
      'client.send({ id: "a/b", "X-A": "a" })': { sends: "GET /things/a%2Fb", headers: { "x-a": "a" } },
    },
  },
  {
    feature: "`x-sensitive`",
    status: "supported",
    note: "Hidden in logs and errors, not on the wire.",
    document: withParameters({ ...query, schema: { ...text, "x-sensitive": true } }),
    calls: { 'client.send({ q: "a" })': "GET /things?q=a" },
    shows: { [source]: ["/** A secret: shown as `[redacted]` in logs and errors. */\nq?: string"] },
  },
];
