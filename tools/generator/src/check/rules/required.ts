import { isObject, type JsonObject, member } from "../../load/json.ts";
import { nearest } from "../../load/nearest.ts";
import { lookup, parsePointer } from "../../load/pointer.ts";
import { listAt, objectAt, referenceOf, resolve, textsAt } from "../../read/document.ts";
import type { Json } from "../../read/model.ts";
import { at, type Context } from "../context.ts";

/** What is required is declared by one of the schemas that speak of the same value: nobody else knows its type. */
export function requiredProperties({ document, version, nodes, warning }: Context): void {
  for (const node of nodes("schema")) {
    // There nothing counts beside a reference.
    if (version === "3.0" && referenceOf(node.value) !== undefined) continue;
    const declared = objectAt(node.value, "properties");
    const open = textsAt(node.value, "required").filter((name) => member(declared, name) === undefined);
    // Nearly all of them are declared beside it; to look around costs more.
    if (open.length === 0) continue;
    const around = schemasAround(document, at(node));
    if (around === undefined) continue;
    const known = declaredNames(document, around);
    if (known === "any") continue;
    for (const name of open) {
      if (known.has(name)) continue;
      const meant = nearest(name, known);
      const advice = meant === undefined ? "Add it to `properties`." : `Did you mean \`${meant}\`?`;
      warning(
        at(node, "required", textsAt(node.value, "required").indexOf(name)),
        `\`${name}\` is required, but no \`properties\` declares it: its type is \`unknown\`. ${advice}`,
      );
    }
  }
}

const COMBINING: ReadonlySet<string | undefined> = new Set(["allOf", "anyOf", "oneOf"]);

/** Where a condition stands: it requires of values what the schema around it declares, and is no type. */
const CONDITIONS: ReadonlySet<string | undefined> = new Set("not if then else contains".split(" "));

/** A schema and those it is a part of; nothing where it is part of a condition. */
function schemasAround(document: Json, pointer: string): readonly Json[] | undefined {
  const around: Json[] = [];
  for (let tokens = parsePointer(pointer); ; tokens = tokens.slice(0, -2)) {
    const found = lookup(document, tokens);
    if (found.found) around.push(found.value);
    const [holder, last] = tokens.slice(-2);
    if (COMBINING.has(holder)) continue;
    return (CONDITIONS.has(last) && holder !== "properties") || holder === "dependentSchemas"
      ? undefined
      : around;
  }
}

/** Names of the properties that these schemas declare, or what they consist of; `any` where all have a type. */
function declaredNames(document: JsonObject, schemas: readonly Json[]): ReadonlySet<string> | "any" {
  const names = new Set<string>();
  const seen = new Set<Json>();
  const pending = [...schemas];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!isObject(next) || seen.has(next)) continue;
    seen.add(next);
    if (isObject(member(next, "additionalProperties"))) return "any";
    for (const name of Object.keys(objectAt(next, "properties") ?? {})) names.add(name);
    for (const keyword of COMBINING) pending.push(...(listAt(next, keyword ?? "") ?? []));
    const target =
      referenceOf(next) === undefined ? undefined : resolve(document, { value: next, pointer: "#" });
    if (target !== undefined) pending.push(target.value);
  }
  return names;
}
