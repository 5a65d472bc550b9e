import { Command, CommanderError } from "commander";
import { reportRefusals } from "../report.ts";
import { createProvider, type Wanted } from "./create.ts";

/** `pnpm new-provider`. Exit codes: 0 done, 1 refused, 2 wrong arguments. */

const program = new Command("new-provider")
  .description(
    "Write a provider's document, specs/<name>.yaml: a skeleton that passes every check, ready to fill.",
  )
  .argument("<name>", "becomes @keysmith/<name>; lower-case words, joined by hyphens")
  .option("--title <text>", "title of the API, as the provider calls it (default: made of the name)")
  .option("--server <url>", "address of the API (default: an invented one)")
  .option(
    "--auth <kind>",
    "how calls prove who they are: bearer, basic, header:NAME, query:NAME, cookie:NAME or oauth2:TOKEN-URL",
    "bearer",
  )
  .option("--dry-run", "print the document, write nothing")
  .addHelpText(
    "after",
    `
Examples:
  pnpm new-provider acme
  pnpm new-provider acme --title "Acme Cloud API" --server https://api.acme.dev/v1 --auth header:X-API-Key
  pnpm new-provider acme --auth oauth2:https://login.acme.dev/token --dry-run

Exit codes: 1 when the name is taken or reserved, 2 for wrong arguments; nothing is written then.`,
  )
  .showHelpAfterError("Run with --help for the options.")
  .exitOverride();

function main(argv: readonly string[]): Promise<number> {
  return reportRefusals(async () => {
    try {
      program.parse(argv, { from: "user" });
    } catch (error) {
      if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
      throw error;
    }
    const [name = ""] = program.args;
    const { dryRun = false, ...wanted } = program.opts<Wanted & { readonly dryRun?: boolean }>();
    process.stdout.write(await createProvider({ name, wanted, dryRun, from: process.cwd() }));
    return 0;
  });
}

process.exitCode = await main(process.argv.slice(2));
