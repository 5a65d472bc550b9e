import { withOperation } from "../fragments.ts";
import type { Fragment, Row } from "../row.ts";
import { documentRemarks } from "./documents-remarks.ts";
import { documentVersions } from "./documents-versions.ts";

const done: Fragment = { 204: { description: "Done." } };
const look: Fragment = { operationId: "look", responses: done };
const id: Fragment = { name: "id", in: "path", required: true, schema: { type: "string" } };
const key: Fragment = { type: "object", properties: { id: { type: "string" } } };
const keyBody: Fragment = {
  required: true,
  content: { "application/json": { schema: { $ref: "#/components/schemas/Key" } } },
};
const components: Fragment = { schemas: { Key: key } };
const noOperations = "the package has types, and a client without operations";

export const documents: readonly Row[] = [
  {
    feature: "no `paths`, only `webhooks` or `components`",
    versions: ["3.1"],
    status: "warned",
    document: { paths: undefined, components, webhooks: { made: { post: { requestBody: keyBody } } } },
    says: [
      ["#", `There are no \`paths\`, only \`webhooks\` and \`components\`: ${noOperations}`],
      ["#/webhooks/made/post", "`responses` is missing"],
    ],
    types: { "sdk.Webhooks": "{ made: sdk.MadeWebhook }", "sdk.MadeWebhook['body']": "sdk.Key" },
  },
  {
    feature: "no `paths`",
    versions: ["3.0"],
    status: "refused",
    document: { paths: undefined, components },
    says: [["#", "`paths` is missing"]],
  },
  {
    feature: "`paths` without an entry",
    status: "warned",
    document: { components },
    says: [["#/paths", `\`paths\` is empty: ${noOperations}`]],
    types: { "sdk.Key['id']": "string | undefined" },
  },
  {
    feature: "an operation without `responses`",
    versions: ["3.1"],
    status: "warned",
    document: withOperation({ responses: undefined }),
    says: [["#/paths/~1things/get", "`responses` is missing, so the result has no known type"]],
    types: { "Awaited<ReturnType<sdk.Sample['send']>>": "unknown" },
    calls: { "client.send()": { sends: "GET /things", answers: { body: "[1]" }, gives: [1] } },
  },
  {
    feature: "an operation without `responses`, which 3.0 requires",
    versions: ["3.0"],
    status: "refused",
    document: withOperation({ responses: undefined }),
    says: [["#/paths/~1things/get", "`responses` is missing"]],
  },
  {
    feature: "webhooks",
    versions: ["3.1"],
    status: "supported",
    note: "types of what they bring and what they expect",
    document: withOperation({}, "get", {
      components,
      webhooks: { made: { post: { requestBody: keyBody, responses: done } } },
    }),
    types: {
      "sdk.MadeWebhook": "{ method: 'POST'; body: sdk.Key; answers: { 204: undefined } }",
      "sdk.Webhooks['made']": "sdk.MadeWebhook",
    },
    also: "test/golden/incoming.md",
  },
  {
    feature: "callbacks",
    status: "supported",
    note: "types of what they bring and what they expect",
    document: withOperation(
      {
        callbacks: {
          changed: { "{$request.query.url}": { post: { requestBody: keyBody, responses: done } } },
        },
      },
      "get",
      { components },
    ),
    types: { "sdk.Callbacks['send']['changed']": "sdk.SendChangedCallback" },
    calls: { "client.send()": "GET /things" },
    also: "test/golden/incoming.md",
  },
  {
    feature: "methods: `get`, `put`, `post`, `delete`, `options`, `head`, `patch`",
    status: "supported",
    document: {
      paths: {
        "/a": Object.fromEntries(
          ["get", "put", "post", "delete", "options", "head", "patch"].map((method) => [
            method,
            { operationId: `do_${method}`, responses: done },
          ]),
        ),
      },
    },
    calls: {
      "client.doGet()": "GET /a",
      "client.doPut()": "PUT /a",
      "client.doPost()": "POST /a",
      "client.doDelete()": "DELETE /a",
      "client.doOptions()": "OPTIONS /a",
      "client.doHead()": "HEAD /a",
      "client.doPatch()": "PATCH /a",
    },
  },
  {
    feature: "`trace`",
    status: "warned",
    note: "left out: `fetch` forbids it",
    document: { paths: { "/a": { trace: { operationId: "send", responses: done }, get: look } } },
    says: [["#/paths/~1a/trace", "`fetch` forbids TRACE on every platform"]],
    calls: { "client.look()": "GET /a" },
    wrong: ["client.send()"],
  },
  {
    feature: "a body of GET or HEAD",
    status: "warned",
    note: "left out: `fetch` sends none",
    document: withOperation({ requestBody: { required: true, content: { "application/json": {} } } }),
    says: [["#/paths/~1things/get/requestBody", "`fetch` sends no body with GET"]],
    calls: { "client.send()": "GET /things" },
    wrong: ["client.send({ body: 1 })"],
  },
  {
    feature: "parameters of a path, replaced by the operation's",
    status: "supported",
    document: {
      paths: {
        "/a/{id}": {
          parameters: [id, { name: "q", in: "query", schema: { type: "string" } }],
          get: { ...look, parameters: [{ name: "q", in: "query", schema: { type: "integer" } }] },
        },
      },
    },
    calls: { 'client.look({ id: "x", q: 1 })': "GET /a/x?q=1" },
    wrong: ['client.look({ id: "x", q: "1" })'],
  },
  {
    feature: "a placeholder that stands in a path twice",
    status: "supported",
    document: { paths: { "/{id}/as/{id}": { get: { ...look, parameters: [id] } } } },
    calls: { 'client.look({ id: "x" })': "GET /x/as/x" },
  },
  {
    feature: "a placeholder among other text, and several in a segment",
    status: "supported",
    document: {
      paths: { "/{id}.{type}/": { get: { ...look, parameters: [id, { ...id, name: "type" }] } } },
    },
    calls: { 'client.look({ id: "a/b", type: "json" })': "GET /a%2Fb.json/" },
  },
  {
    feature: "a placeholder that is no parameter",
    status: "refused",
    document: { paths: { "/{id}": { get: look } } },
    says: [["#/paths/~1{id}", "The placeholder `{id}` is not declared"]],
  },
  {
    feature: "paths that differ in the names of placeholders only",
    status: "warned",
    note: "forbidden, but a client can call both",
    document: {
      paths: {
        "/a/{id}": { get: { ...look, parameters: [id] } },
        "/a/{name}": { get: { responses: done, parameters: [{ ...id, name: "name" }] } },
      },
    },
    says: [["#/paths/~1a~1{name}", "is the same path as `/a/{id}`"]],
    calls: { 'client.look({ id: "x" })': "GET /a/x", 'client.getAByName({ name: "y" })': "GET /a/y" },
  },
  {
    feature: "a path with a fragment",
    status: "warned",
    note: "forbidden, but common where several operations share a path: the fragment only tells them apart",
    document: {
      paths: { "/#one": { post: look }, "/#two": { post: { operationId: "find", responses: done } } },
    },
    says: [
      ["#/paths/~1#one", "`#one` is never sent"],
      ["#/paths/~1#two", "`#two` is never sent"],
    ],
    calls: {
      "client.look()": "POST /",
      "client.find()": "POST /",
      "client.POST('/#two').then(({ error }) => error)": "POST /",
    },
  },
  {
    feature: "a path with a query",
    status: "warned",
    note: "forbidden, but of use: every call sends it",
    document: {
      paths: {
        "/a?view=all": {
          get: { ...look, parameters: [{ name: "q", in: "query", schema: { type: "string" } }] },
        },
      },
    },
    says: [["#/paths/~1a?view=all", "What follows is sent with every call"]],
    calls: { "client.look()": "GET /a?view=all", 'client.look({ q: "x" })': "GET /a?view=all&q=x" },
  },
  {
    feature: "a path that does not begin with `/`",
    status: "refused",
    document: { paths: { a: { get: look } } },
    says: [["#/paths/a", "A path begins with `/`"]],
  },
  {
    feature: "tags: none, several, undeclared",
    status: "supported",
    document: {
      tags: [{ name: "Keys" }],
      paths: {
        "/a": { get: { ...look, tags: ["Keys", "Other"] }, put: { operationId: "set", responses: done } },
      },
    },
    calls: { "client.look()": "GET /a", "client.set()": "PUT /a" },
  },
  {
    feature: "a tag declared twice",
    status: "refused",
    document: { ...withOperation({}), tags: [{ name: "Keys" }, { name: "Keys" }] },
    says: [["#/tags/1", "The tag `Keys` is declared on line"]],
  },
  {
    feature: "extensions, `x-…`",
    status: "supported",
    document: { ...withOperation({ "x-internal": { $ref: "#/nowhere" } }), "x-logo": { url: "a.png" } },
    calls: { "client.send()": "GET /things" },
  },
  {
    feature: "an unknown member",
    status: "refused",
    document: withOperation({ respones: {} }),
    says: [["#/paths/~1things/get/respones", "Did you mean `responses`?"]],
  },
  ...documentRemarks,
  ...documentVersions,
];
