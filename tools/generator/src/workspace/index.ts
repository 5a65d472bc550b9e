/** The workspace as it lies on disk. Nothing here loads a YAML parser or a compiler before it has to. */
export { generate, type Outcome } from "../generate.ts";
export { suggestion } from "../load/nearest.ts";
export { takeOrder } from "../order.ts";
export { SpecProblems } from "../problem.ts";
export { listProblems } from "../problem-list.ts";
export { Refusal } from "./refusal.ts";
export { findWorkspace, readManifest, type Workspace } from "./workspace.ts";
