import { conduct } from "../src/conduct.ts";

/** Rehearses the repository of the first argument, as `pnpm rehearse` does with its own. The second: `--keep`. */
const [root = "", flag] = process.argv.slice(2);
process.exitCode = await conduct({ root, keep: flag === "--keep", out: process.stdout });
