import type { Example } from "./example.ts";

type Found = Omit<Example, "operation">;

/** A function of a test file that is compiled, as the generator prints and formats it. */
interface Declared {
  readonly name: string;
  /** `client: KeysClient`, or nothing. */
  readonly parameters: string;
  /** Line of the first line of its body, from 1. */
  readonly line: number;
  readonly body: readonly string[];
}

/** The blocks of `test/examples.test-d.ts`, one per example. */
export function examplesOfProgram(file: string, text: string): readonly Found[] {
  const head = setupOf(text);
  const variable = /^const (\w+) = /m.exec(head)?.[1];
  return functionsOf(text).flatMap(({ name, parameters, line, body }) => {
    const given = parameters === "" ? [] : [`const ${parameters} = ${variable ?? "undefined"};`];
    const setup = [head, ...given].join("\n");
    return blocksOf(body).map(({ offset, code }) => {
      const title = `${name.replace(/Examples$/, "")}: as a function`;
      return { title, file, line: line + offset, code, setup, told: "whole", runs: true } as const;
    });
  });
}

/** What `test/mock.test-d.ts` says to the mock: names of operations, statuses and examples that users' tests name too. */
export function scenariosOf(file: string, text: string): readonly Found[] {
  // The README has the example too, and what nobody can say is nobody's loss.
  const said = functionsOf(text).filter(({ name }) => !["example", "unknown"].includes(name));
  return said.map(({ name, line, body }) => ({
    title: `mock: ${name.replace(/Scenarios$/, "")}`,
    file,
    line,
    code: body.join("\n"),
    setup: setupOf(text),
    told: "line",
    runs: false,
  }));
}

/**
 * Of `test/types.test-d.ts` the choices of servers alone: they are options that users give. The rest compares the types
 * with those of the document, which the new package does for itself, and lists calls that must not compile: one that
 * does now is no loss.
 */
export function serverChoicesOf(file: string, text: string): readonly Found[] {
  const match = /^export (const servers: [^\n]*\n(?: .*\n)*\];)$/m.exec(text);
  if (match?.[1] === undefined) return [];
  const line = text.slice(0, match.index).split("\n").length;
  const code = match[1];
  // They name the options by the package; everything else that is imported there is for the comparisons.
  const setup = /^import type \* as clients from .*$/m.exec(text)?.[0] ?? "";
  return [{ title: "servers", file, line, code, setup, told: "line", runs: false }];
}

/** A test file that is run, as one example. */
export function testOf(file: string, text: string): Found {
  const code = text.trimEnd();
  return {
    title: "the package's own test of its mock",
    file,
    line: 1,
    code,
    setup: "",
    told: "whole",
    runs: true,
  };
}

/** What comes before the first thing that is exported, without comments. */
function setupOf(text: string): string {
  return text
    .slice(0, /^export /m.exec(text)?.index)
    .split("\n")
    .filter((line) => !line.startsWith("//") && !line.startsWith("/*"))
    .join("\n");
}

const OPENING = /^export (?:async )?function (\w+)\((.*)\): .*\{$/;

function functionsOf(text: string): readonly Declared[] {
  const found: { name: string; parameters: string; line: number; body: string[] }[] = [];
  let open: (typeof found)[number] | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const [, name, parameters = ""] = OPENING.exec(line) ?? [];
    if (name !== undefined) open = { name, parameters, line: index + 2, body: [] };
    else if (line === "}" && open !== undefined) {
      found.push(open);
      open = undefined;
    } else open?.body.push(line);
  }
  return found;
}

function blocksOf(body: readonly string[]): readonly { readonly offset: number; readonly code: string }[] {
  const found: { offset: number; code: string }[] = [];
  let start = 0;
  for (const [index, line] of body.entries()) {
    if (line === "  {") start = index + 1;
    if (line === "  }") found.push({ offset: start, code: body.slice(start, index).join("\n") });
  }
  return found;
}
