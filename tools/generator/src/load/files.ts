import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { SpecProblems, type Problem } from "../problem.ts";
import { MAX_BYTES, openFile, type SourceFile } from "./file.ts";
import { siblingSuggestion } from "./siblings.ts";

/** A file that a reference leads to, or the sentence that says why it may not. `broken`: told elsewhere already. */
export type Opened = { readonly file: SourceFile } | { readonly refused: string } | { readonly broken: true };

/** The files of one document: the root and what it refers to, each read once, none outside the root's folder. */
export interface Files {
  readonly root: SourceFile;
  /** Absolute paths of all files read so far, the root first. */
  paths(): readonly string[];
  /** What is wrong inside referenced files. */
  readonly problems: readonly Problem[];
  /** Opens `path` as seen from a file of this document. */
  open(path: string, from: SourceFile): Opened;
}

/**
 * @param rootName - What messages call the root.
 * @throws SpecProblems when the root cannot be read
 */
export function openFiles(rootPath: string, rootName = rootPath): Files {
  const root = openFile(resolve(rootPath), rootName);
  const folder = realpathSync(dirname(root.path));
  const home = join(folder, basename(root.path));
  const problems: Problem[] = [];
  let bytes = root.text.length;
  const known = new Map<string, Opened>([
    [home, { file: root }],
    [realpathSync(home), { file: root }],
  ]);

  const outside = (path: string): boolean => {
    const way = relative(folder, path);
    return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
  };

  const open = (path: string, from: SourceFile): Opened => {
    const base = from === root ? folder : dirname(from.path);
    const wanted = resolve(base, path);
    const refused = `\`${path}\` leads out of the folder of ${root.name}. References may only reach files below it: move the file there.`;
    // Asked before the disk is touched, and again when links are resolved.
    if (outside(wanted)) return { refused };
    let real: string;
    try {
      real = realpathSync(wanted);
    } catch {
      const name = join(dirname(root.name), relative(folder, wanted));
      // What lies beside it is told only where a reference may lead.
      const beside = outside(realOf(dirname(wanted))) ? "" : siblingSuggestion(wanted);
      const advice = beside.endsWith("?") ? "" : " Correct the path, or add the file.";
      return { refused: `\`${path}\` does not exist: looked for ${name}.${beside}${advice}` };
    }
    if (outside(real)) return { refused: `${refused.slice(0, -1)}. (It is a symbolic link.)` };
    if (!known.has(real)) {
      const stats = statSync(real);
      if (!stats.isFile()) return { refused: `\`${path}\` is no file. Name the file that is meant.` };
      bytes += stats.size;
    }
    if (bytes > MAX_BYTES) {
      return {
        refused: `With \`${path}\` the files of the document have more than ${MAX_BYTES / 1024 / 1024} MB in all. Leave out what no client needs.`,
      };
    }
    const opened =
      known.get(real) ?? openOnce(real, join(dirname(root.name), relative(folder, real)), problems);
    known.set(real, opened);
    return opened;
  };

  const paths = (): readonly string[] => {
    const files = [...known.values()].flatMap((opened) => ("file" in opened ? [opened.file.path] : []));
    return [...new Set(files)];
  };

  return { root, paths, problems, open };
}

/** With links resolved, as far as there is something. */
function realOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

function openOnce(path: string, name: string, problems: Problem[]): Opened {
  try {
    return { file: openFile(path, name) };
  } catch (error) {
    if (!(error instanceof SpecProblems)) throw error;
    problems.push(...error.problems);
    return { broken: true };
  }
}
