/** The command line asks for something that does not exist or does not go together; exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** There is nothing to compare with, or a tool that is needed failed; exit code 3. */
export class CompareError extends Error {
  override readonly name = "CompareError";
}

/** Files that people wrote say something that cannot be carried out; exit code 1, and nothing was written. */
export class FileError extends Error {
  override readonly name = "FileError";
}
