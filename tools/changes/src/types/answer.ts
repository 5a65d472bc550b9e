/** The process that `typeChanges` asks. */
import { answer } from "../process/answer.ts";
import { openCompiler } from "./compiler/compiler.ts";
import type { Question } from "./index.ts";
import { StatesCompiler } from "./states.ts";
import { walk } from "./walk.ts";

const compiler = openCompiler();
const states = new StatesCompiler(compiler);
// Whoever asked is gone.
process.on("disconnect", () => compiler.close());

answer(({ before, after }: Question) => walk(states.compile(before, after), before, after));
