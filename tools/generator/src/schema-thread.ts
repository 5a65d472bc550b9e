import { type MessagePort, MessageChannel, Worker } from "node:worker_threads";
import type { JsonObject } from "./load/index.ts";

/** What the thread is asked, and where it answers. */
export interface SchemaOrder {
  /** In normal form. */
  readonly document: JsonObject;
  readonly port: MessagePort;
}

export type SchemaAnswer = { readonly text: string } | { readonly error: Error };

let thread: Worker | undefined;

/**
 * Starts the thread that prints `src/schema.ts`, unless it runs. openapi-typescript brings a compiler, and takes about
 * as long as everything else: it is loaded while the document is, and prints while the rest is printed.
 */
export function startSchemaThread(): Worker {
  if (thread === undefined) {
    const started = new Worker(new URL("schema-worker.ts", import.meta.url));
    started.once("exit", () => {
      if (thread === started) thread = undefined;
    });
    // It waits for documents as long as the process goes on, but is no reason to go on.
    started.unref();
    thread = started;
  }
  return thread;
}

/** What `src/schema.ts` of a checked document in normal form says below its header, formatted. */
export function printSchema(document: JsonObject): Promise<string> {
  const worker = startSchemaThread();
  const { port1: answers, port2: port } = new MessageChannel();
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  // Out of memory, say.
  worker.once("error", reject);
  answers.once("message", (answer: SchemaAnswer) => {
    if ("error" in answer) reject(answer.error);
    else resolve(answer.text);
  });
  worker.postMessage({ document, port } satisfies SchemaOrder, [port]);
  return promise.finally(() => {
    worker.off("error", reject);
    answers.close();
  });
}
