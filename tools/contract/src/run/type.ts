import type { Bench } from "../bench.ts";
import type { TypeCell } from "../cells/cell.ts";
import type { Finding } from "../finding.ts";

/** Looks up what the compiler made of a proof. One that is not in the type test proves nothing. */
export async function runType(bench: Bench, { operation, proof }: TypeCell): Promise<readonly Finding[]> {
  const compiled = await bench.compiled();
  if (compiled === undefined)
    return [{ culprit: "generator", message: "the package has no type test: give its URL as `types`" }];
  const found = compiled.proof(operation, proof);
  if (found === undefined)
    return [{ culprit: "generator", message: `the type test does not prove: ${proof}` }];
  return compiled.errors(found).map((got) => ({
    culprit: "generator",
    message: "the compiler does not accept the proof",
    got,
  }));
}
