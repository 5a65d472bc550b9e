import { Refusal } from "./refusal.ts";
import { ask, type Environment } from "./run.ts";

/** What of a repository decides whether two commands speak of the same source. */
export interface SourceState {
  /** Full hash of HEAD. */
  readonly commit: string;
  /** `git status`, a line for each file that is not as committed. Empty: clean. */
  readonly changed: readonly string[];
}

/**
 * The commit that is checked out, and what differs from it. Ignored files do not count.
 *
 * @throws Refusal where there is no git repository, or no commit yet.
 */
export async function readSource(root: string, environment: Environment): Promise<SourceState> {
  const head = await ask("git", ["rev-parse", "--verify", "HEAD"], { cwd: root, environment });
  if (head.code !== 0)
    throw new Refusal(
      `${root} has no commit to release from (git: ${head.err}). A release is made in a clone of the repository.`,
    );
  const status = await ask("git", ["status", "--porcelain"], { cwd: root, environment });
  return { commit: head.out, changed: status.out === "" ? [] : status.out.split("\n") };
}

/** Names of all tags, `@keysmith/automox@0.1.0` among them. Empty where git has none to tell. */
export async function readTags(root: string, environment: Environment): Promise<readonly string[]> {
  const { out } = await ask("git", ["tag", "--list"], { cwd: root, environment });
  return out === "" ? [] : out.split("\n");
}
