import { resolve } from "node:path";
import { release } from "./command.ts";

/**
 * `pnpm release:doctor`, `release:pack`, `release:prove`, `release:publish`. Exit codes: 0 done, 1 refused, failed, or the doctor
 * found something missing, 2 wrong use.
 */

process.exitCode = await release(process.argv.slice(2), {
  root: resolve(import.meta.dirname, "../../.."),
  environment: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
