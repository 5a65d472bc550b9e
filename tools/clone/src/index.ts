export { cloneOf, git, installIn, snapshot } from "./clone.ts";
export { openTemporaryFolder, type TemporaryFolder } from "./folder.ts";
export { run, type Ran } from "./run.ts";
