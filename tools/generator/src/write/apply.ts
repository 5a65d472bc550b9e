import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { Refusal } from "../workspace/refusal.ts";
import { reasonOf } from "./reason.ts";
import { isCurrent, type Plan } from "./plan.ts";

/** Begins the name of the folder that new and old files wait in; one that a killed run left behind is nobody's work. */
export const STAGE = ".keysmith-";

/**
 * Carries a plan out, all of it or nothing: new files are written beside the package first, which is where disks fill up
 * and permissions lack. What remains is renaming on one disk; each step knows its way back, and if one fails they are
 * all taken back. Renaming also replaces a link, where writing would follow it.
 *
 * @throws {Refusal} Nothing was changed; or, when even the way back failed, exactly what is half done.
 */
export function applyPlan(plan: Plan): void {
  if (isCurrent(plan)) return;
  const undo: Undo[] = [];
  let stage = "";
  try {
    makeFolder(plan.folder, undo);
    stage = mkdtempSync(join(plan.folder, STAGE));
    undo.push({ what: stage, back: () => rmSync(stage, { recursive: true }) });
    const fresh = plan.write.map(({ text }, index) => {
      const file = join(stage, `new-${index}`);
      writeFileSync(file, text);
      return file;
    });
    // What goes first: on a disk that does not tell `Keys.md` from `keys.md`, it would else take the new one along.
    const aside = (path: string, index: number): void =>
      putAside(plan.folder, path, join(stage, `old-${index}`), undo);
    plan.remove.forEach(aside);
    plan.write.forEach(({ path }, index) => {
      aside(path, plan.remove.length + index);
      const target = join(plan.folder, path);
      makeFolder(dirname(target), undo);
      renameSync(fresh[index] ?? "", target);
      undo.push({ what: target, back: () => rmSync(target) });
    });
  } catch (error) {
    throw takenBack(plan, error, undo);
  }
  rmSync(stage, { recursive: true });
  removeEmptied(plan);
}

interface Undo {
  /** What is not as it was when this fails. */
  readonly what: string;
  readonly back: () => void;
}

function makeFolder(folder: string, undo: Undo[]): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), undo);
  mkdirSync(folder);
  undo.push({ what: folder, back: () => rmdirSync(folder) });
}

function putAside(folder: string, path: string, aside: string, undo: Undo[]): void {
  const file = join(folder, path);
  if (!existsSync(file)) return;
  renameSync(file, aside);
  undo.push({ what: file, back: () => renameSync(aside, file) });
}

function takenBack(plan: Plan, error: unknown, undo: readonly Undo[]): Refusal {
  const reason = reasonOf(error);
  const half: string[] = [];
  for (const { what, back } of undo.toReversed()) {
    try {
      // A file that could not be put back still lies in the stage.
      if (half.length === 0 || !relative(plan.folder, what).startsWith(STAGE)) back();
    } catch {
      half.push(what);
    }
  }
  return new Refusal(
    half.length === 0
      ? `${plan.folder} cannot be written: ${reason} Nothing was changed.`
      : `${plan.folder} cannot be written: ${reason} These are half done, and could not be put back: ${half.join(", ")}. What they were lies in ${plan.folder}/${STAGE}*.`,
  );
}

/** Folders that hold nothing any more. */
function removeEmptied(plan: Plan): void {
  for (const folder of new Set(plan.remove.map((path) => dirname(join(plan.folder, path))))) {
    if (readdirSync(folder).length === 0) rmdirSync(folder);
  }
}
