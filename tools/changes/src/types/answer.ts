/** The process that `typeChanges` asks. */
import { answer } from "../process/answer.ts";
import { openCompiler } from "./compiler/compiler.ts";
import type { Question } from "./index.ts";
import { walk } from "./walk.ts";

const compiler = openCompiler();
// Whoever asked is gone.
process.on("disconnect", () => compiler.close());

answer(({ before, after }: Question) => walk(compiler, before, after));
