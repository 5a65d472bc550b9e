import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { check } from "../src/check/index.ts";
import { load } from "../src/load/index.ts";
import { SpecProblems } from "../src/problem.ts";
import { judgeFile } from "./fixtures/check/judge.ts";
import { folder } from "./fixtures/load/folder.ts";

const specs = ["fixtures/standalone/museum.yaml", "golden-docs/vault.yaml"].map((document) =>
  join(import.meta.dirname, document),
);

test.each(specs)("%s passes without an error", async (spec) => {
  expect((await judgeFile(spec)).filter((line) => line.startsWith("error"))).toEqual([]);
});

/** What a value may be replaced by: one of each type, and names that objects have from birth. */
const JUNK: readonly unknown[] = [
  null,
  true,
  -1,
  "",
  "constructor",
  [],
  [null],
  {},
  { a: 1 },
  { $ref: "#/nowhere" },
  { $ref: "#" },
  { $ref: 5 },
  JSON.parse('{ "__proto__": { "a": 1 } }'),
];

interface Entry {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function entriesIn(value: unknown, into: Entry[] = []): Entry[] {
  if (typeof value !== "object" || value === null) return into;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    into.push({ holder, key });
    entriesIn(holder[key], into);
  }
  return into;
}

describe("however a document is broken, it is refused with places and never with a crash", () => {
  // Every entry of a small document, with every kind of junk in its place.
  test.each(specs)("%s", async (spec) => {
    const text = readFileSync(spec, "utf8");
    const count = entriesIn(parse(text)).length;
    const file = join(folder({}), "openapi.json");
    for (let index = 0; index < count; index++) {
      const document: unknown = parse(text);
      const entry = entriesIn(document)[index];
      if (entry === undefined || entry.key === "openapi") continue;
      entry.holder[entry.key] = structuredClone(JUNK[index % JUNK.length]);
      writeFileSync(file, JSON.stringify(document));
      const outcome = await load(file)
        .then(check)
        .catch((error: unknown) => error);
      if (outcome instanceof Error && !(outcome instanceof SpecProblems)) throw outcome;
      const problems = outcome instanceof SpecProblems ? outcome.problems : [];
      for (const problem of problems) {
        expect(problem.line).toBeGreaterThan(0);
        expect(problem.message).toMatch(/\.$|\?$/);
      }
    }
  });
});
