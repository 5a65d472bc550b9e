import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { refusalText } from "@keysmith/contract/replay";
import type { Exchange } from "@keysmith/mock";
import type { ExamplesTask, Message } from "./task.ts";

/** Milliseconds that one example may take. */
const TIMEOUT_MS = 5000;

/**
 * Runs each program alone, on a mock of the document: whatever a client sends goes there, wherever it is meant for. An
 * example fails when it throws, and when the mock refuses what it sends.
 */
export async function runExamples(
  { folder, name, programs, environment }: ExamplesTask,
  tell: (message: Message) => void,
): Promise<void> {
  for (const variable of environment) process.env[variable] = "replay:replay";
  const { createMockFetch } = await import("@keysmith/mock");
  let seen: (exchange: Exchange) => void = () => {};
  const spec = join(folder, "packages", name, "openapi.yaml");
  const mock = createMockFetch({ spec, onExchange: (exchange) => seen(exchange) });
  globalThis.fetch = (input, init) => mock(input, init);
  for (const [program, file] of programs) {
    let refused: string | undefined;
    const broken = await new Promise<string | undefined>((resolve) => {
      const timer = setTimeout(() => resolve(`it did not end within ${TIMEOUT_MS} ms`), TIMEOUT_MS);
      const end = (why: string | undefined): void => {
        clearTimeout(timer);
        resolve(refused ?? why);
      };
      const answered = new Set<string>();
      seen = (exchange) => {
        refused ??= refusalText(exchange);
        const { operation = "" } = exchange;
        // The mock gives the same page for ever: a walk that went on has said what it can.
        if (answered.has(operation)) end(undefined);
        answered.add(operation);
      };
      load(file).then(() => end(undefined), (error: unknown) => end(`it throws ${textOf(error)}`));
    });
    tell({ kind: "ran", program, broken });
  }
}

/** A program, and what tests it holds. */
async function load(file: string): Promise<void> {
  await import(pathToFileURL(file).href);
  const { pending } = await import(pathToFileURL(file.replace(/programs[^]*$/, VITEST)).href);
  await Promise.all(pending.splice(0));
}

const VITEST = "node_modules/vitest/index.js";

function textOf(error: unknown): string {
  return String(error).replaceAll(/\s+/g, " ");
}
