import { parentPort } from "node:worker_threads";
import { emitSchema } from "./emit/schema.ts";
import type { SchemaAnswer, SchemaOrder } from "./schema-thread.ts";
import { formatFiles } from "./write/format.ts";

/** The thread of {@link printSchema}. */
parentPort?.on("message", async ({ document, port }: SchemaOrder) => {
  port.postMessage(await answer(document));
});

async function answer(document: SchemaOrder["document"]): Promise<SchemaAnswer> {
  try {
    const [file] = await formatFiles([{ path: "src/schema.ts", text: emitSchema(document) }]);
    return { text: file?.text ?? "" };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}
