import { enableCompileCache } from "node:module";
import { resolve } from "node:path";

/** `pnpm changes`. Exit codes: 0 done, 1 `--check` failed or refused, 2 wrong arguments, 3 nothing to compare with. */

// Most of a run is loading code. Compiled code is kept for the next run; threads find it by the variable.
process.env["NODE_COMPILE_CACHE"] ??= resolve(import.meta.dirname, "../node_modules/.cache/compiled");
enableCompileCache();

// `pnpm changes | head` closes the pipe early: what nobody reads need not be printed.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

const { changes } = await import("./changes.ts");
process.exitCode = await changes(process.argv.slice(2), {
  folder: process.cwd(),
  columns: process.stdout.isTTY ? process.stdout.columns : undefined,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
