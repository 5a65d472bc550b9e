import Table from "cli-table3";
import { Command } from "commander";
import { openSite } from "./machines.ts";
import { type Proof, prove } from "./prove.ts";

/**
 * `pnpm remote-cache:prove [package…]`: everything in one clone, then in another one from the cache alone. Exit codes: 0
 * proven, 1 not, 2 wrong arguments.
 */

const packages = new Command("remote-cache:prove")
  .description("Generate, build and test in one clone, then in a second from a remote cache on loopback.")
  .argument("[package...]", "names of the packages to test, such as @keysmith/occam (default: all)")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse().args;

const site = await openSite();
try {
  report(await prove(site, packages));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await site.close();
}

function report({ steps, tally, files, problems }: Proof): void {
  const table = new Table({
    head: ["", "tasks", "from the server", "first clone", "second clone"],
    colAligns: ["left", "right", "right", "right", "right"],
    style: { head: [], border: [], compact: true },
  });
  for (const { name, tasks, restored, firstMs, secondMs } of steps)
    table.push([name, tasks, restored, seconds(firstMs), seconds(secondMs)].map(String));
  process.stdout.write(`${table.toString()}\n`);
  process.stdout.write(`${files} files are the same in both clones; pnpm test says in both: ${tally}\n`);
  for (const problem of problems) process.stdout.write(`✗ ${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
