import type { Operation } from "@keysmith/generator";
import type { Finding } from "../finding.ts";
import type { Observation } from "../run/observe.ts";
import { classOf } from "../subject.ts";

/** Findings where a call does not throw an error of a class, of the package's own, that names the operation; by any view. */
export function judgeThrown(
  { outcome, safe, answered }: Observation,
  operation: Operation,
  name: string,
  exports: object,
): readonly Finding[] {
  if (outcome.ok)
    return [{ culprit: "client", message: `the call must throw a ${name}`, got: outcome.value }];
  const { error } = outcome;
  const findings: Finding[] = [name, "KeysmithError"].flatMap((wanted): readonly Finding[] => {
    const expected = classOf(exports, wanted);
    if (expected === undefined)
      return [{ culprit: "generator", message: `the package does not export ${wanted}` }];
    return Object.prototype.isPrototypeOf.call(expected.prototype, Object(error))
      ? []
      : [{ culprit: "client", message: `the call must throw a ${wanted}`, expected: wanted, got: error }];
  });
  const { ok, error: told } = Object(safe.ok ? safe.value : undefined);
  if (ok !== false || told !== error)
    findings.push({
      culprit: "client",
      message: ".safe() must give the same error",
      expected: error,
      got: safe,
    });
  if (answered.ok)
    findings.push({ culprit: "client", message: ".withResponse() must reject", got: answered.value });
  const got: unknown = Reflect.get(Object(error), "operationId");
  if (got === operation.id) return findings;
  const message = `the ${name} is of another operation`;
  return [...findings, { culprit: "client", message, expected: operation.id, got }];
}
