import { execFileSync } from "node:child_process";
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { requireAnswers } from "../src/consumer/answers.ts";
import { compilers } from "../src/consumer/compile.ts";
import { requireBreaks, requireCompiles } from "../src/consumer/compiles.ts";
import type { Consumer } from "../src/consumer/consumer.ts";
import { installedProvider, programOf } from "../src/consumer/program.ts";
import { type Project, writeSources } from "../src/consumer/project.ts";
import { packagesOf, providerOf } from "../src/repository.ts";
import { createStages } from "../src/stages.ts";

/** A project that has one of this repository's clients, as an installation would have put it there. */

// Compilers and mocks are started again and again, which a busy machine is slow to do.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const modules = resolve(import.meta.dirname, "../node_modules");
/** Providers come and go: any will do. */
const provider = packagesOf(resolve(import.meta.dirname, "../../..")).find(({ spec }) => spec !== undefined);
const [name, packageName] = [providerOf(provider?.spec ?? ""), provider?.name ?? ""];

const consumer: Consumer = {
  npm: () => Promise.reject(new Error("Nothing is installed here.")),
  stages: createStages(new PassThrough(), false),
  // The quicker one.
  compilers: compilers().filter(({ version }) => version.startsWith("7.")),
  env: process.env,
  signal: new AbortController().signal,
};

let folder: string;
let project: Project;
let program: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "keysmith rehearse-"));
  const own = join(folder, "node_modules");
  for (const place of ["@keysmith", ".bin"]) mkdirSync(join(own, place), { recursive: true });
  for (const one of ["@keysmith/runtime", "@keysmith/mock", "@types"])
    symlinkSync(join(modules, one), join(own, one));
  const command = join(modules, "@keysmith/mock/dist/cli.js");
  writeFileSync(join(own, ".bin/keysmith-mock"), `#!/bin/sh\nexec node '${command}' "$@"\n`, { mode: 0o755 });
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  build(join(own, packageName));
  project = { folder, installed: () => "" };
  program = programOf([await installedProvider(folder, name, packageName)]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds the client into where it is installed: nothing here depends on the one that it is a copy of. */
function build(place: string): void {
  for (const part of ["openapi.yaml", "package.json"])
    cpSync(join(provider?.folder ?? "", part), join(place, part), { recursive: true });
  // What is below node_modules would not be compiled.
  const source = join(folder, "client");
  cpSync(join(provider?.folder ?? "", "src"), source, { recursive: true });
  writeFileSync(join(source, "package.json"), '{ "type": "module" }');
  const options =
    "--module nodenext --target es2022 --declaration --rewriteRelativeImportExtensions --skipLibCheck";
  const files = ["index", "functions", "mock"].map((one) => join(source, `${one}.ts`));
  const args = [...options.split(" "), "--rootDir", source, "--outDir", join(place, "dist"), ...files];
  execFileSync(process.execPath, [consumer.compilers[0]?.file ?? "", ...args], {
    cwd: folder,
    stdio: "inherit",
  });
}

/** The program, with a text replaced in all files. */
const changed = (from: string, to: string): ReadonlyMap<string, string> =>
  new Map([...program].map(([file, text]) => [file, text.replaceAll(from, to)]));

test("a program calls every operation of a client, as a module and through require, and is answered", async () => {
  expect([...program.keys()]).toEqual(
    ["mts", "cts"].flatMap((kind) => [`${name}.${kind}`, `over-http.${kind}`, `in-process.${kind}`]),
  );
  writeSources(join(folder, "src"), program);
  await requireCompiles(consumer, { project, output: "dist" }, ["nodenext"], "first");
  const answers = (): Promise<void> =>
    requireAnswers(consumer, { project, providers: [name], program }, "first");
  await expect(answers()).resolves.toBeUndefined();
  // Now one that expects other answers than the document's.
  for (const file of globSync("dist/*", { cwd: folder })) {
    const text = readFileSync(join(folder, file), "utf8");
    writeFileSync(join(folder, file), text.replaceAll(/\], \[2\d\d,/g, "], [299,"));
  }
  await expect(answers()).rejects.toThrow(/\.[cm]js .* ended with exit code 1/);
});

test("a program that must not compile any more is found to compile, or for another reason not to", async () => {
  const broken = new Map([[name, "withPurpose"]]);
  const requires = (what: ReadonlyMap<string, string>): Promise<void> =>
    requireBreaks(consumer, { project, program: what, broken }, "second");
  const files = `["${name}.cts","${name}.mts"]`;
  await expect(requires(program)).rejects.toThrow(`expected ${files}, found []`);
  await expect(requires(changed("withResponse", "withPurpose"))).resolves.toBeUndefined();
  await expect(requires(changed("withResponse", "withReason"))).rejects.toThrow(
    `does not name withPurpose of ${name}`,
  );
  await expect(requires(changed("process.argv", "purpose.argv"))).rejects.toThrow(
    `expected ${files}, found ["over-http.cts","over-http.mts"]`,
  );
});

test("a program that does not compile is told with its place", async () => {
  writeSources(join(folder, "src"), changed("withResponse", "withReason"));
  await expect(requireCompiles(consumer, { project }, ["nodenext"], "first")).rejects.toThrow(
    /TypeScript 7\S+ \(nodenext\) finds:\nsrc\/\w+\.\wts:\d+ error TS\d+: Property 'withReason'/,
  );
});
