import { globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PassThrough } from "node:stream";
import { beforeEach, expect, test } from "vitest";
import { countOf, requireAnswers } from "../src/consumer/answers.ts";
import { compilers, parseDiagnostics } from "../src/consumer/compile.ts";
import { requireBreaks, requireCompiles } from "../src/consumer/compiles.ts";
import type { Consumer } from "../src/consumer/consumer.ts";
import { installedProvider, programOf } from "../src/consumer/program.ts";
import { type Project, writeSources } from "../src/consumer/project.ts";
import { createStages } from "../src/stages.ts";
import { useFolder } from "./folder.ts";

/** A project that has the packages of this repository, as an installation would have put them there. */

const folder = useFolder();
const modules = resolve(import.meta.dirname, "../node_modules");

const consumer: Consumer = {
  npm: () => Promise.reject(new Error("Nothing is installed here.")),
  stages: createStages(new PassThrough(), false),
  // The quicker one.
  compilers: compilers().filter(({ version }) => version.startsWith("7.")),
  env: process.env,
  signal: new AbortController().signal,
};

let project: Project;
let program: ReadonlyMap<string, string>;

beforeEach(async () => {
  const own = join(folder(), "node_modules");
  for (const place of ["@keysmith", ".bin"]) mkdirSync(join(own, place), { recursive: true });
  for (const name of ["@keysmith/occam", "@keysmith/mock", "@types"])
    symlinkSync(join(modules, name), join(own, name));
  const command = join(modules, "@keysmith/mock/dist/cli.js");
  writeFileSync(join(own, ".bin/keysmith-mock"), `#!/bin/sh\nexec node '${command}' "$@"\n`, { mode: 0o755 });
  writeFileSync(join(folder(), "package.json"), '{ "private": true }');
  project = { folder: folder(), installed: () => "" };
  program = programOf([await installedProvider(folder(), "occam", "@keysmith/occam")]);
});

/** The program, with a text replaced in all files. */
const changed = (from: string, to: string): ReadonlyMap<string, string> =>
  new Map([...program].map(([name, text]) => [name, text.replaceAll(from, to)]));

test("programs are held to the two versions of TypeScript that users have", () => {
  expect(compilers().map(({ version }) => version.replace(/\.\d+$/, ""))).toEqual(["5.9", "7.0"]);
});

test(
  "a program calls every operation of a client, as a module and through require, and is answered",
  { timeout: 120_000 },
  async () => {
    expect([...program.keys()]).toEqual(
      ["mts", "cts"].flatMap((kind) => [`occam.${kind}`, `over-http.${kind}`, `in-process.${kind}`]),
    );
    writeSources(join(folder(), "src"), program);
    await requireCompiles(consumer, { project, output: "dist" }, ["nodenext"], "first");
    const answers = (): Promise<void> =>
      requireAnswers(consumer, { project, providers: ["occam"], program }, "first");
    await expect(answers()).resolves.toBeUndefined();
    // Now one that expects other answers than the document's.
    for (const file of globSync(join(folder(), "dist/*")))
      writeFileSync(file, readFileSync(file, "utf8").replaceAll("[200, {", "[200, { more: 1,"));
    await expect(answers()).rejects.toThrow(/\.[cm]js .* ended with exit code 1/);
  },
);

test("a program has to say that it called every provider", () => {
  expect(countOf("occam 5 calls\ngr4vy 3 calls\n", ["gr4vy", "occam"])).toBe(8);
  for (const printed of ["", "occam 5 calls", "occam 5 calls\ngr4vy 0 calls\n"])
    expect(() => countOf(printed, ["gr4vy", "occam"])).toThrow("did not call every provider");
});

test(
  "a program that must not compile any more is found to compile, or for another reason not to",
  { timeout: 120_000 },
  async () => {
    const broken = new Map([["occam", "purpose"]]);
    const requires = (what: ReadonlyMap<string, string>): Promise<void> =>
      requireBreaks(consumer, { project, program: what, broken }, "second");
    await expect(requires(program)).rejects.toThrow('expected ["occam.cts","occam.mts"], found []');
    await expect(requires(changed('name: "deploy"', 'purpose: "deploy"'))).resolves.toBeUndefined();
    await expect(requires(changed("createKey(", "makeKey("))).rejects.toThrow(
      "does not name purpose of occam",
    );
    await expect(requires(changed("process.argv", "purpose.argv"))).rejects.toThrow(
      'expected ["occam.cts","occam.mts"], found ["over-http.cts","over-http.mts"]',
    );
  },
);

test("a program that does not compile is told with its place", async () => {
  writeSources(join(folder(), "src"), changed("createKey(", "makeKey("));
  await expect(requireCompiles(consumer, { project }, ["nodenext"], "first")).rejects.toThrow(
    /TypeScript 7\S+ \(nodenext\) finds:\nsrc\/occam\.\wts:\d+ error TS2339: Property 'makeKey'/,
  );
});

test("what a compiler prints is read with its explanations, wherever it belongs", () => {
  const printed = `src/a.mts(3,4): error TS2741: One.
  Because.
    Of this.
error TS5083: Cannot read file.
src/b (1).cts(12,1): error TS1: Two.
`;
  expect(parseDiagnostics(printed)).toEqual([
    { file: "src/a.mts", line: 3, text: "error TS2741: One.\n  Because.\n    Of this." },
    { file: "", line: 0, text: "error TS5083: Cannot read file." },
    { file: "src/b (1).cts", line: 12, text: "error TS1: Two." },
  ]);
});
