import type { Snapshot } from "../snapshot/snapshot.ts";
import { runChild } from "./child.ts";
import { compilePrograms } from "./compile.ts";
import { programOf, type Example } from "./examples/example.ts";
import type { ReplayFinding } from "./finding.ts";
import type { Layout } from "./layout.ts";

/** Something that does not hold with the package that is laid out. */
export interface Broken {
  /** The same with any package: what does not hold with the old one either was never promised. */
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
  readonly run: (layout: Layout, shown: Shown) => Promise<readonly Broken[]>;
}

export const compileExamples: Trial = {
  title: "compiling the documentation's examples",
  run: async (layout, { examples }) => {
    const programs = examples.map(programOf);
    const refused = (await compilePrograms(layout)).map((each) => {
      return { ...each, own: programs[each.program]?.lineOf(each.line) };
    });
    // What goes before an example is told once, as the example that it is itself.
    const told = new Set(refused.filter(({ own }) => own !== undefined).map(({ message }) => message));
    const seen = new Set<string>();
    return refused.flatMap(({ program, own, message }): readonly Broken[] => {
      const example = examples[program];
      if (example === undefined || (own === undefined && told.has(message))) return [];
      told.add(message);
      const line = own ?? example.line;
      const key = `compile ${program}${example.told === "line" ? ` ${line}` : ""}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const { file, operation, title } = example;
      const finding = { kind: "compile", operation, title, where: { file, line }, message } as const;
      return [{ key, example: program, finding }];
    });
  },
};

export const runExamples: Trial = {
  title: "running the documentation's examples",
  run: async (layout, { before, examples }) => {
    const programs = [...examples.entries()]
      .filter(([, { runs }]) => runs)
      .map(([index]) => [index, layout.program(index)] as const);
    const environment = before.api.schemes.flatMap(({ env }) => env ?? []);
    const said = await runChild({ kind: "examples", ...layout, programs, environment });
    return said.flatMap((message): readonly Broken[] => {
      if (message.kind !== "ran" || message.broken === undefined) return [];
      const example = examples[message.program];
      if (example === undefined) return [];
      const { file, line, operation, title } = example;
      const finding = { kind: "example", operation, title, where: { file, line }, message: message.broken } as const;
      return [{ key: `run ${message.program}`, example: message.program, finding }];
    });
  },
};

export const runCells: Trial = {
  title: "running the contract tests",
  run: async (layout, { before }) => {
    const said = await runChild({ kind: "cells", ...layout, factory: `create${before.api.typeName}` });
    const cells = said.flatMap((message) => (message.kind === "cells" ? message.cells : []));
    return cells.map(({ pointer, ...cell }) => {
      const { file, line } = before.source.problem("error", pointer, "");
      const finding = { kind: "cell", ...cell, where: { file, line } } as const;
      return { key: `cell ${cell.operation} ${cell.title}`, example: undefined, finding };
    });
  },
};
