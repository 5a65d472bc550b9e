import { withParameters } from "../fragments.ts";
import type { Row } from "../row.ts";

const text = { type: "string" };
const list = { type: "array", items: text };
const object = { type: "object", properties: { x: { type: "integer" }, y: { type: "integer" } } };
const also = "test/conformance/read-back.test.ts";

function header(feature: string, declaration: object, arg: string, value: string): Row {
  return {
    feature: `\`in: header\`, ${feature}`,
    status: "supported",
    also,
    document: withParameters({ name: "X-Value", in: "header", ...declaration }),
    calls: {
      [`client.send({ "X-Value": ${arg} })`]: { sends: "GET /things", headers: { "x-value": value } },
    },
    wrong: ['client.send({ "X-Value": Symbol() })'],
  };
}

function cookie(feature: string, declaration: object, arg: string, value: string): Row {
  return {
    feature: `\`in: cookie\`, ${feature}`,
    status: "supported",
    also,
    document: withParameters({ name: "c", in: "cookie", ...declaration }),
    calls: { [`client.send({ c: ${arg} })`]: { sends: "GET /things", headers: { cookie: value } } },
    wrong: ["client.send({ c: Symbol() })"],
  };
}

export const cookieAndHeaderParameters: readonly Row[] = [
  header("single", { schema: text }, '"a, b"', "a, b"),
  header("list", { schema: list }, '["a", "b"]', "a,b"),
  header("`explode: false`: object", { schema: object }, "{ x: 1, y: 2 }", "x,1,y,2"),
  header("`explode: true`: object", { explode: true, schema: object }, "{ x: 1, y: 2 }", "x=1,y=2"),
  {
    feature: "`in: header`: what cannot travel in a header",
    status: "supported",
    note: "A `ConfigError` that does not repeat the value.",
    document: withParameters({ name: "X-Value", in: "header", schema: text }),
    calls: { 'client.send({ "X-Value": "a\\r\\nb: c" })': { throws: /no line break/ } },
  },
  ...["Accept", "Content-Type", "Authorization"].map((name): Row => ({
    feature: `\`in: header\`: \`${name}\``,
    status: "warned",
    note: "OpenAPI ignores it.",
    document: withParameters({ name, in: "header", required: true, schema: text }),
    says: [["#/paths/~1things/get/parameters/0", `OpenAPI ignores a header parameter called \`${name}\``]],
    calls: { "client.send()": "GET /things" },
    wrong: [`client.send({ "${name}": "a" })`],
  })),
  {
    feature: "`in: header`: a name that no header can have",
    status: "warned",
    note: "There is no argument for it.",
    document: withParameters({ name: "X Trace", in: "header", required: true, schema: text }),
    says: [["#/paths/~1things/get/parameters/0/name", 'No header can be called "X Trace"']],
    calls: { "client.send()": "GET /things" },
    wrong: ['client.send({ "X Trace": "a" })'],
  },
  cookie("single", { schema: text }, '"a; b"', "c=a%3B%20b"),
  cookie("`explode: false`: list", { explode: false, schema: list }, '["a", "b"]', "c=a,b"),
  cookie("`explode: false`: object", { explode: false, schema: object }, "{ x: 1 }", "c=x,1"),
  {
    feature: "`in: cookie`: several",
    status: "supported",
    document: withParameters(
      { name: "a", in: "cookie", schema: text },
      { name: "b", in: "cookie", schema: text },
    ),
    calls: { 'client.send({ a: "1", b: "2" })': { sends: "GET /things", headers: { cookie: "a=1; b=2" } } },
  },
  {
    feature: "`in: cookie`, `explode: true`: list",
    status: "warned",
    document: withParameters({ name: "c", in: "cookie", schema: list }),
    says: [["#/paths/~1things/get/parameters/0", "have no form in cookies that servers agree on"]],
    calls: { 'client.send({ c: ["a", "b"] })': { sends: "GET /things", headers: { cookie: "c=a&c=b" } } },
  },
];
