import { withBody } from "../fragments.ts";
import type { Row } from "../row.ts";

const form = "application/x-www-form-urlencoded";
const multipart = "multipart/form-data";
const text = { type: "string" };
const file = { type: "string", format: "binary" };
const nested = { type: "object", properties: { a: { type: "integer" } } };
const sends = "POST /things";

const fieldsOf = (properties: object): object => ({ schema: { type: "object", properties } });
/** The part of a field: its header lines, and what it holds. */
const part = (name: string, lines: string, content: string): RegExp =>
  new RegExp(`form-data; name="${name}"${lines}\\r\\n\\r\\n${content}\\r\\n--`);

export const formBodies: readonly Row[] = [
  {
    feature: "a form: single values, lists and objects",
    status: "supported",
    note: "A list is one pair for each item, an object is JSON.",
    document: withBody({
      [form]: fieldsOf({
        a: text,
        b: { type: "array", items: text },
        c: nested,
        d: { type: "array", items: nested },
      }),
    }),
    calls: {
      'client.send({ body: { a: "x y&", b: ["1", "2"], c: { a: 1 }, d: [{ a: 2 }] } })': {
        sends,
        headers: { "content-type": form },
        body: "a=x%20y%26&b=1&b=2&c=%7B%22a%22%3A1%7D&d=%7B%22a%22%3A2%7D",
      },
    },
    wrong: ["client.send({ body: { a: 1 } })"],
  },
  {
    feature: "a form: `encoding` with `style`, `explode` and `allowReserved`",
    status: "supported",
    document: withBody({
      [form]: {
        ...fieldsOf({ a: nested, b: { type: "array", items: text }, c: text }),
        encoding: {
          a: { style: "deepObject", explode: true },
          b: { style: "pipeDelimited", explode: false },
          c: { allowReserved: true },
        },
      },
    }),
    calls: {
      'client.send({ body: { a: { a: 1 }, b: ["1", "2"], c: "/x" } })': {
        sends,
        headers: { "content-type": form },
        body: "a[a]=1&b=1|2&c=/x",
      },
    },
  },
  {
    feature: "a form: `encoding` with `contentType: application/json`",
    status: "supported",
    document: withBody({
      [form]: { ...fieldsOf({ a: nested }), encoding: { a: { contentType: "application/json" } } },
    }),
    calls: { "client.send({ body: { a: { a: 1 } } })": { sends, body: "a=%7B%22a%22%3A1%7D" } },
  },
  {
    feature: "a form whose schema is no object",
    status: "warned",
    note: "The type is that of any object.",
    document: withBody({ [form]: { schema: { type: "array", items: nested } } }),
    says: [
      [
        `#/paths/~1things/post/requestBody/content/${form.replace("/", "~1")}`,
        "A form is an object of fields",
      ],
    ],
    calls: { "client.send({ body: { a: 1 } })": { sends, body: "a=1" } },
    types: { "sdk.SendArgs": "{ body: Record<string, unknown> }" },
  },
  {
    feature: "multipart: text, files, objects and lists of them",
    status: "supported",
    document: withBody({
      [multipart]: fieldsOf({ a: text, f: file, fs: { type: "array", items: file }, o: nested }),
    }),
    calls: {
      'client.send({ body: { a: "x" } })': {
        sends,
        headers: { "content-type": /^multipart\/form-data; boundary=/ },
        body: part("a", "", "x"),
      },
      'client.send({ body: { f: new File(["x"], "f.png", { type: "image/png" }) } })': {
        sends,
        body: part("f", '; filename="f.png"\\r\\nContent-Type: image/png', "x"),
      },
      'client.send({ body: { fs: [new Blob(["x"]), new Blob(["y"])] } })': {
        sends,
        body: /name="fs"[^]*\r\n\r\nx\r\n[^]*name="fs"[^]*\r\n\r\ny\r\n/,
      },
      "client.send({ body: { o: { a: 1 } } })": {
        sends,
        body: part("o", '; filename="blob"\\r\\nContent-Type: application/json', '{"a":1}'),
      },
    },
    wrong: ['client.send({ body: { f: "text" } })'],
  },
  {
    feature: "multipart: `encoding` with one `contentType`",
    status: "supported",
    document: withBody({
      [multipart]: {
        ...fieldsOf({ a: file, b: text }),
        encoding: { a: { contentType: "image/png" }, b: { contentType: "text/csv" } },
      },
    }),
    calls: {
      'client.send({ body: { a: new Blob(["x"]) } })': {
        sends,
        body: part("a", '; filename="blob"\\r\\nContent-Type: image/png', "x"),
      },
      'client.send({ body: { a: new File(["x"], "a.gif", { type: "image/gif" }) } })': {
        sends,
        body: part("a", '; filename="a.gif"\\r\\nContent-Type: image/gif', "x"),
      },
      'client.send({ body: { b: "1,2" } })': {
        sends,
        body: part("b", '; filename="blob"\\r\\nContent-Type: text/csv', "1,2"),
      },
    },
  },
  {
    feature: "multipart: a field whose `contentType` says that it is a file",
    status: "supported",
    note: "The type is `string | Blob`.",
    document: withBody({
      [multipart]: { ...fieldsOf({ a: text }), encoding: { a: { contentType: "image/png, image/jpeg" } } },
    }),
    types: { "sdk.SendArgs": "{ body: { a?: string | Blob } }" },
  },
  {
    feature: "multipart: `contentMediaType`",
    status: "supported",
    versions: ["3.1"],
    document: withBody({
      [multipart]: fieldsOf({
        a: { type: "string", contentMediaType: "image/png" },
        b: { type: "string", contentMediaType: "image/png", contentEncoding: "base64" },
      }),
    }),
    types: { "sdk.SendArgs": "{ body: { a?: Blob; b?: string } }" },
  },
  {
    feature: "multipart: `encoding` with `headers`",
    status: "warned",
    note: "They are not sent.",
    document: withBody({
      [multipart]: { ...fieldsOf({ a: text }), encoding: { a: { headers: { "X-A": { schema: text } } } } },
    }),
    says: [
      [
        "#/paths/~1things/post/requestBody/content/multipart~1form-data/encoding/a/headers",
        "Headers of single parts are not supported",
      ],
    ],
    calls: { 'client.send({ body: { a: "x" } })': { sends, body: part("a", "", "x") } },
  },
  {
    feature: "multipart: `encoding` with `style`",
    status: "warned",
    note: "Objects are sent as JSON.",
    document: withBody({
      [multipart]: { ...fieldsOf({ a: nested }), encoding: { a: { style: "deepObject" } } },
    }),
    says: [
      [
        "#/paths/~1things/post/requestBody/content/multipart~1form-data/encoding/a/style",
        "Parts of a multipart body have no style",
      ],
    ],
  },
];
