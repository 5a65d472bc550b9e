/** One complaint of the compiler. */
export interface Diagnostic {
  /** Relative to where it ran, with slashes. */
  readonly path: string;
  /** From 1; 0 where it is about no place. */
  readonly line: number;
  /** As it was said. */
  readonly text: string;
}

const PLACED = /^(.+?)\((\d+),\d+\): error TS\d+: /;

/** Reads what `tsc --pretty false` prints; lines that go on belong to the one before. */
export function diagnosticsOf(output: string): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const text of output.split(/\r?\n/)) {
    if (text.trim() === "" || text.startsWith(" ")) continue;
    const [, path = "", line = "0"] = PLACED.exec(text) ?? [];
    found.push({ path: path.replaceAll("\\", "/"), line: Number(line), text });
  }
  return found;
}
