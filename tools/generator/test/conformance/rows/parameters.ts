import { withParameters } from "../fragments.ts";
import type { Row } from "../row.ts";

const list = { type: "array", items: { type: "integer" } };
const object = { type: "object", properties: { x: { type: "integer" }, y: { type: "string" } } };

export const parameters: readonly Row[] = [
  {
    feature: "`in: query`, `style: form`: a single value",
    status: "supported",
    document: withParameters({ name: "q", in: "query", schema: { type: "string" } }),
    calls: {
      'client.send({ q: "a b&c" })': "GET /things?q=a%20b%26c",
      'client.send({ q: "" })': "GET /things?q=",
      "client.send()": "GET /things",
    },
    types: { "sdk.SendArgs": "{ q?: string }" },
    wrong: ["client.send({ q: 1 })", "client.send({ p: 1 })"],
  },
  {
    feature: "`in: query`, `style: form`, exploded: a list",
    status: "supported",
    document: withParameters({ name: "q", in: "query", schema: list }),
    calls: { "client.send({ q: [1, 2] })": "GET /things?q=1&q=2", "client.send({ q: [] })": "GET /things" },
    wrong: ["client.send({ q: 1 })"],
  },
  {
    feature: "`in: query`, `style: form`, exploded: an object",
    status: "supported",
    document: withParameters({ name: "q", in: "query", schema: object }),
    calls: { 'client.send({ q: { x: 1, y: "b" } })': "GET /things?x=1&y=b" },
  },
  {
    feature: "`in: querystring`",
    status: "refused",
    document: withParameters({ name: "q", in: "querystring", schema: { type: "string" } }),
    says: [["#/paths/~1things/get/parameters/0/in", "`in` must be"]],
  },
];
