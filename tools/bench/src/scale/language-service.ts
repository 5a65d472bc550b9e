import ts from "typescript";
import type { Program } from "./programs.ts";

/** Milliseconds from a keystroke to what an editor shows. */
export interface Latency {
  readonly complete: number;
  readonly hover: number;
  /** What the hover says. */
  readonly shown: string;
}

const EDITS = 5;

/**
 * What an editor asks of TypeScript while somebody types one more call at the end of a program: the names of arguments,
 * and the type of a result. Every question follows an edit; the fastest of some answers counts.
 */
export function measureLatency(file: string, program: Program, options: ts.CompilerOptions): Latency {
  let text = program.text;
  let version = 0;
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? String(version) : "1"),
    getScriptSnapshot: (name) => {
      const content = name === file ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => ts.sys.getCurrentDirectory(),
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (name) => ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
    directoryExists: (name) => ts.sys.directoryExists(name),
    getDirectories: (name) => ts.sys.getDirectories(name),
    ...(ts.sys.realpath && { realpath: ts.sys.realpath }),
  });
  const asked = <Answer>(typed: string, question: () => Answer): readonly [number, Answer] => {
    text = `${program.text}\n${typed}`;
    version += 1;
    const start = performance.now();
    const answer = question();
    return [performance.now() - start, answer];
  };
  service.getProgram();
  const completions: number[] = [];
  const hovers: number[] = [];
  let shown = "";
  for (let edit = 0; edit < EDITS; edit += 1) {
    const air = " ".repeat(edit);
    const begun = `${air}${program.begun}`;
    const [complete, names] = asked(begun, () => service.getCompletionsAtPosition(file, text.length, {}));
    if (!names?.entries.length) throw new Error(`${program.name}: nothing to complete.`);
    const [hover, info] = asked(`${air}${program.hovered}`, () =>
      service.getQuickInfoAtPosition(file, text.lastIndexOf("hovered = ") + 1),
    );
    completions.push(complete);
    hovers.push(hover);
    shown = ts.displayPartsToString(info?.displayParts);
  }
  service.dispose();
  return { complete: Math.min(...completions), hover: Math.min(...hovers), shown };
}
