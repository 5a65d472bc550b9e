import { withParameters } from "../fragments.ts";
import type { Row } from "../row.ts";

const text = { type: "string" };
const list = { type: "array", items: text };
const object = { type: "object", properties: { x: { type: "integer" }, y: { type: "integer" } } };
const also = "test/conformance/read-back.test.ts";

function row(feature: string, declaration: object, arg: string, query: string): Row {
  return {
    feature: `\`in: query\`, ${feature}`,
    status: "supported",
    also,
    document: withParameters({ name: "q", in: "query", ...declaration }),
    calls: { [`client.send({ q: ${arg} })`]: `GET /things${query}` },
    wrong: ["client.send({ q: Symbol() })", "client.send({ p: 1 })"],
  };
}

export const queryParameters: readonly Row[] = [
  row("`style: form`: single", { schema: text }, '"a b&c=d"', "?q=a%20b%26c%3Dd"),
  row("`style: form`: number", { schema: { type: "number" } }, "1.5", "?q=1.5"),
  row("`style: form`: boolean", { schema: { type: "boolean" } }, "false", "?q=false"),
  row("`style: form`: empty text", { schema: text }, '""', "?q="),
  row("`style: form`, `explode: true`: list", { schema: list }, '["a", "b"]', "?q=a&q=b"),
  row("`style: form`, `explode: true`: empty list", { schema: list }, "[]", ""),
  row("`style: form`, `explode: true`: object", { schema: object }, "{ x: 1, y: 2 }", "?x=1&y=2"),
  row(
    "`style: form`, `explode: false`: list",
    { explode: false, schema: list },
    '["a", "b,c"]',
    "?q=a,b%2Cc",
  ),
  row("`style: form`, `explode: false`: empty list", { explode: false, schema: list }, "[]", "?q="),
  row("`style: form`, `explode: false`: object", { explode: false, schema: object }, "{ x: 1 }", "?q=x,1"),
  ...[
    ["spaceDelimited", "%20"],
    ["pipeDelimited", "|"],
  ].flatMap(([style, mark = ""]) => [
    row(
      `\`style: ${style}\`, \`explode: false\`: list`,
      { style, explode: false, schema: list },
      '["a", "b c|d"]',
      `?q=a${mark}b%20c%7Cd`,
    ),
    row(
      `\`style: ${style}\`, \`explode: false\`: object`,
      { style, explode: false, schema: object },
      "{ x: 1, y: 2 }",
      `?q=${["x", 1, "y", 2].join(mark)}`,
    ),
    row(
      `\`style: ${style}\`, \`explode: true\`: list`,
      { style, explode: true, schema: list },
      '["a", "b"]',
      "?q=a&q=b",
    ),
  ]),
  row(
    "`style: deepObject`: object",
    { style: "deepObject", schema: object },
    "{ x: 1, y: 2 }",
    "?q[x]=1&q[y]=2",
  ),
  row(
    "`style: deepObject`: objects and lists within it",
    {
      style: "deepObject",
      schema: { type: "object", properties: { a: object, b: list } },
    },
    '{ a: { x: 1 }, b: ["c", "d"] }',
    "?q[a][x]=1&q[b][0]=c&q[b][1]=d",
  ),
  row("`style: deepObject`: list", { style: "deepObject", schema: list }, '["a", "b"]', "?q[0]=a&q[1]=b"),
  row(
    "`allowReserved: true`",
    { allowReserved: true, schema: text },
    '"/a?b=c:d[e]@f&g#h+i%j"',
    "?q=/a?b=c:d[e]@f%26g%23h%2Bi%25j",
  ),
  row("`allowEmptyValue: true`: text", { allowEmptyValue: true, schema: text }, '""', "?q="),
  {
    feature: "`allowEmptyValue: true`: anything but text",
    status: "warned",
    note: "No argument stands for the empty value.",
    document: withParameters({ name: "q", in: "query", allowEmptyValue: true, schema: { type: "boolean" } }),
    says: [["#/paths/~1things/get/parameters/0/allowEmptyValue", "The empty value cannot be given"]],
    calls: { "client.send({ q: true })": "GET /things?q=true" },
    types: { "sdk.SendArgs": "{ q?: boolean }" },
  },
  {
    feature: "`in: query`: `null` where the schema allows it, and where it does not",
    status: "supported",
    versions: ["3.1"],
    document: withParameters(
      { name: "p", in: "query", required: true, schema: { type: ["string", "null"] } },
      { name: "q", in: "query", schema: text },
    ),
    calls: { "client.send({ p: null })": "GET /things?p=null" },
    wrong: ["client.send({ p: null, q: null })"],
  },
  {
    feature: "`in: query`: `required`",
    status: "supported",
    document: withParameters({ name: "q", in: "query", required: true, schema: text }),
    calls: { 'client.send({ q: "a" })': "GET /things?q=a" },
    wrong: ["client.send()", "client.send({})", "client.send({ q: undefined })"],
  },
  {
    feature: "`in: query`, `style: form`: lists and objects within a list",
    status: "warned",
    note: "OpenAPI leaves it open. Each is sent as JSON, as Swagger UI does.",
    document: withParameters({ name: "q", in: "query", schema: { type: "array", items: object } }),
    says: [["#/paths/~1things/get/parameters/0/schema", "within a list are written: each is sent as JSON"]],
    calls: {
      "client.send({ q: [{ x: 1 }, { y: 2 }] })": "GET /things?q=%7B%22x%22%3A1%7D&q=%7B%22y%22%3A2%7D",
    },
    types: { "sdk.SendArgs": "{ q?: { x?: number; y?: number }[] }" },
  },
  {
    feature: "`in: query`, `style: form`: lists and objects within an object",
    status: "warned",
    note: "OpenAPI leaves it open. Each is sent as JSON, as Swagger UI does.",
    document: withParameters({ name: "q", in: "query", schema: { type: "object", properties: { a: list } } }),
    says: [
      ["#/paths/~1things/get/parameters/0/schema", "within an object are written: each is sent as JSON"],
    ],
    calls: { 'client.send({ q: { a: ["b"] } })': "GET /things?a=%5B%22b%22%5D" },
  },
];
