import { join } from "node:path";
import { Command } from "commander";
import { findWorkspace } from "@keysmith/generator";
import { installPackage } from "@keysmith/registry";
import { bundleForBrowsers } from "./bundle.ts";
import { checkGlobals, globalsOf } from "./globals.ts";
import { checkImports } from "./imports.ts";
import { launch } from "./launch.ts";
import { type Platform, platforms } from "./platforms.ts";
import { type Column, printReport } from "./report.ts";
import { type LocalServer, startServer } from "./server.ts";

/**
 * `pnpm platforms [platform…]`: one scenario on every platform the clients claim. Runtimes come from the npm registry,
 * on demand; one that does not come is skipped, and said to be.
 */

const packages = [...(findWorkspace(import.meta.dirname)?.packages.values() ?? [])];
const SCENARIO = 'export { run } from "./run.ts"; export { createWorker } from "./worker.ts";';

const positionals = new Command("platforms")
  .description("Run one scenario on every platform the clients claim.")
  .argument("[platform...]", `${platforms.map(({ name }) => name).join(", ")} (default: all)`)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse().args;
const unknown = positionals.find((name) => !platforms.some((platform) => platform.name === name));
if (unknown === undefined) {
  const chosen = platforms.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const globals = globalsOf(await bundleForBrowsers(everyPackage()));
  const bundle = await bundleForBrowsers(SCENARIO);
  const server = await startServer(bundle);
  const columns: Column[] = [];
  for (const platform of chosen) columns.push(await columnOf(platform, server, bundle));
  server.close();
  const ran = columns.some(({ skipped }) => skipped === undefined);
  columns.push({ platform: "bundle", version: "for browsers", results: [checkGlobals(globals)], limits: {} });
  process.exitCode = printReport(columns, globals) && ran ? 0 : 1;
} else {
  const known = platforms.map(({ name }) => name).join(", ");
  process.stderr.write(`There is no platform "${unknown}". Known: ${known}.\n`);
  process.exitCode = 2;
}

/** A program with all of every package in it. */
function everyPackage(): string {
  const entries = packages.map((folder) => JSON.stringify(join(folder, "dist/index.js")));
  return entries.map((entry, index) => `export * as package${index} from ${entry};`).join("\n");
}

async function columnOf(platform: Platform, server: LocalServer, bundle: string): Promise<Column> {
  const { name, from, limits } = platform;
  const version = from ? `${from.name}@${from.version}` : `node ${process.versions.node}`;
  process.stderr.write(`${name} (${version}) …\n`);
  let installed = "";
  try {
    if (from) installed = await installPackage(from);
  } catch (error) {
    return { platform: name, version, results: [], limits, skipped: Object(error).message };
  }
  try {
    const results = await launch(platform, installed, server, bundle);
    const imports = name.startsWith("node")
      ? checkImports(platform.command({ installed, origin: "", folder: "" }).file, packages)
      : [];
    return { platform: name, version, results: [...results, ...imports], limits };
  } catch (error) {
    return { platform: name, version, results: [{ name: "reports", problem: String(error) }], limits };
  }
}
