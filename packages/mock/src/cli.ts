#!/usr/bin/env node
import Table from "cli-table3";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { knownProviders } from "./document/locate.ts";
import { MockError, UnknownProviderError } from "./errors.ts";
import type { Mock, MockOptions } from "./mock.ts";
import type { Exchange } from "./scope/exchange.ts";

interface Flags {
  readonly port?: number;
  readonly host: string;
  readonly verbose?: true;
  readonly stateful?: boolean;
}

const HELP = `
Without a name, every provider of the workspace or of the installed packages is served.
Each mock answers with the examples of its document and refuses what the document does not allow.
To have another answer, send a header:  Prefer: code=404, example=notFound

Examples:
  keysmith-mock automox gr4vy --port 4010     automox on 4010, gr4vy on 4011
  keysmith-mock ./my-api.yaml                 any OpenAPI 3.0 or 3.1 document, on a free port`;

/** Runs until a signal comes. Exit code 0 when stopped, 1 when a mock cannot start, 2 for wrong arguments. */
async function main(): Promise<void> {
  const program = new Command("keysmith-mock")
    .description("Serves mocks of OpenAPI documents, each on a port of its own.")
    .argument("[provider...]", "names of providers (automox), or paths of OpenAPI documents (./my-api.yaml)")
    .option(
      "-p, --port <number>",
      "port of the first mock, the next ones follow; default: free ports",
      parsePort,
    )
    .option("--host <address>", "address to listen on; 0.0.0.0 lets other machines in", "127.0.0.1")
    .option("-s, --stateful", "keep what is created, changed and deleted; the examples are there at first")
    .option("-v, --verbose", "print every request, its answer and what is wrong with them")
    .addHelpText("after", HELP)
    .exitOverride();
  try {
    program.parse();
    const wanted = program.args.length > 0 ? program.args : knownProviders();
    if (wanted.length === 0)
      throw new UnknownProviderError("No providers here: give the path of an OpenAPI document");
    const flags: Flags = program.opts();
    // Prism takes half a second to load: not for --help or a misspelt option.
    const { startMocks } = await import("./mock.ts");
    const mocks = await startMocks(wanted.map((each, index) => optionsFor(each, index, flags)));
    // Before anything is printed: whoever reads the table may send the signal.
    stopOnSignal(mocks);
    process.stdout.write(`${overview(mocks)}\n`);
  } catch (error) {
    process.exitCode = report(error);
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError("Expected a number from 0 to 65535.");
  return port;
}

function optionsFor(
  wanted: string,
  index: number,
  { port = 0, host, verbose, stateful = false }: Flags,
): MockOptions {
  const isFile = /[/\\]|\.(ya?ml|json)$/i.test(wanted);
  return {
    ...(isFile ? { spec: wanted } : { provider: wanted }),
    port: port === 0 ? 0 : port + index,
    host,
    stateful,
    ...(verbose && { onExchange: (exchange) => process.stderr.write(`${line(wanted, exchange)}\n`) }),
  };
}

function overview(mocks: readonly Mock[]): string {
  const table = new Table({
    head: ["mock", "url", "operations"],
    style: { head: [], border: [] },
    colAligns: ["left", "left", "right"],
  });
  for (const mock of mocks) table.push([mock.name, mock.url, mock.operations]);
  return `${table.toString()}\n${kept(mocks)}\nTry:\n  ${mocks[0]?.exampleCall ?? ""}\n\nCtrl+C stops.`;
}

/** What was understood of the documents, so that a guess gone wrong is seen. */
function kept(mocks: readonly Mock[]): string {
  const lines = mocks.flatMap(({ name, resources }) =>
    resources.map(({ name: resource, inferred, operations }) => {
      const actions = operations.map(({ operation, action }) => `${operation} (${action})`).join(", ");
      return `  ${name} ${resource}${inferred ? ", by its paths" : ""}: ${actions}\n`;
    }),
  );
  return lines.length === 0 ? "" : `\nKept:\n${lines.join("")}`;
}

function line(name: string, { method, target, status, durationMs, violations }: Exchange): string {
  const first = `${name}  ${method} ${target} -> ${status} (${durationMs.toFixed(1)} ms)`;
  return [first, ...violations.map((violation) => `  ${violation.in}: ${violation.message}`)].join("\n");
}

function stopOnSignal(mocks: readonly Mock[]): void {
  const stop = (): void => {
    void Promise.all(mocks.map((mock) => mock.close()));
  };
  // Once: a second Ctrl+C ends the process at once, should something hang.
  process.once("SIGINT", stop).once("SIGTERM", stop);
}

/** Says what was wrong, in a sentence, and how the process ends. */
function report(error: unknown): number {
  // Commander has said it already: 0 for --help, else a wrong argument.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof MockError)) throw error;
  process.stderr.write(`${error.message}\n`);
  return error instanceof UnknownProviderError ? 2 : 1;
}

await main();
