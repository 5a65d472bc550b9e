import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AskedProcess } from "../src/process/ask.ts";

const folder = mkdtempSync(join(tmpdir(), "keysmith-process-"));
const file = join(folder, "child.mjs");

interface Said {
  readonly say: string;
  /** How many questions were being answered then. */
  readonly running: number;
  readonly pid: number;
}

beforeAll(() => {
  const answer = pathToFileURL(resolve(import.meta.dirname, "../src/process/answer.ts")).href;
  writeFileSync(
    file,
    `import { answer } from "${answer}";
    let running = 0;
    answer(async ({ say, fail, end }) => {
      if (fail) throw new Error(fail);
      if (end) { process.stderr.write(end, () => process.exit(3)); await new Promise(() => {}); }
      running += 1;
      await new Promise((done) => setTimeout(done, 5));
      return { say, running: running--, pid: process.pid };
    });`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a process answers all questions one after another, and one that fails is nothing to the others", async () => {
  const asked = new AskedProcess<object, Said>(file, "The parrot");
  const [one, failed, two] = await Promise.allSettled([
    asked.ask({ say: "one" }),
    asked.ask({ fail: "no such word" }),
    asked.ask({ say: "two" }),
  ]);
  expect(one).toMatchObject({ value: { say: "one", running: 1 } });
  expect(failed).toMatchObject({ reason: { message: expect.stringContaining("no such word") as unknown } });
  expect(two).toMatchObject({ value: { say: "two", running: 1 } });
});

test("a process that ends says why, and the next question begins another", async () => {
  const asked = new AskedProcess<object, Said>(file, "The parrot");
  const first = await asked.ask({ say: "one" });
  await expect(asked.ask({ end: "out of seeds" })).rejects.toThrow(
    /^The parrot's process ended before it answered \(3\)\.\n/,
  );
  const second = await asked.ask({ say: "two" });
  expect(second.say).toBe("two");
  expect(second.pid).not.toBe(first.pid);
});
