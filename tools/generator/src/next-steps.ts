import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "./generate.ts";
import { packageManager } from "./workspace/package-manager.ts";

/** What is left to do where packages came or went: the lockfile lists them, and only the package manager writes it. */
export function nextSteps(outcomes: readonly Outcome[], root: string): string {
  if (!existsSync(join(root, "pnpm-lock.yaml"))) return "";
  const pnpm = packageManager(root);
  const install = `  ${pnpm} install --no-frozen-lockfile`;
  const fresh = outcomes.filter(({ state, isNew }) => state === "written" && isNew).map(({ name }) => name);
  const gone = outcomes.filter(({ state }) => state === "removed").map(({ name }) => name);
  const lines = [];
  if (fresh.length > 0)
    lines.push(
      `New: ${fresh.join(", ")}. Next, link it and enter it in pnpm-lock.yaml, and write down what is proven of it:`,
      install,
      `  ${pnpm} contract ${fresh.join(" ")} --update`,
    );
  if (gone.length > 0)
    lines.push(
      `Gone: ${gone.join(", ")}. Next, take it out of pnpm-lock.yaml:`,
      ...(fresh.length > 0 ? ["  the same install"] : [install]),
    );
  return lines.map((line) => `${line}\n`).join("");
}
