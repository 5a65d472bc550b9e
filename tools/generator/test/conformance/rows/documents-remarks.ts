import { withOperation } from "../fragments.ts";
import type { Fragment, Row } from "../row.ts";

/* What documents say to readers, and in extensions. */

const done: Fragment = { 204: { description: "Done." } };
const source = "src/operations.ts";
const page = "docs/default.md";
const list: Fragment = { type: "array", items: { type: "string" } };
const paged: Fragment = {
  parameters: [{ name: "page", in: "query", schema: { type: "integer" } }],
  responses: { 200: { description: "Names.", content: { "application/json": { schema: list } } } },
  "x-pagination": { style: "page", parameter: "page", first: 0, items: "" },
};

export const documentRemarks: readonly Row[] = [
  {
    feature: "`info`: title, version, description, contact, licence, terms",
    status: "supported",
    document: {
      ...withOperation({}),
      info: {
        title: "Things",
        version: "2.1",
        description: "All about *things*.",
        contact: { name: "Jane Doe", url: "https://example.com" },
        license: { name: "MIT", url: "https://example.com/mit" },
        termsOfService: "https://example.com/terms",
      },
    },
    calls: { "client.send()": "GET /things" },
    shows: {
      "README.md": [
        "All about *things*.",
        "version 2.1",
        "[Jane Doe](https://example.com)",
        "[MIT](https://example.com/mit)",
        "(https://example.com/terms)",
      ],
    },
  },
  {
    feature: "`summary` and `description` of an operation",
    status: "supported",
    document: withOperation({ summary: "Send it.", description: "Sends *it*." }),
    shows: { [source]: [" * Send it.\n *\n * Sends *it*."], [page]: ["**Send it.**", "Sends *it*."] },
  },
  {
    feature: "`summary` and `description` of a path",
    status: "supported",
    note: "Shown where its operations have none.",
    document: {
      paths: {
        "/things": {
          summary: "All things.",
          description: "What there *is*.",
          get: { operationId: "send", responses: done },
        },
      },
    },
    shows: { [source]: [" * All things.\n *\n * What there *is*."] },
  },
  {
    feature: "`deprecated`: an operation",
    status: "supported",
    note: "Editors strike it out.",
    document: withOperation({ deprecated: true }),
    calls: { "client.send()": "GET /things" },
    shows: {
      [source]: [" * @deprecated\n */\nexport const send"],
      [page]: ["**Deprecated.**"],
      "src/schema.ts": ["/** @deprecated */"],
    },
  },
  {
    feature: "`externalDocs`: of the document, of a tag, of an operation",
    status: "supported",
    document: {
      ...withOperation({
        tags: ["Things"],
        externalDocs: { url: "https://docs.example.com/send", description: "Sending" },
      }),
      externalDocs: { url: "https://docs.example.com", description: "All docs" },
      tags: [{ name: "Things", externalDocs: { url: "https://docs.example.com/things" } }],
    },
    shows: {
      [source]: ["@see [Sending](https://docs.example.com/send)"],
      "docs/things.md": ["[Sending](https://docs.example.com/send)", "(https://docs.example.com/things)"],
      "README.md": ["[All docs](https://docs.example.com)"],
    },
  },
  {
    feature: "`description` of a tag",
    status: "supported",
    document: {
      ...withOperation({ tags: ["Things"] }),
      tags: [{ name: "Things", description: "Things are *there*." }],
    },
    shows: { "docs/things.md": ["# Things", "Things are *there*."] },
  },
  {
    feature: "`x-pagination`",
    status: "supported",
    note: "The call has `items()` and `pages()`.",
    document: withOperation(paged),
    calls: {
      "client.send().items()[Symbol.asyncIterator]().next().then(({ value }) => value)": {
        sends: "GET /things",
        answers: { body: '["a"]' },
        gives: "a",
      },
    },
    also: "test/read-pagination.test.ts",
  },
  {
    feature: "`x-idempotent: false`",
    status: "supported",
    note: "Not repeated after a failure, whatever its method.",
    document: withOperation({ "x-idempotent": false }, "put"),
    calls: {
      "client.send()": { sends: "PUT /things", answers: { status: 503, body: "{}" }, throws: /503/ },
    },
  },
  {
    feature: "an extension that is nearly one of ours",
    status: "warned",
    document: withOperation({ "x-idempotnt": true }),
    says: [["#/paths/~1things/get/x-idempotnt", "Did you mean `x-idempotent`?"]],
    calls: { "client.send()": "GET /things" },
  },
];
