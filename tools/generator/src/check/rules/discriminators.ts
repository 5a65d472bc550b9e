import { isObject, member } from "../../load/json.ts";
import { nearest } from "../../load/nearest.ts";
import { lookup, parsePointer } from "../../load/pointer.ts";
import { mappingReference, missingTarget, parseReference } from "../../load/reference.ts";
import { listAt, membersAt, objectAt, referenceOf, textAt } from "../../read/document.ts";
import type { Json } from "../../read/model.ts";
import { declaration } from "../../read/normal/declared.ts";
import { finalTarget } from "../../read/normal/heirs.ts";
import { admitted, mappedPointer } from "../../read/normal/tags.ts";
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

/** A value that chooses a schema is one that the schema's own property can have. */
export function discriminatorValues({ document, nodes, warning }: Context): void {
  for (const node of nodes("schema")) {
    const discriminator = objectAt(node.value, "discriminator");
    const property = textAt(discriminator, "propertyName");
    if (property === undefined) continue;
    const mapped = new Set<string>();
    for (const [value, target] of membersAt(discriminator, "mapping")) {
      if (typeof target !== "string") continue;
      for (const pointer of finalTarget(document, mappedPointer(document, target))) {
        mapped.add(pointer);
        if (isPossible(pointer, property, value)) continue;
        warning(at(node, "discriminator", "mapping", value), impossible(property, value, pointer));
      }
    }
    for (const keyword of ["oneOf", "anyOf"]) {
      for (const [index, choice] of (listAt(node.value, keyword) ?? []).entries()) {
        for (const pointer of finalTarget(document, referenceOf(choice))) {
          const value = parsePointer(pointer).at(-1) ?? "";
          if (mapped.has(pointer) || isPossible(pointer, property, value)) continue;
          const advice = " Without an entry in `mapping`, a schema is chosen by its name.";
          warning(at(node, keyword, index), impossible(property, value, pointer) + advice);
        }
      }
    }
  }

  function isPossible(pointer: string, property: string, value: string): boolean {
    const declared = declaration(document, { $ref: pointer }, property);
    return admitted(document, declared, new Set([value])).size > 0;
  }
}

function impossible(property: string, value: string, pointer: string): string {
  return `\`${value}\` is to choose \`${pointer}\`, whose \`${property}\` can never be that: types go by what \`${property}\` can be.`;
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
