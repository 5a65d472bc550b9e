import type { Operation, Type } from "../../read/model.ts";
import { failures, successes } from "./shape.ts";

/** Names of the schemas an operation's signature mentions, sorted: what its file has to import. */
export function importedModels(operations: readonly Operation[]): readonly string[] {
  const names = new Set(operations.flatMap(mentionedTypes).flatMap(referencedNames));
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

function referencedNames(type: Type): readonly string[] {
  switch (type.kind) {
    case "reference":
      return [type.name];
    case "array":
      return referencedNames(type.items);
    case "tuple":
      return [...type.items, ...(type.rest === undefined ? [] : [type.rest])].flatMap(referencedNames);
    case "union":
    case "intersection":
      return type.members.flatMap(referencedNames);
    case "object": {
      const additional = type.additional === undefined ? [] : [type.additional];
      return [...type.properties.map((property) => property.type), ...additional].flatMap(referencedNames);
    }
    case "unknown":
    case "never":
    case "null":
    case "boolean":
    case "string":
    case "number":
    case "binary":
    case "literal":
      return [];
    default:
      return type satisfies never;
  }
}
