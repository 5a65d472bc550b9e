/** A piece of code of a release, as its readers copied it. */
export interface Example {
  readonly title: string;
  /** Path in the package, `docs/keys.md`. */
  readonly file: string;
  /** Line of the first line of code, from 1. */
  readonly line: number;
  readonly code: string;
  /** What goes before it: imports, and a client. */
  readonly setup: string;
  /** `GET /keys`; undefined where it calls none. */
  readonly operation: string | undefined;
  /** `whole`: what is wrong with it is told once; `line`: each of its lines stands for itself. */
  readonly told: "whole" | "line";
  /** Whether it is run too, and not only compiled. */
  readonly runs: boolean;
}

/** An example as a module of its own. */
export interface Program {
  readonly text: string;
  /** Which line of the release a line of the module is, both from 1; undefined for what is not the example's own. */
  readonly lineOf: (line: number) => number | undefined;
}

/** Imports first, as a module wants them; then the setup; the example in a block of its own, so that it may reuse names. */
export function programOf({ setup, code, line }: Example): Program {
  const lines: { readonly text: string; readonly line?: number }[] = [];
  const imported = new Set<string>();
  const rest = [setup, code].map((part, index) => {
    const split = splitImports(part);
    for (const { text, offset } of split.imports) {
      if (imported.has(text)) continue;
      imported.add(text);
      lines.push({ text, ...(index === 1 && { line: line + offset }) });
    }
    return split.rest;
  });
  for (const text of rest[0] ?? []) lines.push({ text });
  lines.push({ text: "await (async () => {" });
  for (const [offset, text] of (rest[1] ?? []).entries()) lines.push({ text, line: line + offset });
  lines.push({ text: "})();" }, { text: "export {};" });
  return {
    text: `${lines.map(({ text }) => text).join("\n")}\n`,
    lineOf: (number) => lines[number - 1]?.line,
  };
}

const IMPORT = /^import\s(?:[^;"']*?\sfrom\s)?["'][^"']+["'];?$/gm;
const NAMED = /^import\s+(type\s+)?\{([^}]*)\}\s*from\s*(["'][^"']+["'])/;

/** Every name is imported by a statement of its own, so that two examples can share some of them. */
function splitImports(code: string): {
  readonly imports: readonly { readonly text: string; readonly offset: number }[];
  /** Where imports were, empty lines stay. */
  readonly rest: readonly string[];
} {
  const imports: { text: string; offset: number }[] = [];
  const rest = code.replaceAll(IMPORT, (whole, at: number) => {
    const offset = code.slice(0, at).split("\n").length - 1;
    const [, type = "", names, from = ""] = NAMED.exec(whole) ?? [];
    if (names === undefined) imports.push({ text: whole, offset });
    for (const name of (names ?? "").split(",").map((each) => each.trim()))
      if (name !== "") imports.push({ text: `import ${type}{ ${name} } from ${from};`, offset });
    return "\n".repeat(whole.split("\n").length - 1);
  });
  return { imports, rest: rest.split("\n") };
}
