import { existsSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { changesetsOf, forgetMention } from "./changesets.ts";
import { cacheOf } from "./job.ts";
import { Refusal } from "./refusal.ts";
import { packageNameOf, type Workspace } from "./workspace.ts";

/** A generated package whose document is gone. */
export interface Orphan {
  readonly name: string;
  readonly folder: string;
  readonly root: string;
}

export function orphansOf({ root, specs, packages }: Workspace): Orphan[] {
  return [...packages].filter(([name]) => !specs.has(name)).map(([name, folder]) => ({ name, folder, root }));
}

/**
 * What a person wrote goes only when a person removes it. Tests of the package are no use without it, and go along.
 *
 * @throws {Refusal} There is such.
 */
export function refuseToLose({ name, folder }: Orphan): void {
  const handWritten = join(folder, "src/lib");
  if (!existsSync(handWritten)) return;
  throw new Refusal(
    `The document of packages/${name} is gone, but ${handWritten} holds hand-written files. Move or delete them, then generate again.`,
  );
}

/**
 * Removes a package and what is only there because of it: its fingerprint, and its lines in changesets.
 *
 * @returns What is removed, or would be if this were no check.
 */
export function removeOrphan({ name, folder, root }: Orphan, check: boolean): string[] {
  const mentions = changesetsOf(root, packageNameOf(name));
  if (!check) {
    rmSync(folder, { recursive: true });
    rmSync(cacheOf(root, name), { force: true });
    mentions.forEach(forgetMention);
  }
  return [
    "the whole package, its document is gone",
    ...mentions.map(({ file }) => `${relative(root, file)}, which releases it`),
  ];
}
