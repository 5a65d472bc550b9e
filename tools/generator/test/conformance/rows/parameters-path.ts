import { withParameters } from "../fragments.ts";
import type { Row } from "../row.ts";

const list = { type: "array", items: { type: "string" } };
const object = { type: "object", properties: { x: { type: "integer" }, y: { type: "integer" } } };
const values = { single: { type: "string" }, list, object };
const args = { single: '"a b"', list: '["a", "b,c"]', object: "{ x: 1, y: 2 }" };
const kinds = ["single", "list", "object"] as const;
type Kind = (typeof kinds)[number];

/** What each style makes of `a b`, of the list `a` and `b,c`, and of the object of x 1 and y 2. */
const written: readonly (readonly [style: string, explode: boolean, ...Readonly<Record<Kind, string>>[]])[] =
  [
    ["simple", false, { single: "a%20b", list: "a,b%2Cc", object: "x,1,y,2" }],
    ["simple", true, { single: "a%20b", list: "a,b%2Cc", object: "x=1,y=2" }],
    ["label", false, { single: ".a%20b", list: ".a,b%2Cc", object: ".x,1,y,2" }],
    ["label", true, { single: ".a%20b", list: ".a.b%2Cc", object: ".x=1.y=2" }],
    ["matrix", false, { single: ";id=a%20b", list: ";id=a,b%2Cc", object: ";id=x,1,y,2" }],
    ["matrix", true, { single: ";id=a%20b", list: ";id=a;id=b%2Cc", object: ";x=1;y=2" }],
  ];

function rowsOf(style: string, explode: boolean, texts?: Readonly<Record<Kind, string>>): readonly Row[] {
  return kinds.map((kind) => ({
    feature: `\`in: path\`, \`style: ${style}\`, \`explode: ${explode}\`: ${kind}`,
    status: "supported",
    also: "test/conformance/read-back.test.ts",
    document: withParameters({
      name: "id",
      in: "path",
      required: true,
      style,
      explode,
      schema: values[kind],
    }),
    calls: { [`client.send({ id: ${args[kind]} })`]: `GET /things/${texts?.[kind] ?? ""}` },
    wrong: ["client.send()", "client.send({ id: null })"],
  }));
}

export const pathParameters: readonly Row[] = [
  ...written.flatMap(([style, explode, texts]) => rowsOf(style, explode, texts)),
  {
    feature: "`in: path`: what would reach another endpoint",
    status: "supported",
    note: "A `ConfigError`, and nothing is sent.",
    document: withParameters({ name: "id", in: "path", required: true, schema: { type: "string" } }),
    calls: {
      'client.send({ id: "" })': { throws: /"id" is required/ },
      'client.send({ id: ".." })': { throws: /another endpoint/ },
      'client.send({ id: "a/../b" })': "GET /things/a%2F..%2Fb",
    },
  },
  {
    feature: "`in: path` without `required: true`",
    status: "refused",
    document: withParameters({ name: "id", in: "path", schema: { type: "string" } }),
    says: [["#/paths/~1things~1{id}/get/parameters/0", "must have `required: true`"]],
  },
];
