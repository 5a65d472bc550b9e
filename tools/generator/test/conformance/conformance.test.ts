import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { compile } from "../emit-compile.ts";
import { areas } from "./areas.ts";
import { expectation, observe } from "./exchange.ts";
import { bundle, type Loopback, type Program, startLoopback } from "./loopback.ts";
import { type Made, Workshop } from "./made.ts";
import type { Row, Version } from "./row.ts";

// The compiler takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

/*
 * Proves the conformance table, row by row: what the generator says of the document, that the package compiles with the
 * program that uses it, that its comments and pages tell what types cannot, and that calls put on the wire what the row says.
 */

const workshop = new Workshop();
afterAll(() => workshop.close());

const cases = areas.flatMap(({ title, rows }, area) =>
  rows.flatMap((row, number) =>
    (row.versions ?? (["3.0", "3.1"] as const)).map((version) => ({
      id: `${area}-${number}-${version.replace(".", "")}`,
      name: `${title}: ${row.feature}, ${version}`,
      row,
      version,
    })),
  ),
);

const made = new Map<string, Made | Error>();
let complaints: ReadonlyMap<string, readonly string[]>;
let programOf: (id: string) => Promise<Program>;
let server: Loopback;
beforeAll(async () => {
  server = await startLoopback();
  for (const { id, row, version } of cases) made.set(id, await makeOrFail(id, row, version));
  const packages = [...made.values()].filter((one) => !(one instanceof Error) && !one.refused) as Made[];
  complaints = compileAll(packages);
  programOf = await bundle(
    workshop.folder,
    packages.map(({ id }) => id),
  );
});
afterAll(() => server.close());

describe.each(cases)("$name", ({ id, row }) => {
  test(`is ${row.status}`, () => {
    const { said, refused } = madeOf(id);
    const says = row.status === "supported" ? [] : row.says;
    expect(said).toEqual(says.map(([pointer, message]) => [pointer, expect.stringContaining(message)]));
    expect(refused).toBe(row.status === "refused");
  });

  if (row.status === "refused") return;

  test("compiles with what uses it", () => {
    madeOf(id);
    expect(complaints.get(id) ?? []).toEqual([]);
  });

  test.each(Object.entries(row.shows ?? {}))("%s tells it", (path, pieces) => {
    const text = madeOf(id).texts.get(path) ?? "";
    expect(pieces.filter((piece) => !text.includes(piece))).toEqual([]);
  });

  const calls = Object.entries(row.calls ?? {});
  if (calls.length === 0) return;
  test.each(calls.map(([call, expected], index) => ({ call, expected, index })))(
    "$call",
    async ({ expected, index }) => {
      madeOf(id);
      const exchange = typeof expected === "string" ? { sends: expected } : expected;
      expect(await observe(server, await programOf(id), index, exchange)).toEqual(expectation(exchange));
    },
  );
});

async function makeOrFail(id: string, row: Row, version: Version): Promise<Made | Error> {
  return workshop.make(id, row, version).catch((error: unknown) => error as Error);
}

function madeOf(id: string): Made {
  const one = made.get(id);
  if (one === undefined || one instanceof Error) throw one ?? new Error(`${id} was not made`);
  return one;
}

/** What the compiler says of each package; all of them are one program, so that the runtime is read once. */
function compileAll(packages: readonly Made[]): ReadonlyMap<string, readonly string[]> {
  const files = packages.flatMap(({ id, files: own }) =>
    own.map(({ path, text }) => ({ path: `${id}/${path}`, text })),
  );
  const sorted = new Map<string, string[]>();
  for (const complaint of compile(files)) {
    const [id = ""] = complaint.split("/", 1);
    sorted.set(id, [...(sorted.get(id) ?? []), complaint]);
  }
  return sorted;
}
