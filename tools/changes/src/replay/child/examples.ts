import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { refusalText } from "@keysmith/contract/replay";
import type { Exchange } from "@keysmith/mock";
import type { ExamplesTask, Message } from "./task.ts";

/** Milliseconds that one example may take; most take two, on a busy machine some hundreds. */
const TIMEOUT_MS = 15_000;

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
  const spec = join(folder, "packages", name, "openapi.yaml");
  const { pending } = await import(pathToFileURL(join(folder, "node_modules/vitest/index.js")).href);
  // A package that cannot be loaded says nothing of its examples.
  await import(pathToFileURL(join(folder, "packages", name, "src/index.ts")).href);
  let now = watched();
  const mock = createMockFetch({ spec, onExchange: (exchange) => now.watch(exchange) });
  globalThis.fetch = (input, init) => now.fetch(() => mock(input, init));
  const load = async (file: string): Promise<void> => {
    await import(pathToFileURL(file).href);
    await Promise.all(pending.splice(0));
  };
  for (const [program, file] of programs) {
    const seen = watched();
    now = seen;
    const ended = load(file).then(
      () => undefined,
      (error: unknown) => `it throws ${String(error).replaceAll(/\s+/g, " ")}`,
    );
    const late = timer(`it did not end within ${TIMEOUT_MS} ms`);
    const broken = await Promise.race([ended, seen.enough, late.over]);
    late.stop();
    seen.end();
    tell({ kind: "ran", program, broken: seen.refused() ?? broken });
  }
}

/** What goes on between one example and the mock. */
interface Watched {
  /** Passes a request on; one that comes after the end is never answered, or a walk would go on beside the others. */
  readonly fetch: (send: () => Promise<Response>) => Promise<Response>;
  readonly watch: (exchange: Exchange) => void;
  /** The mock gives the same page for ever: a walk that went on from the first one has said what it can. */
  readonly enough: Promise<undefined>;
  readonly refused: () => string | undefined;
  readonly end: () => void;
}

function watched(): Watched {
  let refused: string | undefined;
  let ended = false;
  const answered = new Set<string>();
  const { promise: enough, resolve } = Promise.withResolvers<undefined>();
  return {
    fetch: (send) => (ended ? new Promise(() => {}) : send()),
    enough,
    refused: () => refused,
    end: () => {
      ended = true;
    },
    watch: (exchange) => {
      refused ??= refusalText(exchange);
      const { operation = "" } = exchange;
      if (answered.has(operation)) {
        ended = true;
        resolve(undefined);
      }
      answered.add(operation);
    },
  };
}

function timer(message: string): { readonly over: Promise<string>; readonly stop: () => void } {
  const { promise: over, resolve } = Promise.withResolvers<string>();
  const timeout = setTimeout(() => resolve(message), TIMEOUT_MS);
  return { over, stop: () => clearTimeout(timeout) };
}
