import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { breachesOfAssertions } from "./breaches-of-assertions.ts";
import type { Breach } from "./breach.ts";
import { goodDocument } from "./good-document.ts";
import { breachesOfCode } from "./breaches-of-code.ts";

const config = fileURLToPath(new URL("../redocly.yaml", import.meta.url));
const redocly = fileURLToPath(new URL("../node_modules/@redocly/cli/bin/cli.js", import.meta.url));

const breaches = [...breachesOfCode, ...breachesOfAssertions];
const cases = breaches.map((breach, index) => ({ ...breach, file: `bad-${index}.json` }));

/** File -> what Redocly says of it: "rule pointer" of each problem. */
let verdicts: ReadonlyMap<string, readonly string[]>;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "keysmith-rules-"));
  const documents = new Map<string, unknown>([["good.json", goodDocument()]]);
  for (const breach of cases) documents.set(breach.file, broken(breach));
  await Promise.all(
    Array.from(documents, ([file, document]) => writeFile(path.join(folder, file), JSON.stringify(document))),
  );
  // One run for all documents: starting Redocly takes far longer than linting with it.
  verdicts = await lint([...documents.keys()]);
}, 30_000);

afterAll(() => rm(folder, { recursive: true }));

test("a good document has no problem", () => {
  expect(verdicts.get("good.json")).toEqual([]);
});

describe("a rule fires at its breach, and no other rule does", () => {
  test.each(cases)("$rule: $title", ({ file, rule, at }) => {
    expect(verdicts.get(file)).toEqual([`${rule} ${at}`]);
  });
});

test("every rule of our own is proven here", async () => {
  const settings = await readFile(config, "utf8");
  const ours = Array.from(settings.matchAll(/^ {2}((?:keysmith|rule)\/[^:]+):/gm), ([, name]) => name);
  expect(new Set(breaches.map(({ rule }) => rule))).toEqual(new Set(ours));
});

/** The good document with the changes of a breach. */
function broken({ change }: Breach): unknown {
  const document = goodDocument();
  for (const [pointer, value] of Object.entries(change)) {
    const keys = pointer
      .split("/")
      .slice(1)
      .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = keys.pop() ?? "";
    const parent = keys.reduce<unknown>((node, key) => Reflect.get(Object(node), key), document);
    // JSON leaves out what is undefined.
    Reflect.set(Object(parent), last, value);
  }
  return document;
}

async function lint(files: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const options = ["--config", config, "--format", "json", "--max-problems", "1000"];
  const child = spawn(process.execPath, [redocly, "lint", ...options, ...files], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "test", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  });
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  // One JSON document per file, in the order of the files; each ends with a brace at the start of a line.
  const reports = output.split(/(?<=^\})\s*/m).filter((report) => report !== "");
  if (reports.length !== files.length) throw new Error(`Redocly did not lint every file.\n${errors}`);
  return new Map(
    files.map((file, index) => [file, JSON.parse(reports[index] ?? "").problems.map(problemText)]),
  );
}

interface ReportedProblem {
  readonly ruleId: string;
  readonly location: readonly { readonly pointer: string }[];
}

function problemText({ ruleId, location }: ReportedProblem): string {
  return `${ruleId} ${location[0]?.pointer ?? ""}`;
}
