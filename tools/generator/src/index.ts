/** What the other tools use of the generator: the way from a document to the model. */
export { check } from "./check/index.ts";
export { type JsonObject, load, type Source } from "./load/index.ts";
export { formatProblem, type Problem, SpecProblems } from "./problem.ts";
export { read } from "./read/index.ts";
export type * from "./read/model.ts";
export { sampleArguments } from "./read/sample.ts";
export { findWorkspace, type Workspace } from "./workspace/workspace.ts";
