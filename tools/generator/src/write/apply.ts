import { mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plan } from "./plan.ts";

/** Carries a plan out: writes what differs, removes what is stale and the folders that leaves empty. */
export function applyPlan(plan: Plan): void {
  for (const file of plan.write) {
    const path = join(plan.folder, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.text);
  }
  for (const path of plan.remove) {
    const file = join(plan.folder, path);
    rmSync(file);
    if (readdirSync(dirname(file)).length === 0) rmdirSync(dirname(file));
  }
}
