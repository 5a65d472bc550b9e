import { Command } from "commander";
import { UsageError } from "./refusals.ts";

/** The command line, read. */
export interface Settings {
  readonly providers: readonly string[];
  readonly base: string | undefined;
  readonly form: "table" | "json" | "markdown";
  readonly write: boolean;
  readonly check: boolean;
}

const HELP = `
A package is compared with its last release, the tag @keysmith/<provider>@<version>; before its first release with the
commit where this branch left the base branch. What is compared is what lies on disk: nothing has to be generated first.

Exit codes:
  0  done
  1  --check failed (stale code, a missing or too low changeset, a waiver of nothing), or a document was refused
  2  wrong arguments
  3  nothing to compare with, or a tool that is needed failed

Examples:
  pnpm changes                       what the next release of each package has to say
  pnpm changes automox --write       and write it into its changeset
  pnpm changes --check               is everything generated, and recorded with a bump that is high enough?
  pnpm changes --base @keysmith/automox@0.1.0
  pnpm changes --markdown            for a comment on a pull request`;

/**
 * Reads the command line.
 *
 * @throws CommanderError for what it does not know; it has been told on stderr by then.
 * @throws UsageError for what does not go together.
 */
export function readSettings(
  argv: readonly string[],
  write: { out(text: string): void; err(text: string): void },
): Settings {
  const program = new Command("changes")
    .description("Say what changed since the last release, and which version that asks for.")
    .argument("[provider...]", "names of documents in specs/, without extension (default: all)")
    .option("--base <ref>", "compare with this tag, branch or commit instead")
    .option("--json", "print everything as JSON")
    .option("--markdown", "print a comment for a pull request")
    .option("--write", "write a changeset per package that differs, .changeset/spec-<provider>-<hash>.md")
    .option(
      "--check",
      "write nothing; exit 1 when generated code is stale or a changeset is missing or too low",
    )
    .addHelpText("after", HELP)
    .configureOutput({ writeOut: write.out, writeErr: write.err })
    .showHelpAfterError("(--help tells what can be given)")
    .exitOverride();
  program.parse(argv, { from: "user" });
  const { base, json = false, markdown = false, ...flags } = program.opts<Flags>();
  const { write: writes = false, check = false } = flags;
  if (json && markdown) throw new UsageError("--json and --markdown are two forms of the same: choose one.");
  if (writes && check) throw new UsageError("--write writes and --check does not: choose one.");
  const form = json ? "json" : markdown ? "markdown" : "table";
  return { providers: program.args, base, form, write: writes, check };
}

interface Flags {
  readonly base?: string;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly write?: boolean;
  readonly check?: boolean;
}
