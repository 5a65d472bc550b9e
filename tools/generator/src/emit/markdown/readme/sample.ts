import type { Api, Operation } from "../../../read/model.ts";
import { failures, successes } from "../../typescript/shape.ts";

/** The operation to show first: one that only reads and answers with a single thing, if there is one. */
export function firstOperation(api: Api): Operation | undefined {
  const current = api.operations.filter((operation) => !operation.deprecated);
  const reading = current.filter((operation) => operation.method === "GET");
  return (
    reading.find((operation) => operation.pagination === undefined) ??
    reading[0] ??
    current[0] ??
    api.operations[0]
  );
}

/** The first one, or else the next that returns something and is no list: for views of a single answer. */
export function plainOperation(api: Api): Operation | undefined {
  const first = firstOperation(api);
  return first !== undefined && isPlain(first) ? first : (api.operations.find(isPlain) ?? first);
}

/** An operation and a status it can fail with. */
export interface Failure {
  readonly operation: Operation;
  readonly status: number;
}

/** A failure whose body is documented, preferably one a program would handle. */
export function firstFailure(api: Api): Failure | undefined {
  const candidates = [firstOperation(api), ...api.operations].filter((operation) => operation !== undefined);
  for (const wanted of [404, 409, 422, 400, undefined]) {
    for (const operation of candidates) {
      for (const { status, contents } of failures(operation)) {
        if (typeof status === "number" && contents.length > 0 && (wanted ?? status) === status)
          return { operation, status };
      }
    }
  }
  return undefined;
}

function isPlain(operation: Operation): boolean {
  return (
    operation.pagination === undefined &&
    successes(operation).some((response) => response.contents.length > 0)
  );
}
