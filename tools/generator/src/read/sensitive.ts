import { eachSchema } from "./discriminator.ts";
import { membersAt } from "./document.ts";
import { isSensitive } from "./facets.ts";
import type { Operation } from "./model.ts";
import type { Reading } from "./reading.ts";

/**
 * Wire names under which secrets travel, anywhere in requests or answers: sensitive parameters, and sensitive properties
 * of all schemas. The document is asked, not the types: a property in a branch that the type does not show is secret too.
 */
export function sensitiveNames(reading: Reading, operations: readonly Operation[]): readonly string[] {
  const names = new Set<string>();
  for (const { parameters } of operations) {
    for (const parameter of parameters) if (parameter.sensitive) names.add(parameter.name);
  }
  eachSchema(reading.root, (schema) => {
    for (const [name, property] of membersAt(schema, "properties")) {
      if (isSensitive(reading, property)) names.add(name);
    }
  });
  return [...names];
}
