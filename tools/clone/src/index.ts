export { cloneOf, git, installIn, snapshot } from "./clone.ts";
export { run, type Ran } from "./run.ts";
