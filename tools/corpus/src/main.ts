import { statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Command } from "commander";
import { type CorpusDocument, fileOf } from "./document.ts";
import { documents } from "./documents.ts";
import { printReport } from "./report.ts";
import type { Result } from "./result.ts";
import { run } from "./run.ts";
import { judge } from "./verdict.ts";

/**
 * `pnpm test:corpus [name…]`: public documents become packages that are compiled, imported and called. A name chooses
 * every document whose name begins with it. The documents come from the npm registry, on demand.
 */

const program = new Command("test:corpus")
  .description("Make packages of public documents, compile, import and call them.")
  .argument("[name...]", "documents whose names begin so (default: all)")
  .option("--json <file>", "write the results as JSON")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse();
const positionals = program.args;
const values = program.opts<{ json?: string }>();
const unknown = positionals.find((wanted) => !documents.some(({ name }) => name.startsWith(wanted)));
if (unknown === undefined) {
  process.exitCode = await runChosen();
} else {
  process.stderr.write(
    `No document's name begins with "${unknown}". tools/corpus/src/documents.ts lists them.\n`,
  );
  process.exitCode = 2;
}

/** Returns the exit code. */
async function runChosen(): Promise<number> {
  const chosen = documents.filter(
    ({ name }) => positionals.length === 0 || positionals.some((wanted) => name.startsWith(wanted)),
  );
  const files: string[] = [];
  try {
    for (const document of chosen) files.push(await fileOf(document));
  } catch (error) {
    process.stderr.write(`${Object(error).message}\n`);
    return 1;
  }
  const results = await runAll(chosen, files);
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(results, null, 2));
  return printReport(results) ? 0 : 1;
}

/** As many at once as there are processors, the largest first; the results are in the order of the list. */
async function runAll(list: readonly CorpusDocument[], files: readonly string[]): Promise<readonly Result[]> {
  const results: Result[] = [];
  let finished = 0;
  const sizes = files.map((file) => statSync(file).size);
  const waiting = [...list.entries()].toSorted(([a], [b]) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, document] = next;
      const result = await run(document, files[index] ?? "");
      results[index] = result;
      const { kind, reasons } = judge(result);
      const said = kind === "failed" ? `, ${reasons[0]}` : "";
      process.stderr.write(`${++finished}/${list.length} ${document.name}: ${kind}${said}\n`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}
