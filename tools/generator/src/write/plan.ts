import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { GeneratedFile } from "../emit/target.ts";
import { Refusal } from "../workspace/refusal.ts";
import { placesIn, type Place } from "./place.ts";

/** What has to happen to a folder so that it holds exactly the generated files. */
export interface Plan {
  readonly folder: string;
  /** Files that are missing or differ. */
  readonly write: readonly GeneratedFile[];
  /** Generated files that are no longer made, relative to the folder. */
  readonly remove: readonly string[];
}

/**
 * Compares a folder with the files it should hold; reads only.
 *
 * @throws {Refusal} When a file could not be written, or only somewhere else than in the folder.
 */
export function planFolder(folder: string, files: readonly GeneratedFile[]): Plan {
  const place = placesIn(folder);
  const wanted = pathsOf(files);
  return {
    folder,
    write: files.filter((file) => readIfThere(place(file.path)) !== file.text),
    remove: generatedFiles(place).filter((path) => !wanted.has(path)),
  };
}

export function isCurrent(plan: Plan): boolean {
  return plan.write.length === 0 && plan.remove.length === 0;
}

/** Two paths that differ in case alone are one file on many disks. */
function pathsOf(files: readonly GeneratedFile[]): ReadonlySet<string> {
  const folded = new Map<string, string>();
  for (const { path } of files) {
    const key = path.normalize("NFC").toUpperCase().toLowerCase();
    const other = folded.get(key);
    if (other !== undefined) throw new Refusal(`${path} and ${other} would be the same file on many disks.`);
    folded.set(key, path);
  }
  return new Set(folded.values());
}

/**
 * The folders the generator prints into, without what lies below them: `src/lib` and anything else a person adds
 * is out of its reach.
 */
const PRINTED_FOLDERS = ["src", "docs", "test"];

/** Every printed source and page opens with this mark; a file without it was written by a person and is left alone. */
const MARK = /^(?:\/\/|<!--|#) Generated from .+ by Keysmith/;

function generatedFiles(place: Place): string[] {
  return PRINTED_FOLDERS.flatMap((name) => {
    const inside = dirname(place(`${name}/_`));
    if (!existsSync(inside)) return [];
    return (
      readdirSync(inside, { withFileTypes: true })
        // Links are no files here: what they lead to was not printed.
        .filter((entry) => entry.isFile() && MARK.test(readFileSync(join(inside, entry.name), "utf8")))
        .map((entry) => `${name}/${entry.name}`)
    );
  });
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
