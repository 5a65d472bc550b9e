import { readFileSync } from "node:fs";
import type { CorpusDocument } from "./document.ts";
import { makePlace } from "./place.ts";
import type { Failure, Result, Stage } from "./result.ts";
import { callAll, planCalls } from "./stages/call.ts";
import { build, compileSources } from "./stages/compile.ts";
import { generate } from "./stages/generate.ts";

/** Takes one document through all stages, as far as it goes. */
export async function run(document: CorpusDocument, file: string, output?: string): Promise<Result> {
  const text = readFileSync(file, "utf8");
  const place = makePlace(document, output);
  const spent: Record<string, number> = {};
  const timed = async <T>(work: string, result: Promise<T>): Promise<T> => {
    const start = performance.now();
    try {
      return await result;
    } finally {
      spent[work] = performance.now() - start;
    }
  };
  const made = await timed("generate", generate(file, place));
  const about = {
    document,
    version: /\bopenapi["']?\s*:\s*["']?(?<version>[\d.]+)/.exec(text)?.groups?.["version"] ?? "?",
    bytes: Buffer.byteLength(text),
    generateMs: made.milliseconds,
    peakMb: made.peakMb,
    warnings: made.warnings,
    spent,
  };
  const nothing = { operations: undefined, done: [], calls: 0 };
  if (made.failures.length > 0) return { ...about, ...nothing, failures: made.failures };
  const operations = await timed("plan", planCalls(file, place));
  if (typeof operations === "string")
    return { ...about, ...nothing, failures: [{ stage: "generate", message: operations }] };
  const done: Stage[] = ["generate"];
  const failures: Failure[] = [];
  const note = (stage: Stage, found: readonly Failure[]): void => {
    if (found.length === 0) done.push(stage);
    failures.push(...found);
  };
  note("tsc 5.9", await timed("tsc 5.9", compileSources(place)));
  const broken = await timed("tsc 7", build(place));
  note("tsc 7", broken);
  // What has mistakes of types runs all the same: the compiler writes it, and calls say more.
  const called = await timed("call", callAll(place));
  return {
    ...about,
    operations,
    done: [...done, ...called.done],
    calls: called.calls,
    failures: [...failures, ...called.failures],
  };
}
