import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { CellMessage } from "./child/task.ts";
import { runChild } from "./child.ts";
import { compilePrograms } from "./compile.ts";
import { programOf, type Example } from "./examples/example.ts";
import type { ReplayFinding } from "./finding.ts";
import { layOut, writePrograms, type Layout } from "./layout.ts";

/** Something that does not hold with the package that is laid out. */
export interface Broken {
  /** The same with any package. */
  readonly key: string;
  /** Which example it is; undefined for cells. */
  readonly example: number | undefined;
  readonly finding: ReplayFinding;
}

/** A release, and what it shows. */
export interface Shown {
  readonly before: Snapshot;
  readonly examples: readonly Example[];
}

/** A part of the replay: tries one thing with a package. */
export interface Trial {
  /** What is lost when it fails. */
  readonly title: string;
  /** @param only - Keys of what is to be tried; undefined for everything. */
  readonly run: (layout: Layout, shown: Shown, only?: ReadonlySet<string>) => Promise<readonly Broken[]>;
}

/** Lays out a package together with what is to be tried with it. */
export function layOutWith(
  folder: string,
  snapshot: Snapshot,
  { before, examples }: Shown,
  tools = folder,
): Layout {
  const layout = layOut(folder, snapshot, tools);
  writePrograms(layout, new Map(examples.map((example, index) => [index, programOf(example)])));
  writeFileSync(join(folder, "before.yaml"), before.source.bundled);
  return layout;
}

/** All of them in one run of the compiler, which takes no longer for all than for some. */
export const compileExamples: Trial = {
  title: "compiling the documentation's examples",
  run: async (layout, { examples }) => {
    const lines = examples.map((example) => programOf(example).lineOf);
    const refused = await compilePrograms(layout);
    const ownLine = (program: number, line: number): number | undefined => lines[program]?.(line);
    // What goes before an example is told once, as the example that it is itself.
    const told = new Set(
      refused.filter(({ program, line }) => ownLine(program, line)).map(({ message }) => message),
    );
    const found = new Map<string, Broken>();
    for (const { program, line, message } of refused) {
      const [example, own] = [examples[program], ownLine(program, line)];
      if (example === undefined || (own === undefined && told.has(message))) continue;
      told.add(message);
      // Where the first line is wrong, so is what goes on from it.
      const first = keyOf(program, example.line);
      const each = example.told === "line" && own !== undefined && !found.has(first);
      const key = each ? keyOf(program, own) : first;
      const title = each ? `${example.title}: ${lineOf(example, own)}` : example.title;
      const finding = findingOf("compile", { ...example, title }, message, own);
      if (!found.has(key)) found.set(key, { key, example: program, finding });
    }
    return [...found.values()];
  },
};

function lineOf({ code, line }: Example, wanted: number): string {
  return code.split("\n")[wanted - line]?.trim() ?? "";
}

function keyOf(program: number, line: number): string {
  return `compile ${program} ${line}`;
}

export const runExamples: Trial = {
  title: "running the documentation's examples",
  run: async (layout, { before, examples }, only) => {
    const programs = [...examples.entries()]
      .filter(([index, { runs }]) => runs && (only?.has(`run ${index}`) ?? true))
      .map(([index]) => [index, layout.program(index)] as const);
    const environment = before.api.schemes.flatMap(({ env }) => env ?? []);
    const said = await runChild({ kind: "examples", ...layout, programs, environment });
    const failed = said.flatMap((message) => {
      const example = message.kind === "ran" ? examples[message.program] : undefined;
      return message.kind === "ran" && message.broken !== undefined && example !== undefined
        ? [{ program: message.program, example, message: message.broken }]
        : [];
    });
    // Where no client can be made, nothing goes on from it.
    const first = new Set(failed.filter(({ example }) => isSetup(example)).map(({ message }) => message));
    return failed
      .filter(({ example, message }) => isSetup(example) || !first.has(message))
      .map(({ program, example, message }) => {
        const finding = findingOf("example", example, message);
        return { key: `run ${program}`, example: program, finding };
      });
  },
};

function isSetup({ setup }: Example): boolean {
  return setup === "";
}

function findingOf(
  kind: ReplayFinding["kind"],
  { file, line, operation, title }: Example,
  message: string,
  own = line,
): ReplayFinding {
  return { kind, operation, title, where: { file, line: own }, message };
}

export const runCells: Trial = {
  title: "running the contract tests",
  run: async (layout, { before }, only) => {
    const factory = `create${before.api.typeName}`;
    const said = await runChild({ kind: "cells", ...layout, factory, only: only && [...only] });
    const cells = said.flatMap((message) => (message.kind === "cells" ? message.cells : []));
    return cells.map(({ key, pointer, ...cell }: CellMessage) => {
      const { file, line } = before.source.problem("error", pointer, "");
      return { key, example: undefined, finding: { kind: "cell", ...cell, where: { file, line } } };
    });
  },
};
