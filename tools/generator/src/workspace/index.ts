import { generate, type Outcome } from "../generate.ts";
import { takeOrder } from "../order.ts";

/** The workspace as it lies on disk. Nothing here loads a YAML parser or a compiler before it has to. */
export type { Outcome } from "../generate.ts";
export { suggestion } from "../load/nearest.ts";
export { SpecProblems } from "../problem.ts";
export { listProblems } from "../problem-list.ts";
export { Refusal } from "./refusal.ts";
export { findWorkspace, readManifest, type Workspace } from "./workspace.ts";

/**
 * The packages that are not what their documents make: `pnpm generate --check`.
 *
 * @param providers - Names; empty means all.
 * @param from - A folder of the workspace.
 * @throws {SpecProblems} A document was refused.
 * @throws {Refusal} When hand-written files stand in the way.
 */
export async function stalePackages(providers: readonly string[], from: string): Promise<readonly Outcome[]> {
  const nothing = { spec: undefined, out: undefined, name: undefined, report: undefined };
  const outcomes = await generate(takeOrder({ providers, check: true, watch: false, ...nothing }, from));
  return outcomes.filter(({ state }) => state === "stale");
}
