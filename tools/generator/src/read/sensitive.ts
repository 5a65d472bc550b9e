import type { NamedSchema, Operation, Type } from "./model.ts";

/**
 * Wire names under which secrets travel, anywhere in requests or answers: sensitive properties of all schemas, named or
 * inline, and sensitive parameters.
 */
export function sensitiveNames(
  operations: readonly Operation[],
  schemas: readonly NamedSchema[],
): readonly string[] {
  const names = new Set<string>();
  const seen = new Set<Type>();
  const visit = (type: Type | undefined): void => {
    if (type === undefined || seen.has(type)) return;
    seen.add(type);
    switch (type.kind) {
      case "object":
        for (const property of type.properties) {
          if (property.sensitive) names.add(property.name);
          visit(property.type);
        }
        return visit(type.additional);
      case "array":
        return visit(type.items);
      case "tuple":
        for (const item of type.items) visit(item);
        return visit(type.rest);
      case "union":
      case "intersection":
        for (const member of type.members) visit(member);
    }
  };
  for (const schema of schemas) visit(schema.type);
  for (const operation of operations) {
    for (const parameter of operation.parameters) {
      if (parameter.sensitive) names.add(parameter.name);
      visit(parameter.type);
    }
    for (const { contents } of [operation.body ?? { contents: [] }, ...operation.responses]) {
      for (const content of contents) visit(content.type);
    }
  }
  return [...names];
}
