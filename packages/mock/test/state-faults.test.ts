import { expect, test } from "vitest";
import { createMockFetch, MockError, SpecError } from "../src/index.ts";
import { tokensDocument } from "./state-document.ts";

const TOKENS = "/teams/{team}/tokens";
const TOKEN = `${TOKENS}/{token_id}`;

type Change = (said: Record<string, unknown>) => unknown;

/** What the mock says of the document with one `x-mock-resource` changed: place, and message. */
function faultsOf(path: string, method: string, change: Change): readonly (readonly [string, string])[] {
  const document = tokensDocument();
  const operation = document.paths[path]?.[method] ?? {};
  operation["x-mock-resource"] = JSON.parse(
    JSON.stringify(change(operation["x-mock-resource"] as Record<string, unknown>)),
  );
  try {
    createMockFetch({ spec: document, stateful: true });
  } catch (error) {
    if (error instanceof SpecError) return error.problems.map(({ pointer, message }) => [pointer, message]);
    throw error;
  }
  return [];
}

const wrong: readonly (readonly [string, string, string, Change, string, string])[] = [
  ["not an object", TOKEN, "get", () => "token", "", 'an object, or false; found "token"'],
  [
    "no such action",
    TOKEN,
    "get",
    (said) => ({ ...said, action: "show" }),
    "",
    "of: create, list, read, update, renew, delete",
  ],
  ["a member is missing", TOKEN, "get", (said) => ({ ...said, identity: undefined }), "", "needs `identity`"],
  [
    "a member of another action",
    TOKEN,
    "get",
    (said) => ({ ...said, most: 1 }),
    "/most",
    "`read` has no `most`",
  ],
  [
    "a parameter that is not there",
    TOKEN,
    "get",
    (said) => ({ ...said, identity: "id" }),
    "/identity",
    "team, region, token_id",
  ],
  [
    "a body that has no such place",
    "/tokens",
    "put",
    (said) => ({ ...said, identity: "/id" }),
    "/identity",
    '"/id" leads to nothing',
  ],
  [
    "an owner from nowhere",
    TOKEN,
    "get",
    (said) => ({ ...said, within: { region: "zone" } }),
    "/within",
    'found "zone"',
  ],
  [
    "a property that is not there",
    TOKENS,
    "post",
    (said) => ({ ...said, identity: "key" }),
    "/identity",
    "id, label, note",
  ],
  [
    "a status that is not documented",
    TOKEN,
    "get",
    (said) => ({ ...said, missing: 410 }),
    "/missing",
    "200, 404",
  ],
  ["an example that is not there", TOKEN, "get", (said) => ({ ...said, fresh: "new" }), "/fresh", "one"],
  [
    "a pointer to something else",
    TOKENS,
    "get",
    (said) => ({ ...said, total: "/data" }),
    "/total",
    "a JSON pointer to a whole number",
  ],
  [
    "rules without a refusal",
    TOKENS,
    "post",
    (said) => ({ ...said, refusal: undefined }),
    "",
    "need `refusal`",
  ],
  [
    "two that create",
    TOKEN,
    "patch",
    () => ({ name: "token", action: "create", identity: "id" }),
    "/action",
    "creates `token` already",
  ],
  [
    "an owner that create does not name",
    TOKEN,
    "get",
    (said) => ({ ...said, within: { zone: "region" } }),
    "/within",
    "no owner `zone`",
  ],
  [
    "a list with another identity",
    TOKENS,
    "get",
    (said) => ({ ...said, identity: "label" }),
    "/identity",
    "calls it id; found label",
  ],
  [
    "a unique property that is not there",
    TOKENS,
    "post",
    (said) => ({ ...said, unique: ["name"] }),
    "/unique",
    "property `name`",
  ],
  [
    "a text without a property",
    `${TOKEN}/pin`,
    "get",
    (said) => ({ ...said, property: undefined }),
    "",
    "name the `property`",
  ],
  [
    "a lonely operation",
    TOKEN,
    "get",
    (said) => ({ ...said, name: "other" }),
    "",
    "how a `other` is identified",
  ],
];

test.each(wrong)("%s is an error at start, with its place", (_, path, method, change, at, message) => {
  const faults = faultsOf(path, method, change);
  expect(faults.length).toBeGreaterThan(0);
  const messages = faults.map(([, text]) => text).join("\n");
  expect(messages).toContain(message);
  const place = `#/paths/${path.replaceAll("/", "~1")}/${method}/x-mock-resource${at}`;
  expect(faults.map(([pointer]) => pointer)).toContain(place);
});

test("all problems are told at once, and the message teaches", () => {
  const faults = faultsOf(TOKEN, "get", (said) => ({ ...said, identity: "id", fresh: "new", colour: 1 }));
  expect(faults.map(([pointer]) => pointer.split("/").at(-1))).toEqual(["identity", "fresh", "colour"]);
});

test("false takes an operation out", () => {
  expect(faultsOf(TOKEN, "get", () => false)).toEqual([]);
});

test("examples that leave a record without what its schema requires are an error at start", () => {
  const document = tokensDocument();
  const page = document.paths[TOKENS]?.["get"] as {
    responses: Record<string, { content: Record<string, unknown> }>;
  };
  const item = {
    type: "object",
    required: ["quota"],
    properties: { id: { type: "integer" }, quota: { type: "integer" } },
  };
  const schema = {
    type: "object",
    properties: { data: { type: "array", items: item }, total: { type: "integer" } },
  };
  (page.responses["200"] ?? { content: {} }).content = {
    "application/json": { schema, example: { data: [], total: 0 } },
  };
  const start = () => createMockFetch({ spec: document, stateful: true });
  expect(start).toThrow(MockError);
  expect(start).toThrow(
    /~1tokens\/get\/x-mock-resource {2}a record would be shown as .*complete the examples/,
  );
  expect(() => createMockFetch({ spec: document })).not.toThrow();
});
