import { isList, member } from "../../load/json.ts";
import type { Api, Content, Json, NamedSchema, Operation, Type } from "../../read/model.ts";
import { successes } from "../typescript/shape.ts";
import { schemaType } from "../schema-type.ts";

/** An example of a named type: its own, else a whole request or answer of this type, else a part of one. */
export function modelExample(api: Api, model: NamedSchema): Json | undefined {
  const [own] = model.examples;
  if (own !== undefined) return own;
  const contents = contentsOf(api);
  const whole = contents.find(({ type, examples }) => {
    return type.kind === "reference" && type.name === model.name && examples.length > 0;
  });
  if (whole !== undefined) return whole.examples[0]?.value;
  return first(contents, ({ type, examples }) => {
    return first(examples, ({ value }) => valueOf(api, model.name, type, value));
  });
}

/** What a call returns, where that has no name under which an example could be found. */
export function answerExample(operation: Operation): Json | undefined {
  const contents = successes(operation).flatMap((response) => response.contents);
  const shown = contents.find(({ kind, type, examples }) => {
    return kind === "json" && type.kind !== "reference" && examples.length > 0;
  });
  return shown?.examples[0]?.value;
}

function contentsOf(api: Api): readonly Content[] {
  const holders = api.operations.flatMap((operation) => [...operation.responses, operation.body]);
  return holders.flatMap((holder) => holder?.contents ?? []);
}

/**
 * The first part of a value whose type has the name.
 *
 * @param followed - Names that led here without a step into the value; following one again would never end.
 */
function valueOf(
  api: Api,
  name: string,
  type: Type,
  value: Json | undefined,
  followed: readonly string[] = [],
): Json | undefined {
  if (value === undefined) return undefined;
  switch (type.kind) {
    case "reference":
      if (type.name === name) return value;
      if (followed.includes(type.name)) return undefined;
      return valueOf(api, name, schemaType(api, type.name), value, [...followed, type.name]);
    case "union":
    case "intersection":
      return first(type.members, (part) => valueOf(api, name, part, value, followed));
    case "array":
      return isList(value) ? first(value, (item) => valueOf(api, name, type.items, item)) : undefined;
    case "object":
      return first(type.properties, (property) => {
        return valueOf(api, name, property.type, member(value, property.name));
      });
    default:
      return undefined;
  }
}

function first<Item>(items: readonly Item[], find: (item: Item) => Json | undefined): Json | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
