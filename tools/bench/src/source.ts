import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const SOURCES = resolve(import.meta.dirname, "../../../packages/runtime/src");

/** How much there is to read of the runtime, in lines. */
export interface SourceSize {
  readonly files: number;
  /** The longest file, everything counted. */
  readonly longest: number;
  /** Everything, documentation and blank lines included. */
  readonly all: number;
  /** Without comments and blank lines. */
  readonly code: number;
}

export function measureSource(): SourceSize {
  const texts = globSync("**/*.ts", { cwd: SOURCES }).map((file) =>
    readFileSync(resolve(SOURCES, file), "utf8"),
  );
  const sum = (count: (text: string) => number): number =>
    texts.reduce((total, text) => total + count(text), 0);
  return {
    files: texts.length,
    longest: Math.max(...texts.map(lines)),
    all: sum(lines),
    code: sum(codeLines),
  };
}

function lines(text: string): number {
  return text.trimEnd().split("\n").length;
}

function codeLines(text: string): number {
  return text.split("\n").filter((line) => !/^\s*(?:$|\/\/|\/\*|\*)/.test(line)).length;
}
