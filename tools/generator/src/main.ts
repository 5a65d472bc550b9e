import { enableCompileCache } from "node:module";
import { resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Command, CommanderError } from "commander";
import type { Request } from "./order.ts";
import { ProblemFile } from "./problem-file.ts";
import { reportRefusals, runOnce } from "./report.ts";

/** `pnpm generate`. Exit codes: 0 done, 1 refused or stale, 2 wrong arguments. */

// Most of a run is loading a compiler. Compiled code is kept for the next run, which then takes half the time.
// The threads find it by the variable.
process.env["NODE_COMPILE_CACHE"] ??= resolve(import.meta.dirname, "../node_modules/.cache/compiled");
enableCompileCache();
// A run is over before optimized code pays back: compiling it would take a fifth of all time, most of it beside us.
setFlagsFromString("--no-turbofan");
setFlagsFromString("--no-maglev-inlining");
setFlagsFromString("--invocation-count-for-maglev=800");

const program = new Command("generate")
  .description("Make each provider's package from its OpenAPI document.")
  .argument("[provider...]", "names of documents in specs/, without extension (default: all)")
  .option("--check", "write nothing; exit 1 and name what would change")
  .option("--watch", "keep running; make a package again when its document is saved")
  .option("--readme", "only the table of providers in README.md, which every other run keeps as well")
  .option("--spec <file>", "make one package of any OpenAPI 3.0 or 3.1 document, YAML or JSON")
  .option("--out <dir>", "folder for the package made with --spec")
  .option("--name <npm-name>", "npm name of that package (default: the folder's name)")
  .option(
    "--report <file>",
    "write all warnings and problems to a JSON file; the terminal shows a few of each kind",
  )
  .addHelpText(
    "after",
    `
Examples:
  pnpm generate                                     make what changed
  pnpm generate automox                             only one provider
  pnpm generate --check                             is everything current?
  pnpm generate --watch                             while editing a document
  pnpm generate --spec pets.yaml --out ../pets-client --name @acme/pets
  pnpm generate --check --report problems.json      { "problems": [{ severity, rule, message, spec, file, line, column, pointer }] }`,
  )
  .exitOverride();

interface Flags {
  check?: boolean;
  watch?: boolean;
  readme?: boolean;
  spec?: string;
  out?: string;
  name?: string;
  report?: string;
}

async function main(argv: readonly string[]): Promise<number> {
  try {
    program.parse(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  const flags = program.opts<Flags>();
  const request: Request = {
    providers: program.args,
    check: flags.check ?? false,
    watch: flags.watch ?? false,
    readme: flags.readme ?? false,
    spec: flags.spec,
    out: flags.out,
    name: flags.name,
    report: flags.report,
  };
  const from = process.cwd();
  const problems = request.report === undefined ? undefined : new ProblemFile(request.report, from);
  const code = await reportRefusals(async () => {
    if (!request.watch) return runOnce(request, from, problems);
    const { watch } = await import("./watch.ts");
    return watch(request, from, problems);
  });
  // Also of what was refused; that it cannot be written is a failure besides.
  const written = await reportRefusals(async () => {
    problems?.write();
    return 0;
  });
  return code === 0 ? written : code;
}

// `pnpm generate | head` closes the pipe early: what nobody reads need not be printed.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await main(process.argv.slice(2));
