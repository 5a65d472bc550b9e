import { type JsonObject, isObject, member } from "../../load/json.ts";
import { childPointer, lookup, parsePointer, percentDecode } from "../../load/pointer.ts";
import { nodesOf, referenceOf, walk } from "../../load/walk.ts";
import { membersAt, objectAt, textsAt } from "../document.ts";
import type { Json } from "../model.ts";
import { only } from "./declared.ts";

/**
 * Pointers of the schemas that are not the same in both directions: somewhere in them a property is required that only
 * answers hold, or only requests.
 */
export function twofold(root: JsonObject): ReadonlySet<string> {
  const { undeclared, targets: seen } = survey(root);
  const marked: string[] = [];
  const users = new Map<string, string[]>();
  const pending = [...seen];
  for (let pointer = pending.pop(); pointer !== undefined; pointer = pending.pop()) {
    const user = pointer;
    const found = lookup(root, parsePointer(user));
    if (!found.found || !isObject(found.value)) continue;
    let mark = false;
    walk({ kind: "schema", value: found.value, place: undefined }, ({ kind, value }) => {
      const reference = referenceOf(kind, value);
      if (reference !== undefined) {
        const target = percentDecode(reference);
        const known = users.get(target) ?? [];
        users.set(target, known);
        known.push(user);
        if (!seen.has(target)) pending.push(target);
        seen.add(target);
      }
      mark ||= requiresOneWay(root, value, undeclared);
    });
    if (mark) marked.push(user);
  }
  const all = new Set(marked);
  // A set takes what is added while it is walked.
  for (const pointer of all) for (const user of users.get(pointer) ?? []) all.add(user);
  return all;
}

function requiresOneWay(root: JsonObject, schema: JsonObject, undeclared: ReadonlySet<string>): boolean {
  const required = new Set(textsAt(schema, "required"));
  return membersAt(schema, "properties").some(
    ([name, property]) => (required.has(name) || undeclared.has(name)) && oneWay(root, property),
  );
}

function oneWay(root: JsonObject, property: Json): boolean {
  return only(root, property, "readOnly") || only(root, property, "writeOnly");
}

interface Survey {
  /** Names that some schema requires without declaring them: another one's property may be meant. */
  readonly undeclared: ReadonlySet<string>;
  /** Pointers of all schemas that have a name, or that a reference leads to. */
  readonly targets: Set<string>;
}

function survey(root: JsonObject): Survey {
  const undeclared = new Set<string>();
  const components = membersAt(objectAt(root, "components"), "schemas");
  const targets = new Set(components.map(([key]) => childPointer("#/components/schemas", key)));
  for (const { kind, value } of nodesOf(root).get("schema") ?? []) {
    const reference = referenceOf(kind, value);
    if (reference !== undefined) targets.add(percentDecode(reference));
    const declared = objectAt(value, "properties");
    for (const name of textsAt(value, "required"))
      if (member(declared, name) === undefined) undeclared.add(name);
  }
  return { undeclared, targets };
}
