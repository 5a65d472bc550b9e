import type { Api, Json, Operation, Parameter } from "@keysmith/generator";
import type { Given, Value } from "./given.ts";
import { howToGive } from "./given.ts";
import { type Harvest, listFor } from "./harvest.ts";

/** Arguments of a call by name, and where each is from. */
export type Resolved = ReadonlyMap<string, Value>;

/** Why an operation cannot be called. */
export interface Unresolved {
  readonly reason: string;
  /** The list that may give what is lacking, once it was called. */
  readonly waitsFor: Operation | undefined;
}

/**
 * The arguments of an operation: as given; else the document's default or only choice; else, in a path, an id that a list
 * answered with, where it is asked. Examples of the document are none: they name what does not exist.
 */
export function resolveArguments(
  api: Api,
  operation: Operation,
  given: Given,
  harvest?: Harvest,
): Resolved | Unresolved {
  const values = new Map<string, Value>();
  const lacking: Parameter[] = [];
  for (const parameter of operation.parameters) {
    const value =
      given.valueOf(operation, parameter) ??
      (parameter.required ? unasked(operation, parameter, harvest) : undefined);
    if (value !== undefined) values.set(parameter.argument, value);
    else if (parameter.required) lacking.push(parameter);
  }
  if (lacking.length === 0) return values;
  const lists = lacking.map((parameter) => source(api, operation, parameter));
  const reasons = lacking.map((parameter, index) => {
    const list = lists[index];
    const emptyHanded =
      list === undefined || harvest === undefined ? "" : `, which ${list.name} gave none of`;
    return `${howToGive(api, operation, parameter)}${emptyHanded}`;
  });
  return {
    reason: `needs ${reasons.join(" and ")}`,
    waitsFor: lists.includes(undefined) ? undefined : lists[0],
  };
}

export function isResolved(resolved: Resolved | { readonly reason: string }): resolved is Resolved {
  return resolved instanceof Map;
}

/** The list that a path parameter can be taken from. */
function source(api: Api, operation: Operation, parameter: Parameter): Operation | undefined {
  return parameter.in === "path" ? listFor(api.operations, operation.path, parameter) : undefined;
}

function unasked(operation: Operation, parameter: Parameter, harvest?: Harvest): Value | undefined {
  const choice: Json | undefined =
    parameter.default ?? (parameter.type.kind === "literal" ? parameter.type.value : undefined);
  if (choice !== undefined) return { value: choice, from: "the document" };
  const found = parameter.in === "path" ? harvest?.find(operation.path, parameter) : undefined;
  return found && { value: found.value, from: found.from.name, answered: true };
}

/** Plain values, as a client takes them. */
export function plain(resolved: Resolved): Readonly<Record<string, Json>> {
  return Object.fromEntries([...resolved].map(([name, { value }]) => [name, value]));
}
