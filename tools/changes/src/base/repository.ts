import { CompareError } from "../refusals.ts";
import { git } from "./git.ts";

/** The git repository that a workspace lies in. */
export interface Repository {
  /** The workspace's root. */
  readonly root: string;
  /** Way from the repository's root to the workspace's: empty, or with a slash at its end. */
  readonly prefix: string;
  /** Commit that is checked out. */
  readonly head: string;
  /** Whether history ends early here: tags and branches may be missing. */
  readonly shallow: boolean;
}

/** The repository around a workspace, or the sentence that says why there is none. */
export async function openRepository(root: string): Promise<Repository | { readonly reason: string }> {
  let answer;
  try {
    answer = await git(root, ["rev-parse", "--show-prefix", "--is-shallow-repository", "HEAD"]);
  } catch (error) {
    if (error instanceof CompareError) return { reason: error.message };
    throw error;
  }
  const [prefix = "", shallow, head = ""] = answer.output.toString().split("\n");
  if (answer.succeeded) return { root, prefix, head, shallow: shallow === "true" };
  if (shallow !== undefined && shallow !== "") return { reason: "This git repository has no commit yet." };
  const outside = answer.complaint.includes("not a git repository");
  return {
    reason: outside ? "This is no git repository." : `Git refuses to read this folder: ${answer.complaint}`,
  };
}
