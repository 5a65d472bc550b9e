import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Place } from "../src/place.ts";
import { driftsOf, KEY, run, type Ran } from "./run.ts";
import { type Answer, type Server, startServer } from "./server.ts";

/** A server that answers the list of keys otherwise than its document says. */

const OWNER = { id: 1, firstname: "Jane", lastname: "Doe", email: "jane@example.com" };
const AT = "2023-04-20T15:46:56+0000";
const KEY_3 = { id: 3, name: "deploy", is_enabled: true, expires_at: null, created_at: AT, user: OWNER };

function page(...results: readonly object[]): object {
  return { results, size: results.length };
}

function server(list: Answer): Promise<Server> {
  return startServer(({ headers, target }) => {
    if (headers.authorization !== `Bearer ${KEY}`) return { status: 401, body: { errors: ["Unauthorized"] } };
    const [path] = target.split("?");
    if (path === "/users/1/api_keys") return list;
    return path === "/users/1/api_keys/3" ? { body: KEY_3 } : undefined;
  });
}

/** The line of the document that a place names. */
function lineAt(place: Place | undefined): string {
  const text = readFileSync(new URL("fixtures/specs/automox.yaml", import.meta.url), "utf8");
  return text.split("\n")[(place?.line ?? 0) - 1] ?? "";
}

async function verifyList(list: Answer, ...more: readonly string[]): Promise<Ran> {
  await using drifting = await server(list);
  const args = ["--arg", "userId=1", "--arg", "o=2", "--only", "getUserApiKey,getUserApiKeys"];
  return await run(["automox", "--base-url", drifting.url, ...args, ...more]);
}

test("a server that does what its document says is found to", async () => {
  const ran = await verifyList({ body: page(KEY_3) });
  expect(
    ran.report?.checks.map(({ operation, check, verdict }) => `${operation} ${check}: ${verdict}`),
  ).toEqual([
    "getUserApiKeys answer: same",
    "getUserApiKey answer: same",
    "getUserApiKeys pages: same",
    "getUserApiKey unknown id: same",
    "getUserApiKeys wrong credential: same",
    "getUserApiKey wrong credential: same",
  ]);
  expect(ran.exitCode).toBe(0);
});

test.each<[string, Answer, object]>([
  [
    "a property the document does not know",
    { body: page({ ...KEY_3, last_used_at: AT }) },
    {
      kind: "property",
      at: "#/results/0/last_used_at",
      found: 'last_used_at, a text like "9999-99-99T99:99:99+9999"',
      pointer: "#/components/schemas/ApiKey/properties",
      change: "add last_used_at",
    },
  ],
  [
    "a property of another type",
    { body: page({ ...KEY_3, id: "3" }) },
    {
      kind: "schema",
      at: "#/results/0/id",
      expected: "integer",
      found: 'a text like "9"',
      pointer: "#/components/schemas/ApiKey/properties/id/type",
    },
  ],
  [
    "a value of another form",
    { body: page({ ...KEY_3, created_at: "20.04.2023" }) },
    {
      kind: "schema",
      at: "#/results/0/created_at",
      found: 'a text like "99.99.9999"',
      pointer: "#/components/schemas/ApiKey/properties/created_at/pattern",
    },
  ],
  [
    "a status that is not documented",
    { status: 418, body: { errors: ["No coffee"] } },
    {
      kind: "status",
      expected: "200, 400, 401, 403, 404, 429",
      found: "418 with application/json, an object { errors }",
      pointer: "#/paths/~1users~1{userId}~1api_keys/get/responses",
      change: 'add "418"',
    },
  ],
  [
    "a failure of the server",
    { status: 500 },
    {
      kind: "status",
      found: "500 with no body",
      pointer: "#/paths/~1users~1{userId}~1api_keys/get/responses",
    },
  ],
  [
    "an HTML page in place of data",
    { body: `<html><title>Sign in ${KEY}</title></html>` },
    {
      kind: "mediaType",
      at: "Content-Type",
      expected: "application/json",
      found: expect.stringMatching(/^text\/html, \d+ bytes$/),
      pointer: "#/components/responses/ApiKeys/content",
    },
  ],
  [
    "another media type",
    { headers: { "content-type": "application/vnd.api+json" }, body: page(KEY_3) },
    { kind: "mediaType", change: "add application/vnd.api+json" },
  ],
  [
    "JSON that is none",
    { headers: { "content-type": "application/json" }, body: '{"results": [' },
    { kind: "schema", expected: "JSON", found: "13 bytes that are no JSON" },
  ],
  ["no body where there is one", { status: 200 }, { kind: "body", found: "no body" }],
  [
    "a redirect to another host",
    { status: 302, headers: { location: `https://elsewhere.example/login?token=${KEY}` } },
    {
      kind: "redirect",
      found: "a redirect to another origin, https://elsewhere.example, which clients do not follow",
      pointer: "#/paths/~1users~1{userId}~1api_keys",
    },
  ],
  [
    "a deprecation that the document does not know",
    { headers: { deprecation: "@1688169599" }, body: page(KEY_3) },
    { kind: "deprecated", found: "deprecation", change: "add deprecated: true" },
  ],
])("%s is reported with its place", async (_, list, drift) => {
  const ran = await verifyList(list);
  const drifts = driftsOf(ran, "getUserApiKeys");
  expect(drifts).toHaveLength(1);
  expect(drifts[0]).toMatchObject(drift);
  expect(drifts[0]?.place.file).toMatch(/specs\/automox\.yaml$/);
  expect(lineAt(drifts[0]?.place)).toContain(drifts[0]?.pointer.split("/").at(-1)?.replaceAll("~1", "/"));
  expect(ran.out).toContain(`automox.yaml:${drifts[0]?.place.line}:${drifts[0]?.place.column}  `);
  expect(ran.exitCode).toBe(1);
  expect(ran.everything).not.toContain(KEY);
});

