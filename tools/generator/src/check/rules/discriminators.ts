import { isObject, member } from "../../load/json.ts";
import { nearest } from "../../load/nearest.ts";
import { lookup } from "../../load/pointer.ts";
import { mappingReference, missingTarget, parseReference } from "../../load/reference.ts";
import type { Json } from "../../read/model.ts";
import { at, type Context } from "../context.ts";

/** A mapping leads to schemas that exist. */
export function discriminatorMappings({ document, nodes, error }: Context): void {
  const schemas = member(member(document, "components"), "schemas");
  for (const node of nodes("schema")) {
    const mapping = member(member(node.value, "discriminator"), "mapping");
    if (!isObject(mapping)) continue;
    for (const [value, target] of Object.entries(mapping)) {
      const message = typeof target === "string" ? judge(document, schemas, target) : undefined;
      if (message !== undefined) error(at(node, "discriminator", "mapping", value), message);
    }
  }
}

function judge(document: Json, schemas: Json | undefined, target: string): string | undefined {
  if (member(schemas, target) !== undefined) return undefined;
  if (mappingReference(target, schemas) === undefined) {
    const meant = isObject(schemas) ? nearest(target, Object.keys(schemas)) : undefined;
    const advice =
      meant === undefined ? "Add the schema, or correct the name." : `Did you mean \`${meant}\`?`;
    return `There is no schema \`${target}\` under \`#/components/schemas\`. ${advice}`;
  }
  const parsed = parseReference(target);
  if (parsed.refused !== undefined) return parsed.refused;
  return lookup(document, parsed.tokens).found ? undefined : missingTarget(target, document, parsed.tokens);
}
