import { generate, type Outcome, takeOrder } from "@keysmith/generator/workspace";

/**
 * Makes packages from their documents, as `pnpm generate` does.
 *
 * @param from - A folder of the workspace.
 * @param providers - Names; empty means all.
 * @param check - Compare only: what would be written is `stale`.
 * @throws {SpecProblems} A document was refused.
 * @throws {Refusal} When hand-written files stand in the way.
 */
export async function generated(
  from: string,
  providers: readonly string[],
  { check }: { readonly check: boolean },
): Promise<readonly Outcome[]> {
  const nothing = { spec: undefined, out: undefined, name: undefined, report: undefined, readme: false };
  const order = takeOrder({ providers, check, watch: false, ...nothing }, from);
  // The list of packages is nothing that a package's users get.
  return generate({ ...order, catalogue: undefined });
}
