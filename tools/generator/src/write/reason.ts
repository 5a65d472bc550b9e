/** Why something cannot be written, for people, with what to do; what the system says where we know no better. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REASONS.get(code) ?? `${error instanceof Error ? error.message : String(error)}.`;
}

const FORBIDDEN = "you have no permission. Choose another folder, or change who may write there.";

const REASONS: ReadonlyMap<string, string> = new Map([
  ["EACCES", FORBIDDEN],
  ["EPERM", FORBIDDEN],
  ["EROFS", "the disk can only be read. Choose another folder."],
  ["ENOSPC", "the disk is full. Make room on it."],
  ["EDQUOT", "the disk has no room left for you. Make some."],
  ["ENOENT", "no folder can be made there. Choose another one."],
  ["ENOTDIR", "a part of its path is a file. Choose another folder."],
  ["EEXIST", "a part of its path is a file. Choose another folder."],
  ["EISDIR", "it is a folder. Name a file in it."],
]);
