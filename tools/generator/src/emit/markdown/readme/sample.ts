import type { Api, Operation } from "../../../read/model.ts";
import { failures, successes } from "../../typescript/shape.ts";

/** The operation to show first: one that only reads and answers with a single thing, if there is one. */
export function firstOperation(api: Api): Operation | undefined {
  const all = showable(api);
  const current = all.filter((operation) => !operation.deprecated);
  const reading = current.filter((operation) => operation.method === "GET");
  return (
    reading.find((operation) => operation.pagination === undefined) ?? reading[0] ?? current[0] ?? all[0]
  );
}

/** The first one, or else the next that returns something and is no list: for views of a single answer. */
export function plainOperation(api: Api): Operation | undefined {
  const first = firstOperation(api);
  return first !== undefined && isPlain(first) ? first : (showable(api).find(isPlain) ?? first);
}

/** An operation and a status it can fail with. */
export interface Failure {
  readonly operation: Operation;
  readonly status: number;
}

/** A failure whose body is documented, preferably one a program would handle. */
export function firstFailure(api: Api): Failure | undefined {
  const found = [firstOperation(api), ...showable(api)].flatMap(documentedFailures);
  for (const wanted of [404, 409, 422, 400]) {
    const failure = found.find(({ status }) => status === wanted);
    if (failure !== undefined) return failure;
  }
  return found[0];
}

/** Operations whose names the examples do not need for something else. */
function showable(api: Api): readonly Operation[] {
  return api.operations.filter(({ name }) => name !== "client" && name !== "error");
}

function documentedFailures(operation: Operation | undefined): readonly Failure[] {
  if (operation === undefined) return [];
  return failures(operation).flatMap(({ status, contents }) => {
    return typeof status === "number" && contents.length > 0 ? [{ operation, status }] : [];
  });
}

function isPlain(operation: Operation): boolean {
  return (
    operation.pagination === undefined &&
    successes(operation).some((response) => response.contents.length > 0)
  );
}
