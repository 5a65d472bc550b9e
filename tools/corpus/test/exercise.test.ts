import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { PlannedCall } from "../src/planned.ts";
import { callAll } from "../src/stages/call.ts";

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

const planned: PlannedCall = {
  pointer: "#/paths/~1pets~1{id}.json/get",
  key: "getPet",
  method: "GET",
  path: "/pets/{id}.json",
  inPath: { id: "a/b" },
  answer: { status: 200, mediaType: "application/json", text: '{"id":1}', json: { id: 1 } },
};

/** What became of a program whose call is a `fetch` of that path, and takes what comes as JSON. */
async function problemOf(
  path: string,
  call: Partial<PlannedCall> = {},
  code = "",
): Promise<string | undefined> {
  const usage = mkdtempSync(join(tmpdir(), "keysmith-exercise-"));
  folders.push(usage);
  writeFileSync(join(usage, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(
    join(usage, "usage.js"),
    `${code}\nexport const connect = (url) => ({ getPet: async () => (await fetch(url + ${JSON.stringify(path)})).json() });`,
  );
  writeFileSync(
    join(usage, "plan.json"),
    JSON.stringify({ operations: 1, calls: [{ ...planned, ...call }] }),
  );
  const { failures } = await callAll({ packageName: "pets", package: "", usage });
  return failures.map(({ stage, message }) => `${stage}: ${message}`)[0];
}

test("the planned call is made", async () => {
  expect(await problemOf("/pets/a%2Fb.json")).toBeUndefined();
});

test("another path, value, method or answer is told", async () => {
  expect(await problemOf("/pet/a%2Fb.json")).toMatch(/^call: getPet: expected \/pets\/\{id\}\.json/);
  expect(await problemOf("/pets/1.json")).toMatch(/^call: getPet: expected a\/b as id, found GET/);
  expect(await problemOf("/pets/a%2Fb.json", { method: "PUT" })).toMatch(/^call: getPet: expected PUT/);
  const answer = { ...planned.answer, json: { id: 2 } };
  expect(await problemOf("/pets/a%2Fb.json", { answer })).toMatch(/expected \{"id":2\}.*found \{"id":1\}/);
});

test("a query of the path has to arrive, and a fragment is none", async () => {
  const call = { path: "/pets?Action=List#pets" };
  expect(await problemOf("/pets?Action=List&x=1", call)).toBeUndefined();
  expect(await problemOf("/pets", call)).toMatch(/^call: getPet: expected \/pets\?Action=List/);
});

test("a program that cannot be imported is told", async () => {
  expect(await problemOf("/pets/1.json", {}, 'throw new Error("no such thing");')).toMatch(
    /^import: Error: no such thing/,
  );
});
