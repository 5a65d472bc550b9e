import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Result } from "./scenario/check.ts";

const TEST = 'if (typeof createClient().withOptions !== "function") process.exit(1);';

/** Programs that import a built package by its name, as users do; the bundle of the scenario does not. */
const PROGRAMS: Readonly<Record<string, (name: string) => readonly string[]>> = {
  "ES module imports the package": (name) => [
    "--input-type=module",
    "--eval",
    `import { createClient } from "${name}"; ${TEST}`,
  ],
  "CommonJS requires the package": (name) => [
    "--input-type=commonjs",
    "--eval",
    `const { createClient } = require("${name}"); ${TEST}`,
  ],
};

/** Whether a Node.js can import these packages in both ways. */
export function checkImports(node: string, folders: readonly string[]): Result[] {
  return Object.entries(PROGRAMS).map(([name, program]) => {
    try {
      for (const folder of folders) {
        // In its own folder a package is known by its name.
        execFileSync(node, program(nameOf(folder)), { cwd: folder, stdio: "pipe", encoding: "utf8" });
      }
      return { name };
    } catch (error) {
      const words = String(Object(error).stderr || error).trim();
      return { name, problem: words.split("\n").find((line) => line.includes("Error")) ?? words };
    }
  });
}

function nameOf(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { name: string }).name;
}
