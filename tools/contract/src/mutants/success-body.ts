import type { Operation } from "@keysmith/generator";

/** Whether any success of an operation has a body: without one there is nothing to accept, and no data. */
export function successHasBody({ responses }: Operation): boolean {
  return responses.some(({ status, contents }) => contents.length > 0 && String(status).startsWith("2"));
}
