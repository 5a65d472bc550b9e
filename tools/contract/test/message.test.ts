import { pathToFileURL } from "node:url";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readContract } from "../src/contract.ts";
import { exchangeText } from "../src/exchange-text.ts";
import { textOf, verdictsOf } from "./check-document.ts";
import { changed } from "./keys-document.ts";

async function tellingOf(cell: string, ...how: Parameters<typeof verdictsOf>): Promise<string> {
  const [sabotage, more] = how;
  const verdicts = await verdictsOf(sabotage, { ...more, only: cell.split(" ", 1)[0] });
  const verdict = verdicts.find((each) => `${each.cell.operation.id} ${each.cell.title}` === cell);
  return verdict === undefined ? "" : textOf(verdict);
}

const exchange = {
  method: "GET",
  target: "/keys?a%20b=secret&page=2&empty=",
  headers: new Map([
    ["authorization", "Bearer secret"],
    ["x-key", "secret"],
    ["cookie", "session=secret; theme=dark"],
  ]),
  body: new Uint8Array(),
  operation: undefined,
  status: 204,
  answer: { status: 204, headers: new Map(), body: "", violations: [], problem: undefined },
  fault: undefined,
  violations: [
    { in: "request", path: ["query", "page"], code: "type", message: "no", severity: "error" } as const,
  ],
  problem: undefined,
  durationMs: 1,
};

test("a red cell tells operation, cell, place, expectation and culprit", async () => {
  const sabotage = { exports: { NotFoundError: class extends Error {} } };
  const text = await tellingOf("getKey 404 application/json notFound", sabotage);
  expect(text).toContain(
    "getKey (GET /users/{user}/keys/{key}), cell: 404 application/json notFound\n" +
      "keys.json:1:1  #/components/responses/NotFound/content/application~1json\n\n" +
      "the call rejects another class of error [at fault: client]\n" +
      "  expected: 'NotFoundError'\n" +
      "  got:      NotFoundError",
  );
});

test("a red cell shows the bytes that were sent and what came back, and no credential", async () => {
  const served = changed(({ components }) => {
    Reflect.deleteProperty(components.schemas.NewKey.properties.name, "maxLength");
  });
  const text = await tellingOf("createKey refuses body.name longer than 8", {}, { served });
  expect(text).toContain("#/components/schemas/NewKey/properties/name/maxLength");
  expect(text).toContain("the mock accepts what the document does not allow [at fault: mock]");
  expect(text).toMatch(
    /\n\nsent:\n {2}POST \/new\?secret=\[redacted\] HTTP\/1\.1\n(?: {2}.+\n)+\n {2}\{"name":"deployyyy"/,
  );
  expect(text).toContain("  x-id: [redacted]\n");
  expect(text).toContain("  cookie: session=s1\n");
  expect(text).toContain('answered:\n  201 application/json\n  {"id":3}');
  expect(text).not.toContain("contract-");
});

test("credentials of every kind are redacted, and an empty one is shown to be empty", () => {
  const none = { description: undefined, env: undefined };
  const text = exchangeText(exchange, [
    { name: "one", kind: "apiKey", in: "query", parameter: "a b", ...none },
    { name: "two", kind: "apiKey", in: "query", parameter: "empty", ...none },
    { name: "three", kind: "apiKey", in: "header", parameter: "X-Key", ...none },
    { name: "four", kind: "apiKey", in: "cookie", parameter: "session", ...none },
    { name: "five", kind: "bearer", bearerFormat: undefined, ...none },
  ]);
  expect(text).toBe(`sent:
  GET /keys?a%20b=[redacted]&page=2&empty= HTTP/1.1
  authorization: Bearer [redacted]
  x-key: [redacted]
  cookie: session=[redacted]; theme=dark
answered:
  204
  ! request.query.page: no`);
});

test.each([
  ["Bearer secret", "Bearer [redacted]"],
  ["Bearer", "Bearer"],
  ["Sesame open door", "Sesame [redacted]"],
  ["secret", "[redacted]"],
])("an authorization of %j is shown as %j", (value, shown) => {
  const headers = new Map([["authorization", value]]);
  expect(exchangeText({ ...exchange, target: "/", headers }, [])).toContain(`  authorization: ${shown}\n`);
});

test("a place is file and line of what the document promises", async () => {
  const file = join(await mkdtemp(join(tmpdir(), "contract-")), "keys.json");
  await writeFile(
    file,
    JSON.stringify(
      changed(() => {}),
      undefined,
      2,
    ),
  );
  const { cells, place } = await readContract(pathToFileURL(file), "keys");
  const cell = cells.find(({ title }) => title === "refuses body.name longer than 8");
  const [, line] = /keys\.json:(\d+):\d+$/.exec(place(cell?.pointer ?? "")) ?? [];
  const text = JSON.stringify(
    changed(() => {}),
    undefined,
    2,
  ).split("\n");
  expect(text[Number(line) - 1]).toContain('"maxLength": 8');
});
