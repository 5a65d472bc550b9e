import { resolve } from "node:path";
import { Command } from "commander";
import { conduct } from "./conduct.ts";

/**
 * `pnpm rehearse`: the whole release on loopback. Exit codes: 0 all is as it has to be, 1 something is not, 2 wrong use,
 * 128 and the number of the signal when stopped by one.
 */

const { keep } = new Command("rehearse")
  .description("Release what is committed to a registry on loopback, twice, and use what was released.")
  .option("--keep", "keep the folder in which it happens, and say where it is", false)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse()
  .opts<{ keep: boolean }>();

process.exitCode = await conduct({
  root: resolve(import.meta.dirname, "../../.."),
  keep,
  out: process.stdout,
});
