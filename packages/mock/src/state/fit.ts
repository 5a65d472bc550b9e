import { entries, list, type JsonObject } from "../document/json.ts";
import type { Saying } from "./declare.ts";
import { recordOf } from "./members.ts";
import type { StateOperation } from "./operations.ts";
import { hasType, itemsOf, keysOfPointer, placeWithin, propertiesOf } from "./schema.ts";

/** Something that keeps the operations of a resource from fitting together. */
export interface Misfit {
  readonly operation: StateOperation;
  readonly key: string | undefined;
  readonly message: string;
}

/** What does not fit together among the operations that name one resource. */
export function misfits(document: JsonObject, group: readonly Saying[]): readonly Misfit[] {
  return [
    ...identities(document, group),
    ...owners(group),
    ...names(document, group),
    ...answers(document, group),
  ];
}

function* identities(document: JsonObject, group: readonly Saying[]): Iterable<Misfit> {
  const [create, second] = group.filter(({ action }) => action === "create");
  if (second !== undefined)
    yield {
      ...second,
      key: "action",
      message: `${create?.operation.name} creates \`${second.name}\` already.`,
    };
  const lists = group.filter(({ action }) => action === "list");
  const giver = create ?? lists.find(({ said }) => "identity" in said);
  const [first] = group;
  if (giver === undefined) {
    if (first === undefined) return;
    const message = `Nothing says how a \`${first.name}\` is identified: a \`create\` does, or a \`list\` with \`identity\`.`;
    yield { ...first, key: undefined, message };
    return;
  }
  const identity = String(giver.said["identity"]);
  for (const saying of lists) {
    const { operation, said, action } = saying;
    const own = said["identity"];
    if (own !== undefined && own !== identity)
      yield {
        operation,
        key: "identity",
        message: `${giver.operation.name} calls it ${identity}; found ${String(own)}.`,
      };
    if (!propertiesOf(document, recordOf(document, operation, said, action)).has(identity))
      yield {
        operation,
        key: undefined,
        message: `What it lists has no property \`${identity}\`, which identifies a \`${saying.name}\`.`,
      };
  }
}

/** Whoever reads must not ask for an owner that nobody wrote down. */
function* owners(group: readonly Saying[]): Iterable<Misfit> {
  const create = group.find(({ action }) => action === "create");
  if (create === undefined) return;
  const known = entries(create.said["within"]).map(([owner]) => owner);
  for (const { operation, said } of group) {
    const unknown = entries(said["within"]).find(([owner]) => !known.includes(owner));
    if (unknown === undefined) continue;
    const message = `${create.operation.name} names no owner \`${unknown[0]}\`; it names: ${known.join(", ") || "none"}.`;
    yield { operation, key: "within", message };
  }
}

/** Properties that `unique` speaks of may be in the request only. */
function* names(document: JsonObject, group: readonly Saying[]): Iterable<Misfit> {
  const known = new Set(
    group.flatMap(({ operation, said, action }) => [
      ...propertiesOf(document, recordOf(document, operation, said, action)).keys(),
      ...propertiesOf(document, operation.request).keys(),
    ]),
  );
  for (const { operation, said } of group) {
    const unknown = list(said["unique"]).find((name) => !known.has(String(name)));
    if (unknown !== undefined)
      yield {
        operation,
        key: "unique",
        message: `No \`${String(said["name"])}\` has a property \`${String(unknown)}\`.`,
      };
  }
}

/** A list lists, and an answer that is no object says which property it is. */
function* answers(document: JsonObject, group: readonly Saying[]): Iterable<Misfit> {
  for (const { operation, said, action } of group) {
    const schema = operation.success?.schema;
    if (
      action === "list" &&
      itemsOf(document, placeWithin(document, schema, keysOfPointer(pointerOf(operation, said)))) ===
        undefined
    )
      yield { operation, key: undefined, message: "`items` is missing: no list is where the answer begins." };
    const isText = hasType(schema, "string") && said["property"] === undefined;
    if ((action === "read" || action === "renew") && isText)
      yield {
        operation,
        key: undefined,
        message: "The answer is a text: name the `property` of the record that it is.",
      };
  }
}

function pointerOf({ pagination }: StateOperation, said: JsonObject): string {
  const [paged] = entries(pagination).flatMap(([key, value]) => (key === "items" ? [value] : []));
  return String(said["items"] ?? paged ?? "");
}