test("a redirect within the server is followed, reported, and its end judged", async () => {
  await using moved = await startServer(({ target, headers }) => {
    if (headers.authorization !== `Bearer ${KEY}`) return { status: 401, body: { errors: ["Unauthorized"] } };
    const [path, query] = target.split("?");
    if (path === "/users/1/api_keys") return { status: 307, headers: { location: `${path}/?${query}` } };
    return path === "/users/1/api_keys/" ? { body: page({ ...KEY_3, name: 7 }) } : undefined;
  });
  const ran = await run([
    "automox",
    "--base-url",
    moved.url,
    "--arg",
    "userId=1",
    "--arg",
    "o=2",
    "--only",
    "getUserApiKeys",
  ]);
  expect(driftsOf(ran, "getUserApiKeys")).toMatchObject([
    { kind: "redirect", found: "the same path with a slash at its end" },
    { kind: "schema", at: "#/results/0/name" },
  ]);
});

test("a second page that is the first one again is reported", async () => {
  const ran = await verifyList({ body: { results: [KEY_3], size: 7 } });
  expect(driftsOf(ran, "getUserApiKeys", "pages")).toMatchObject([
    { kind: "paging", pointer: "#/paths/~1users~1{userId}~1api_keys/get/x-pagination" },
  ]);
});

test("a required property that is missing is reported where it is required", async () => {
  await using keys = await startServer(() => ({
    body: { count: 1, results: [{ consumerKey: "a1", label: "QA" }] },
  }));
  const ran = await run(["turbosmtp", "--base-url", keys.url]);
  expect(driftsOf(ran, "listConsumerKeys")).toMatchObject([
    {
      kind: "schema",
      message: "#/results/0 has no creation_time",
      pointer: "#/components/schemas/ConsumerKey/required",
      change: "take creation_time out of required",
    },
  ]);
});

test("a slow server is not verified, and the run ends all the same", async () => {
  const ran = await verifyList({ body: page(KEY_3), delay: 2000 }, "--timeout", "100");
  const slow = ran.report?.checks.find(
    ({ operation, check }) => operation === "getUserApiKeys" && check === "answer",
  );
  expect(slow).toMatchObject({
    verdict: "unverified",
    reason: expect.stringContaining("no headers within 100 ms"),
  });
  expect(ran.exitCode).toBe(3);
});

test("the same difference in many items is told once", async () => {
  const keys = [3, 4, 5].map((id) => Object.assign({ id, scopes: ["read"] }, KEY_3));
  const ran = await verifyList({ body: page(...keys) });
  expect(driftsOf(ran, "getUserApiKeys")).toMatchObject([
    { kind: "property", times: 3, found: "scopes, a list of 1" },
  ]);
});

test("a difference that several checks meet is told once, with all of them", async () => {
  const ran = await verifyList({ body: page({ ...KEY_3, scopes: [] }) });
  expect(ran.out.split("is not in the document")).toHaveLength(2);
  expect(ran.out).toContain("also in   getUserApiKeys, pages\n");
});

test("a moment that is written as in no example is a note", async () => {
  const ran = await verifyList({ body: page({ ...KEY_3, created_at: "2023-04-20T15:46:56Z" }) });
  expect(ran.report?.notes).toContainEqual(
    expect.objectContaining({
      kind: "example",
      message: "the server writes 9999-99-99T99:99:99Z, the examples 9999-99-99T99:99:99+9999",
      pointer: "#/components/schemas/ApiKey/properties/created_at",
    }),
  );
  expect(ran.report?.notes.filter(({ kind }) => kind === "example")).toHaveLength(1);
  expect(ran.exitCode).toBe(0);
});

test("a documented success that the server refuses is not verified, and says why", async () => {
  const ran = await verifyList({ status: 403, body: { errors: ["Unauthorized"] } });
  expect(ran.report?.checks[0]).toMatchObject({
    verdict: "unverified",
    reason: "the credential may not do this, so the success was not seen",
  });
  expect(ran.exitCode).toBe(3);
});

test("what no answer had is a note", async () => {
  const { user: _, ...bare } = KEY_3;
  const ran = await verifyList({ body: page(bare) }, "--arg", "getUserApiKey.id=4");
  expect(ran.report?.notes.map(({ message }) => message)).toContain("documented, and in no answer: user");
});
