import { ask, failed, git } from "./git.ts";
import type { Repository } from "./repository.ts";

/**
 * Ids of what committed paths hold, all asked at once: the same id is the same content, of a file or of a whole folder.
 *
 * @param wanted - `commit:path`, below the workspace's root.
 * @returns By what was wanted; what does not exist is absent.
 */
export async function objectIds(
  { root, prefix }: Repository,
  wanted: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const names = [...new Set(wanted)];
  if (names.length === 0) return new Map();
  const questions = names.map((name) => `${name.replace(":", `:${prefix}`)}\n`).join("");
  const answers = (await ask(root, ["cat-file", "--batch-check=%(objectname)"], questions)).split("\n");
  return new Map(
    names.flatMap((name, index) => {
      const id = answers[index] ?? "";
      return /^[0-9a-f]+$/.test(id) ? [[name, id] as const] : [];
    }),
  );
}

/**
 * Text of all files below committed folders.
 *
 * @returns By path below the workspace's root.
 */
export async function committedFiles(
  { root, prefix }: Repository,
  commit: string,
  folders: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const paths = folders.map((folder) => `${prefix}${folder}`);
  const listed = await ask(root, ["ls-tree", "-r", "-z", "--full-tree", commit, "--", ...paths]);
  const entries = listed.split("\0").flatMap((line) => {
    const { id, path } = FILE.exec(line)?.groups ?? {};
    return id === undefined || path === undefined ? [] : [{ id, path: path.slice(prefix.length) }];
  });
  const args = ["cat-file", "--batch"];
  const answer = await git(root, args, entries.map(({ id }) => `${id}\n`).join(""));
  if (!answer.succeeded) throw failed(args, answer);
  const contents = readBatch(answer.output);
  return new Map(entries.map(({ path }) => [path, contents.next().value ?? ""] as const));
}

/** Regular files only: what a link leads to is another file's content. */
const FILE = /^100(?:644|755) blob (?<id>[0-9a-f]+)\t(?<path>.+)$/s;

/** `<id> blob <size>\n<content>\n`, one after the other. */
function* readBatch(output: Buffer): Generator<string, undefined> {
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf("\n", at);
    const size = Number(output.subarray(at, end).toString().split(" ").at(-1));
    at = end + 1;
    yield output.subarray(at, at + size).toString();
    at += size + 1;
  }
  return undefined;
}

/** Paths below the workspace's root that differ from what is checked out, new ones included. */
export async function uncommittedPaths(
  { root, prefix }: Repository,
  folders: readonly string[],
): Promise<readonly string[]> {
  const lines = await ask(root, [
    "status",
    "--porcelain=v1",
    "-z",
    "--no-renames",
    "--untracked-files=all",
    "--",
    ...folders,
  ]);
  return lines
    .split("\0")
    .filter((line) => line !== "")
    .map((line) => line.slice(3 + prefix.length));
}
