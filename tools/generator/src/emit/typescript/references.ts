import type { Operation, Type } from "../../read/model.ts";
import { namesIn } from "../schema-type.ts";
import { failures, successes } from "./shape.ts";

/** Names of the schemas an operation's signature mentions, sorted: what its file has to import. */
export function importedModels(operations: readonly Operation[]): readonly string[] {
  const names = new Set(operations.flatMap(mentionedTypes).flatMap(namesIn));
  return [...names].toSorted();
}

function mentionedTypes(operation: Operation): readonly Type[] {
  const answers = [...successes(operation), ...failures(operation)].flatMap((response) => response.contents);
  return [
    ...operation.parameters.map((parameter) => parameter.type),
    ...(operation.body?.contents ?? []).map((content) => content.type),
    ...answers.map((content) => content.type),
    ...(operation.pagination === undefined ? [] : [operation.pagination.item]),
  ];
}
