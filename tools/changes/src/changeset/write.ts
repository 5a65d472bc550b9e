import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FilePlan } from "./plan.ts";

/** What became of the changeset of one provider. */
export interface Written {
  readonly name: string;
  /** `left`: it records what is no more, and has a person's text. */
  readonly state: "written" | "unchanged" | "removed" | "left";
  /** Below the workspace's root. */
  readonly file: string;
}

/** Carries plans out. */
export function applyFilePlans(root: string, plans: readonly FilePlan[]): readonly Written[] {
  return plans.flatMap(({ name, write, remove, left }) => {
    const written = write === undefined ? [] : [{ name, state: put(root, write), file: write.path }];
    // What replaces a file stands before the file goes: an interrupted run leaves two, and the next run makes one of them.
    for (const path of remove) rmSync(join(root, path));
    return [
      ...written,
      ...remove.map((file) => ({ name, state: "removed" as const, file })),
      ...left.map((file) => ({ name, state: "left" as const, file })),
    ];
  });
}

function put(root: string, { path, text }: { path: string; text: string }): "written" | "unchanged" {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, "utf8") === text) return "unchanged";
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return "written";
}
