import { isList, member } from "../../load/json.ts";
import type { Api, Content, Json, NamedSchema, Operation, Type } from "../../read/model.ts";
import { successes } from "../typescript/shape.ts";
import { perApi } from "../per-api.ts";
import { schemaType } from "../schema-type.ts";

/** An example of a named type: its own, else a whole request or answer of this type, else a part of one. */
export function modelExample(api: Api, model: NamedSchema): Json | undefined {
  const [own] = model.examples;
  return own ?? sightingsOf(api).get(model.name);
}

/** What a call returns, where that has no name under which an example could be found. */
export function answerExample(operation: Operation): Json | undefined {
  const contents = successes(operation).flatMap((response) => response.contents);
  const shown = contents.find(({ kind, type, examples }) => {
    return kind === "json" && type.kind !== "reference" && examples.length > 0;
  });
  return shown?.examples[0]?.value;
}

/** Values seen in examples of requests and answers, by the name of their type; the first of each. */
type Sightings = Map<string, Json>;

/** All of them are found in one walk: a walk per model would cost models times examples. */
const sightingsOf = perApi((api): Sightings => {
  const seen: Sightings = new Map();
  const contents = contentsOf(api);
  for (const { type, examples } of contents) {
    const value = examples[0]?.value;
    if (type.kind === "reference" && value !== undefined && !seen.has(type.name)) seen.set(type.name, value);
  }
  for (const { type, examples } of contents) {
    for (const { value } of examples) look(api, seen, type, value, new Set());
  }
  return seen;
});

function contentsOf(api: Api): readonly Content[] {
  const holders = api.operations.flatMap((operation) => [...operation.responses, operation.body]);
  return holders.flatMap((holder) => holder?.contents ?? []);
}

/**
 * Notes what a value and its parts are examples of.
 *
 * @param followed - Names this very value has been seen under; following one again would tell nothing, or never end.
 */
function look(api: Api, seen: Sightings, type: Type, value: Json | undefined, followed: Set<string>): void {
  if (value === undefined) return;
  switch (type.kind) {
    case "reference":
      if (followed.has(type.name)) return;
      followed.add(type.name);
      if (!seen.has(type.name)) seen.set(type.name, value);
      return look(api, seen, schemaType(api, type.name), value, followed);
    case "union":
    case "intersection":
      return type.members.forEach((part) => look(api, seen, part, value, followed));
    case "array":
      if (isList(value)) for (const item of value) look(api, seen, type.items, item, new Set());
      return;
    case "object":
      for (const property of type.properties)
        look(api, seen, property.type, member(value, property.name), new Set());
      return;
    default:
      return;
  }
}
