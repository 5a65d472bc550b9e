import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ProvenTarball } from "../pack/manifest.ts";
import { Refusal } from "../refusal.ts";
import { ask, type Environment } from "../run.ts";
import { openTarball } from "../tarball/tarball.ts";
import type { Entry } from "./entries.ts";

/**
 * Installs tarballs into a folder, as somebody's project, and whatever they depend on from the registry: also what they
 * use only where it is there, as everything they export is going to be loaded.
 */
export async function install(
  folder: string,
  release: string,
  tarballs: readonly ProvenTarball[],
  environment: Environment,
): Promise<void> {
  const files = tarballs.map(({ path }) => join(release, path));
  const opened = await Promise.all(files.map(openTarball));
  const dependencies = {
    ...Object.fromEntries(opened.flatMap(({ manifest }) => Object.entries(manifest.peerDependencies ?? {}))),
    ...Object.fromEntries(tarballs.map(({ name }, index) => [name, `file:${files[index]}`])),
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
  const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { code, err } = await ask("npm", args, { cwd: folder, environment });
  if (code !== 0) throw new Refusal(`The tarballs cannot be installed:\n${err}`);
  const { packages } = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly resolved?: string }>>;
  };
  for (const { name, integrity } of tarballs) {
    const installed = packages[`node_modules/${name}`];
    if (installed?.integrity !== integrity)
      throw new Refusal(
        `npm installed other bytes than the tarball of ${name}: ${installed?.integrity ?? "none"} from ${installed?.resolved ?? "nowhere"}`,
      );
  }
}

const PROGRAMS = {
  "import.mjs": (entries: readonly Entry[]) =>
    entries.map(({ specifier, code }) =>
      code ? `await import("${specifier}");` : `readFileSync(new URL(import.meta.resolve("${specifier}")));`,
    ),
  "require.cjs": (entries: readonly Entry[]) =>
    entries.map(({ specifier, code }) =>
      code ? `require("${specifier}");` : `readFileSync(require.resolve("${specifier}"));`,
    ),
};
const HEADS = {
  "import.mjs": 'import { readFileSync } from "node:fs";',
  "require.cjs": 'const { readFileSync } = require("node:fs");',
};

/** Loads everything the packages export, as an ES module and through `require`. Yields what does not load. */
export async function* load(
  folder: string,
  entries: readonly Entry[],
  environment: Environment,
): AsyncGenerator<string> {
  for (const program of ["import.mjs", "require.cjs"] as const) {
    writeFileSync(join(folder, program), `${[HEADS[program], ...PROGRAMS[program](entries)].join("\n")}\n`);
    const { code, err } = await ask(process.execPath, [program], { cwd: folder, environment });
    if (code !== 0) yield `${program}: ${firstLines(err)}`;
  }
}

/** Compiles a program that uses everything the packages export, strictly. Yields what the compiler says. */
export async function* compile(
  folder: string,
  entries: readonly Entry[],
  environment: Environment,
): AsyncGenerator<string> {
  const lines = entries
    .filter(({ code }) => code)
    .flatMap(({ specifier }, index) => [
      `import * as entry${index} from "${specifier}";`,
      `export const used${index}: object = entry${index};`,
    ]);
  writeFileSync(join(folder, "program.mts"), `${lines.join("\n")}\n`);
  for (const [module, moduleResolution] of [
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ] as const) {
    const options = ["--noEmit", "--strict", "--target", "es2022", "--types", ""];
    const args = [...options, "--module", module, "--moduleResolution", moduleResolution, "program.mts"];
    const { code, out, err } = await ask("tsc", args, { cwd: folder, environment });
    if (code !== 0) yield `${moduleResolution}: ${firstLines(out || err)}`;
  }
}

function firstLines(text: string): string {
  return text.trim().split("\n").slice(0, 12).join("\n  ");
}
