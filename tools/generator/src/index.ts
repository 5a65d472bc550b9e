/** What the other tools use of the generator: the way from a document to the model, and samples of what is in it. */
export { check } from "./check/index.ts";
export { callText } from "./emit/typescript/call.ts";
export { successes } from "./emit/typescript/shape.ts";
export { type JsonObject, load, type Source } from "./load/index.ts";
export { isObject, member } from "./load/json.ts";
export { childPointer, formatPointer, lookup, parsePointer } from "./load/pointer.ts";
export { formatProblem, type Problem, SpecProblems } from "./problem.ts";
export { read } from "./read/index.ts";
export type * from "./read/model.ts";
export { sampleArguments, sampleContent } from "./read/sample.ts";
export { standaloneJob, workspaceJob } from "./workspace/job.ts";
export { findWorkspace, type Workspace } from "./workspace/workspace.ts";
export { planFolder } from "./write/plan.ts";
