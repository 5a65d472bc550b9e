/** The process that {@link askCompiler} asks. */
import { openCompiler } from "../compiler/compiler.ts";
import { walk } from "../walk.ts";
import type { Answer, Question } from "./ask.ts";

const compiler = openCompiler();

process.on("message", ({ number, before, after }: Question & { number: number }) => {
  process.send?.({ number, ...answer({ before, after }) } satisfies Answer);
});
// Whoever asked is gone.
process.on("disconnect", () => compiler.close());

function answer({ before, after }: Question) {
  try {
    return { changes: walk(compiler, before, after) };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
