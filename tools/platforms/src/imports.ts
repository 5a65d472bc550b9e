import { execFileSync } from "node:child_process";
import type { Result } from "./scenario/check.ts";

const TEST =
  'if (typeof createAutomox({ auth: { bearerAuth: "key" } }).getUserApiKey !== "function") process.exit(1);';

/** Programs that import the built package from `node_modules`, as users do; the bundle of the scenario does not. */
const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  "ES module imports the package": [
    "--input-type=module",
    "--eval",
    `import { createAutomox } from "@keysmith/automox"; ${TEST}`,
  ],
  "CommonJS requires the package": [
    "--input-type=commonjs",
    "--eval",
    `const { createAutomox } = require("@keysmith/automox"); ${TEST}`,
  ],
};

/** Whether a Node.js can import the package in both ways. */
export function checkImports(node: string): Result[] {
  return Object.entries(PROGRAMS).map(([name, args]) => {
    try {
      execFileSync(node, args, { cwd: import.meta.dirname, stdio: "pipe", encoding: "utf8" });
      return { name };
    } catch (error) {
      const words = String(Object(error).stderr || error).trim();
      return { name, problem: words.split("\n").find((line) => line.includes("Error")) ?? words };
    }
  });
}
