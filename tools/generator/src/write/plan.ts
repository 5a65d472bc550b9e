import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { GeneratedFile } from "../emit/target.ts";

/** What has to happen to a folder so that it holds exactly the generated files. */
export interface Plan {
  readonly folder: string;
  /** Files that are missing or differ. */
  readonly write: readonly GeneratedFile[];
  /** Generated files that are no longer made, relative to the folder. */
  readonly remove: readonly string[];
}

/** Compares a folder with the files it should hold; reads only. */
export function planFolder(folder: string, files: readonly GeneratedFile[]): Plan {
  const wanted = new Set(files.map((file) => file.path));
  return {
    folder,
    write: files.filter((file) => readIfThere(join(folder, file.path)) !== file.text),
    remove: generatedFiles(folder).filter((path) => !wanted.has(path)),
  };
}

export function isCurrent(plan: Plan): boolean {
  return plan.write.length === 0 && plan.remove.length === 0;
}

/**
 * The folders the generator prints into, without what lies below them: `src/lib` and anything else a person adds
 * is out of its reach.
 */
const PRINTED_FOLDERS = ["src", "docs", "test"];

/** Every printed source and page opens with this mark; a file without it was written by a person and is left alone. */
const MARK = /^(?:\/\/|<!--|#) Generated from .+ by Keysmith/;

function generatedFiles(folder: string): string[] {
  return PRINTED_FOLDERS.flatMap((name) => {
    const inside = join(folder, name);
    if (!existsSync(inside)) return [];
    return readdirSync(inside, { withFileTypes: true })
      .filter((entry) => entry.isFile() && MARK.test(readFileSync(join(inside, entry.name), "utf8")))
      .map((entry) => `${name}/${entry.name}`);
  });
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
