import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect } from "vitest";
import type { Json } from "../../src/read/model.ts";

export const MAIN = resolve(import.meta.dirname, "../../src/main.ts");
/** Processor time, not the clock's: a busy machine makes no document worse. */
const SECONDS = 10;
const MEGABYTES = 1500;

const METER = `data:text/javascript,process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process._rawDebug("spent " + (userCPUTime + systemCPUTime) / 1e6 + " " + maxRSS / 1024);
})`;

/** What became of a document. */
export interface Outcome {
  readonly code: number | null;
  readonly said: string;
  readonly written: boolean;
}

/** Makes a package of a document as a user would; fails where that costs more than a document may. */
export async function made(name: string, text: string | Uint8Array): Promise<Outcome> {
  // Not left to the end of "the test": of several at a time, vitest knows but one.
  const folder = mkdtempSync(join(tmpdir(), "keysmith-hostile-"));
  try {
    return await run(folder, name, text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(folder: string, name: string, text: string | Uint8Array): Promise<Outcome> {
  writeFileSync(join(folder, name), text);
  const args = ["--max-old-space-size=1400", "--import", METER, MAIN, "--spec", name, "--out", "client"];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1" },
    timeout: 100_000,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (more: string) => (output += more));
  const code = await new Promise<number | null>((done) => child.once("close", done));
  const [spent = "", seconds, megabytes] = /spent (\S+) (\S+)\n/.exec(output) ?? [];
  if (spent === "") throw new Error(`It did not come to its end: ${output.slice(-2000)}`);
  expect(Number(seconds)).toBeLessThan(SECONDS);
  expect(Number(megabytes)).toBeLessThan(MEGABYTES);
  return { code, said: output.replace(spent, ""), written: existsSync(join(folder, "client")) };
}

/** What a refusal lacks: exit code 1, a place, the expected sentence, a length to be read, an untouched disk. */
export function lacks({ code, said, written }: Outcome, name: string, sentence: RegExp): readonly string[] {
  const place = new RegExp(`^${name.replace(".", "\\.")}:\\d+:\\d+ {2}#`, "m");
  const demands: readonly [string, boolean][] = [
    ["exit code 1", code === 1],
    ["nothing written", !written],
    ["a place", place.test(said)],
    [`the sentence ${sentence.source}`, sentence.test(said)],
    ["no stack trace", !/\n\s+at /.test(said)],
    ["lines of a length to be read", said.split("\n").every((line) => line.length < 2000)],
  ];
  const missing = demands.flatMap(([demand, met]) => (met ? [] : [demand]));
  return missing.length === 0 ? [] : [...missing, said.slice(0, 2000)];
}

export type Schema = { readonly [key: string]: Json };

export const named = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const ok = { "204": { description: "Done" } };

/** A document that sends, answers and takes `S0`. */
export function document(schemas: Schema, rest: Schema = {}): Schema {
  const content = { "application/json": { schema: named("S0") } };
  return {
    openapi: "3.1.0",
    info: { title: "Bomb", version: "1" },
    servers: [{ url: "https://example.com" }],
    paths: {
      "/s": {
        post: {
          requestBody: { required: true, content },
          responses: { "200": { description: "ok", content } },
        },
      },
      "/q": {
        get: { parameters: [{ name: "q", in: "query", required: true, schema: named("S0") }], responses: ok },
      },
    },
    components: { schemas },
    ...rest,
  };
}

export const many = <Item>(length: number, item: (index: number) => Item): Item[] =>
  Array.from({ length }, (_, index) => item(index));
export const entries = (length: number, entry: (index: number) => readonly [string, Json]): Schema =>
  Object.fromEntries(many(length, entry));
