import { join } from "node:path";
import { AskedProcess } from "../process/ask.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { TypeChange } from "../verdict/finding.ts";
import { isSame } from "./states.ts";
import { entriesOf } from "./surface/exports.ts";
import type { TypedState } from "./walk.ts";

/** What the compiler is asked. */
export interface Question {
  readonly before: TypedState;
  readonly after: TypedState;
}

/** Its API answers while everything else waits, and what it writes to standard error when it is closed is for nobody. */
const compiler = new AskedProcess<Question, readonly TypeChange[]>(
  join(import.meta.dirname, "answer.ts"),
  "The compiler",
);

/**
 * What differs between two states of a package for somebody who compiles against it, by the compiler's own account of
 * both. Empty when their types are the same, whatever became of texts and comments.
 *
 * @throws Error when the compiler fails, with what it said.
 */
export async function typeChanges(before: Snapshot, after: Snapshot): Promise<readonly TypeChange[]> {
  const [old, now] = [typedState(before), typedState(after)];
  return isUnchanged(old, now) ? [] : compiler.ask({ before: old, after: now });
}

/** What types are made of, and where they come from. */
function typedState({ api, source, files, runtime, mock }: Snapshot): TypedState {
  return {
    api,
    document: source.document,
    files: new Map([...files].filter(([path]) => isTyped(path))),
    runtime,
    mock,
  };
}

function isTyped(path: string): boolean {
  return path === "package.json" || /^src\/.*\.ts$/.test(path);
}

/** Whether nothing changed that types are made of: then there is nothing to compile. */
function isUnchanged(before: TypedState, after: TypedState): boolean {
  return (
    entriesOf(before).join() === entriesOf(after).join() &&
    (["files", "runtime", "mock"] as const).every((part) => isSame(before[part], after[part]))
  );
}
