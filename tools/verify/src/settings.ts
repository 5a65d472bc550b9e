import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { Command, InvalidArgumentError } from "commander";
import type { Json } from "@keysmith/generator";
import { UsageError } from "./usage-error.ts";

/** The command line, read. */
export interface Settings {
  readonly provider: string;
  readonly baseUrl?: string;
  readonly environment?: string;
  readonly server: readonly string[];
  readonly arg: readonly string[];
  readonly args?: string;
  readonly only: readonly string[];
  readonly allowWrites: boolean;
  readonly maxRequests: number;
  readonly pause: number;
  readonly timeout: number;
  readonly retries: number;
  readonly json: boolean;
  readonly report?: string;
  readonly verbose: boolean;
  readonly dryRun: boolean;
}

const HELP = `
Credentials come from the environment, under the names the document gives them (x-env): AUTOMOX_API_KEY.
Nothing is written to the provider unless --allow-writes is given; only GET and HEAD are sent.
Arguments are taken from --arg, from --args, from the environment (AUTOMOX_ARG_USER_ID), else from earlier answers
(the id of an item from its list). What cannot be called is skipped, with the --arg it needs.

Exit codes:
  0  no drift
  1  the server does not do what the document says
  2  wrong use; nothing was sent
  3  no drift was seen, but not everything could be verified: no answer, a refused credential, nothing to call

Examples:
  AUTOMOX_API_KEY=… pnpm verify automox --arg userId=1 --arg o=2 --arg getOrganizationApiKeys.id=2
  GR4VY_TOKEN=… pnpm verify gr4vy --environment sandbox --server gr4vy_id=acme
  pnpm verify occam --dry-run`;

/** What holds where the command line says nothing; the other defaults are told by `--help`. */
const UNSAID = {
  server: [],
  arg: [],
  only: [],
  allowWrites: false,
  json: false,
  verbose: false,
  dryRun: false,
} satisfies Partial<Settings>;

/**
 * Reads the command line.
 *
 * @throws CommanderError for what it does not know; it has been told on stderr by then.
 */
export function readSettings(
  argv: readonly string[],
  write: { out(text: string): void; err(text: string): void },
  providers: readonly string[],
): Settings {
  const program = new Command("verify")
    .description("Compares what a provider's document says with what its real server does.")
    .argument("<provider>", `name of a document in specs/: ${providers.join(", ")}`)
    .option("--base-url <url>", "where to call instead of the document's server; https: or loopback")
    .option("--environment <name>", "which of the document's servers to call (x-name)")
    .option("--server <name=value>", "value of a variable in the server's address; repeatable", collect)
    .option("--arg <name=value>", "an argument of operations, or operation.name=value; repeatable", collect)
    .option("--args <file>", 'the same as a JSON file: { "userId": 1, "getUserApiKey": { "id": 3 } }')
    .option("--only <operation>", "check only this operation; repeatable, or between commas", collectList)
    .option("--allow-writes", "also create, read, change and delete what this run itself creates")
    .option("--max-requests <n>", "send at most as many requests", count, 100)
    .option("--pause <ms>", "wait as long between two calls", count, 250)
    .option("--timeout <ms>", "wait as long for an answer", count, 30_000)
    .option("--retries <n>", "repeat a failed call as often, when the server asks to or fails", count, 2)
    .option("--json", "print the report as JSON")
    .option("--report <file>", "write the report to a JSON file")
    .option("-v, --verbose", "tell of every check as it is made, and show notes")
    .option("--dry-run", "show what would be sent, and send nothing")
    .addHelpText("after", HELP)
    .configureOutput({ writeOut: write.out, writeErr: write.err })
    .showHelpAfterError("(--help tells what can be given)")
    .exitOverride();
  program.parse(argv, { from: "user" });
  return { ...UNSAID, ...program.opts<Omit<Settings, "provider">>(), provider: program.args[0] ?? "" };
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

function collectList(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, ...value.split(",").map((name) => name.trim())];
}

function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(text);
}

/** `name=value` pairs as an object. */
export function pairs(option: string, given: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw new UsageError(`${option} ${pair}: expected name=value.`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

export function readJsonFile(file: string): Json {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new UsageError(`${file} cannot be read: --args takes a JSON file.`);
  }
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new UsageError(`${file} is not JSON.`);
  }
}

/**
 * Makes sure, before anything is sent, that a report can be written.
 *
 * @throws UsageError when it cannot.
 */
export function demandWritable(file: string): void {
  try {
    appendFileSync(file, "");
  } catch {
    throw new UsageError(`${file} cannot be written.`);
  }
}

export function writeJsonFile(file: string, content: unknown): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}
