import { closeSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Problem } from "./problem.ts";
import { Refusal } from "./workspace/refusal.ts";
import { reasonOf } from "./write/reason.ts";

/** `--report FILE`: all that is known about the documents of a run, as JSON for other programs. */
export class ProblemFile {
  readonly path: string;
  /** By document, as the caller named it; `undefined` until a run has begun. */
  #found: Map<string, readonly Problem[]> | undefined;

  constructor(path: string, from: string) {
    this.path = resolve(from, path);
  }

  /**
   * Forgets what is known: a run begins. In vain where the report could not be written in the end.
   *
   * @throws {Refusal} The file cannot be written.
   */
  begin(): void {
    this.#put(() => closeSync(openSync(this.path, "a")));
    this.#found = new Map();
  }

  add(spec: string, problems: readonly Problem[]): void {
    this.#found?.set(spec, problems);
  }

  /**
   * Writes what is known, into a folder that it makes where there is none; nothing, when no run has begun.
   *
   * @throws {Refusal} The file cannot be written.
   */
  write(): void {
    if (this.#found === undefined) return;
    const problems = [...this.#found].flatMap(([spec, found]) =>
      found.map((problem) => entry(spec, problem)),
    );
    this.#put(() => writeFileSync(this.path, `${JSON.stringify({ problems }, undefined, 2)}\n`));
  }

  #put(write: () => void): void {
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      write();
    } catch (error) {
      throw new Refusal(`The report ${this.path} cannot be written: ${reasonOf(error)}`);
    }
  }
}

/** `spec` is the document, `file` the one of its files that the place is in. */
function entry(spec: string, { severity, rule, message, file, line, column, pointer }: Problem): object {
  return { severity, rule, message, spec, file, line, column, pointer };
}
