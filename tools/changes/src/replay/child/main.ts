import type { Message, Task } from "./task.ts";
import { stayOnThisMachine } from "./network.ts";
import { resolveFrom } from "./resolve.ts";

/*
 * A process of its own for what is replayed: it loads the sources of one state of a package, changes the environment,
 * and can be ended when it does not come back.
 */

process.once("disconnect", () => process.exit());
process.once("message", (task: Task) => void run(task));

async function run(task: Task): Promise<void> {
  try {
    stayOnThisMachine();
    resolveFrom(task);
    if (task.kind === "examples") await (await import("./examples.ts")).runExamples(task, tell);
    else await (await import("./cells.ts")).runCells(task, tell);
    end({ kind: "done" });
  } catch (error) {
    end({ kind: "failed", reason: String(error).replaceAll(/\s+/g, " ") });
  }
}

function tell(message: Message): void {
  process.send?.(message);
}

/** An example may have left a server or a timer behind. */
function end(message: Message): void {
  process.send?.(message, () => process.exit());
}
