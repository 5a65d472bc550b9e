import { Command } from "commander";
import { measureBundles, measureFloor } from "./bundles.ts";
import { measureCalls } from "./calls.ts";
import { measureChanges } from "./changes.ts";
import { measureDocuments } from "./documents.ts";
import { measureGeneration } from "./generation.ts";
import { measureGrowth } from "./growth.ts";
import { measureImports } from "./imports.ts";
import { measureMonorepo } from "./monorepo.ts";
import { measureStarts, measureThroughput } from "./mocks.ts";
import { measureScale } from "./scale.ts";
import { measureSource } from "./source.ts";
import { printTable, printTimes } from "./table.ts";

/**
 * `pnpm bench [suite…] [--rounds N]`: every figure of one table was taken in the same run, in turns; the ratios are
 * what to quote.
 */

const SUITES = {
  generate: async (rounds: number) =>
    printTimes("Generation, whole processes", await measureGeneration(rounds), "ms"),
  changes: async (rounds: number) =>
    printTimes("What changed since the last release, whole processes", await measureChanges(rounds), "ms"),
  monorepo: async (rounds: number) => {
    const { sizes, rows } = await measureMonorepo(Math.min(rounds, 3));
    printTable(
      "A monorepo of simulated providers, whole processes",
      ["what", `${sizes[0]} providers`, "each", `${sizes[1]} providers`, "each", "each further"],
      rows.map(({ what, times, each, further }) =>
        [what].concat([times[0], each[0], times[1], each[1], further].map((time) => `${time.toFixed(0)} ms`)),
      ),
    );
  },
  calls: async (rounds: number) =>
    // Measured in milliseconds per 2,000 calls, which are over soon: more rounds make up for a busy moment.
    printTimes("One call on a stub that answers at once", await measureCalls(rounds * 8), "µs", 2),
  imports: async (rounds: number) =>
    printTimes("Import, whole processes", await measureImports(rounds), "ms"),
  bundles: async () => {
    const floor = await measureFloor();
    const sizes = await measureBundles();
    printTable(
      `Bundles, minified and gzip (openapi-fetch alone: ${kilobytes(floor)})`,
      ["package", "operations", "one operation", "paging", "each further", "all"],
      sizes.map(({ name, operations, one, paging, further, all }) => [
        name,
        String(operations),
        kilobytes(one),
        kilobytes(paging),
        kilobytes(further),
        kilobytes(all),
      ]),
    );
  },
  documents: async (rounds: number) => {
    for (const { title, times, peaksMb } of await measureDocuments(rounds))
      printTimes(title, times, "ms", 1, ["peak", peaksMb.map((peak) => `${peak.toFixed(0)} MB`)]);
  },
  growth: async (rounds: number) =>
    printTable(
      "Generation of synthetic documents, whole processes, fastest",
      ["operations", "time", "each operation", "peak"],
      (await measureGrowth(Math.min(rounds, 3))).map(({ operations, milliseconds, peakMb }) => [
        String(operations),
        `${milliseconds.toFixed(0)} ms`,
        `${(milliseconds / operations).toFixed(2)} ms`,
        `${peakMb.toFixed(0)} MB`,
      ]),
    ),
  scale: async (rounds: number) => {
    const { operations, bundle, programs } = await measureScale(Math.min(rounds, 3));
    printTable(
      `200 of GitHub's ${operations} operations, TypeScript 5.9 (a bundle that calls one: ${kilobytes(bundle)})`,
      ["called as", "check", "whole tsc", "instantiations", "complete", "hover"],
      programs.map(({ name, checkSeconds, totalSeconds, instantiations, complete, hover }) => [
        name,
        `${checkSeconds.toFixed(2)} s`,
        `${totalSeconds.toFixed(2)} s`,
        String(instantiations),
        `${complete.toFixed(0)} ms`,
        `${hover.toFixed(0)} ms`,
      ]),
    );
  },
  mocks: async (rounds: number) => {
    printTable(
      "Throughput of mocks, requests a second",
      ["server", "5 operations", "2,000 operations", "ratio"],
      (await measureThroughput(rounds)).map(({ kind, small, large }) => [
        kind === "ours" ? "@keysmith/mock" : "Prism's server",
        small.toFixed(0),
        large.toFixed(0),
        (large / small).toFixed(2),
      ]),
    );
    for (const { title, times, memory } of await measureStarts(rounds))
      printTimes(title, times, "ms", 1, ["memory", memory.map((held) => `${held.toFixed(0)} MB`)]);
  },
  source: async () => {
    const { files, longest, all, code } = measureSource();
    printTable(
      "Lines of the runtime's source",
      ["files", "longest file", "all lines", "without comments"],
      [[files, longest, all, code].map(String)],
    );
  },
} satisfies Record<string, (rounds: number) => Promise<void>>;

const program = new Command("bench")
  .description("Measure speed and size, as ratios in one run.")
  .argument("[suite...]", `${Object.keys(SUITES).join(", ")} (default: all)`)
  .option("--rounds <number>", "how often each thing is measured", "5")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse();
const positionals = program.args;
const values = program.opts<{ rounds: string }>();
const rounds = Number(values.rounds);
const unknown = positionals.filter((name) => !Object.hasOwn(SUITES, name));
if (!Number.isInteger(rounds) || rounds < 1) {
  refuse(`--rounds takes a whole number from 1, found "${values.rounds}".`);
} else if (unknown.length > 0) {
  refuse(`There is no suite "${unknown[0]}". Known: ${Object.keys(SUITES).join(", ")}.`);
} else {
  for (const [name, run] of Object.entries(SUITES)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    try {
      await run(rounds);
    } catch (error) {
      // What comes from the registry may not come: the other suites can do without it.
      process.stderr.write(`${name}: ${Object(error).message}\n\n`);
      process.exitCode = 1;
    }
  }
}

function refuse(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}

function kilobytes(bytes: number | undefined): string {
  return bytes === undefined ? "" : `${(bytes / 1000).toFixed(2)} kB`;
}
