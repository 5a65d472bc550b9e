import { isObject } from "../../load/json.ts";
import { unknown } from "../combine.ts";
import { tightest } from "../constraints.ts";
import { flatten } from "../flatten.ts";
import type { Constraints, Json, NamedSchema, ObjectType, Property, Type } from "../model.ts";
import { makeNumber } from "./number.ts";
import type { Trial } from "./matches.ts";
import { makeText } from "./text.ts";
import { sendable } from "./sendable.ts";

/** A schema by the name of its type. */
export type Named = (name: string) => NamedSchema | undefined;

/** Only what a value must have, or all it can. */
export type Extent = "required" | "all";

/** What values of a document are made with. */
export interface Means {
  readonly named: Named;
  readonly trial: Trial;
}

interface Making extends Means {
  readonly extent: Extent;
  readonly depth: number;
  /** Named types around this place; inside itself a type is made no larger than it must be. */
  readonly around: ReadonlySet<string>;
  /** Named types around this place that are already as small as can be: another one inside would never end. */
  readonly closed: ReadonlySet<string>;
  /** Smallest values of named types, once known, and what each cost: types that need each other often are made once. */
  readonly smallest: Map<string, { readonly value: Json; readonly cost: number }>;
  /** How much may still be made, of this value as a whole. */
  readonly budget: { left: number };
  /** Types around this place, named or not. */
  readonly level: number;
  /** Makes neighbours in a list differ. */
  readonly index: number;
}

/** How deep optional properties are shown; further down, a sample holds what it must. */
const optionalDepth = 2;

/** Longer lists are not worth making. */
const longestList = 1000;

const nobody: ReadonlySet<string> = new Set();

/** Larger values are not worth making, deeper ones nobody reads: values in all, a long text counting as several. */
const largest = 5000;
const deepest = 100;

/**
 * A value of a type that keeps to the constraints, to be sent: without `readOnly` properties.
 *
 * @returns Nothing where there is no finite value, or none was found.
 */
export function makeValue(
  means: Means,
  type: Type,
  constraints: Constraints,
  extent: Extent,
): Json | undefined {
  const budget = { left: largest };
  const common = { ...means, extent, depth: 0, level: 0, index: 0, budget, smallest: new Map() };
  const value = make({ ...common, around: nobody, closed: nobody }, type, constraints);
  if (budget.left >= 0) return value;
  return extent === "all" ? makeValue(means, type, constraints, "required") : undefined;
}

/** What the document gives, where it can be sent. */
export function firstSendable(
  named: Named,
  type: Type,
  values: readonly (Json | undefined)[],
): Json | undefined {
  for (const value of values) {
    const sent = value === undefined ? undefined : sendable(named, type, value);
    if (sent !== undefined) return sent;
  }
  return undefined;
}

function make(outside: Making, type: Type, outer: Constraints): Json | undefined {
  if (--outside.budget.left < 0 || outside.level > deepest) return undefined;
  const value = makeAny({ ...outside, level: outside.level + 1 }, type, outer);
  if (typeof value === "string") outside.budget.left -= value.length >> 4;
  return value;
}

function makeAny(making: Making, type: Type, outer: Constraints): Json | undefined {
  const constraints = "constraints" in type ? tightest([outer, type.constraints ?? {}]) : outer;
  switch (type.kind) {
    case "unknown":
      return "anything";
    case "never":
      return undefined;
    case "null":
      return null;
    case "boolean":
      return true;
    case "string":
      return makeText(making.trial, type.format ?? constraints.format, constraints, making.index);
    case "number":
      return makeNumber(type.integer, constraints, making.index);
    case "binary":
      return "content";
    case "literal":
      return type.value;
    case "array":
      return makeList(making, type.items, constraints);
    case "tuple":
      return complete(type.items.map((item) => make(making, item, {})));
    case "object":
      return makeObject(making, type, constraints);
    case "union":
      return makeOneOf(making, type.members, constraints);
    case "intersection":
      return makeAllOf(making, type, constraints);
    case "reference":
      return makeNamed(making, type.name, constraints);
    default:
      return type satisfies never;
  }
}

function makeNamed(making: Making, name: string, outer: Constraints): Json | undefined {
  const schema = making.named(name);
  if (schema === undefined || making.closed.has(name)) return undefined;
  const example = firstSendable(making.named, schema.type, schema.examples);
  if (example !== undefined) {
    making.budget.left -= JSON.stringify(example).length >> 6;
    return example;
  }
  const constraints = tightest([outer, schema.constraints]);
  const around = new Set([...making.around, name]);
  if (making.extent === "all" && !making.around.has(name)) {
    return make({ ...making, around }, schema.type, constraints);
  }
  const known = making.smallest.get(name);
  if (known !== undefined) {
    making.budget.left -= known.cost;
    return known.value;
  }
  const before = making.budget.left;
  const closed = new Set([...making.closed, name]);
  const value = make({ ...making, extent: "required", around, closed }, schema.type, constraints);
  if (value !== undefined) making.smallest.set(name, { value, cost: before - making.budget.left });
  return value;
}

/** The first that can be made; null is the last choice, since it shows nothing. */
function makeOneOf(making: Making, members: readonly Type[], constraints: Constraints): Json | undefined {
  for (const member of members.toSorted((a, b) => Number(a.kind === "null") - Number(b.kind === "null"))) {
    const value = make(making, member, constraints);
    if (value !== undefined) return value;
  }
  return undefined;
}

function makeAllOf(
  making: Making,
  type: Extract<Type, { kind: "intersection" }>,
  constraints: Constraints,
): Json | undefined {
  const whole = flatten(type, (name) => making.named(name)?.type);
  if (whole !== undefined) return makeObject(making, whole, constraints);
  const values = type.members.map((member) => make(making, member, constraints));
  // An object and a choice of objects: the choice may say more of the same property, so it has the last word.
  if (values.every(isObject)) return Object.fromEntries(values.flatMap((value) => Object.entries(value)));
  // Of a choice, one that the other members allow as well.
  const choices = type.members.flatMap((member) => (member.kind === "union" ? member.members : []));
  const offered = [...values, ...choices.map((choice) => make(making, choice, constraints))];
  return offered.find((value) => value !== undefined && sendable(making.named, type, value) !== undefined);
}

function makeList(making: Making, items: Type, constraints: Constraints): Json | undefined {
  const fewest = constraints.minItems ?? 0;
  const wanted = Math.max(fewest, making.extent === "all" ? 1 : 0);
  const length = Math.min(wanted, constraints.maxItems ?? wanted, longestList);
  const list = complete(Array.from({ length }, (_, index) => make({ ...making, index }, items, {})));
  return list ?? (fewest === 0 ? [] : undefined);
}

function makeObject(making: Making, type: ObjectType, constraints: Constraints): Json | undefined {
  const { minProperties: fewest = 0, maxProperties: most = Number.POSITIVE_INFINITY } = constraints;
  const shown = making.extent === "all" && making.depth < optionalDepth;
  const inner: Making = {
    ...making,
    depth: making.depth + 1,
    extent: shown ? "all" : "required",
    index: 0,
  };
  const members = new Map<string, Json>();
  const sent = type.properties.filter((property) => !property.readOnly);
  for (const property of sent.toSorted((a, b) => Number(b.required) - Number(a.required))) {
    const wanted = property.required || (members.size < most && (shown || members.size < fewest));
    const value = wanted ? makeProperty(inner, property) : undefined;
    if (value !== undefined) members.set(property.name, value);
    else if (property.required) return undefined;
  }
  // An object of which nothing is said may hold anything.
  const additional = type.additional ?? (type.properties.length === 0 ? unknown : undefined);
  if (additional !== undefined) {
    const enough = Math.min(
      Math.max(fewest, shown && type.additional !== undefined && sent.length === 0 ? 1 : 0),
      most,
      longestList,
    );
    for (let index = 0; members.size < enough; index++) {
      const value = make({ ...inner, index }, additional, {});
      if (value === undefined) break;
      members.set(index === 0 ? "key" : `key${index + 1}`, value);
    }
  }
  const order = new Map(sent.map(({ name }, index) => [name, index]));
  return Object.fromEntries([...members].toSorted(([a], [b]) => (order.get(a) ?? -1) - (order.get(b) ?? -1)));
}

function makeProperty(making: Making, property: Property): Json | undefined {
  const { type, constraints, examples } = property;
  return (
    firstSendable(making.named, type, [...examples, property.default]) ?? make(making, type, constraints)
  );
}

function complete(values: readonly (Json | undefined)[]): readonly Json[] | undefined {
  const made = values.filter((value) => value !== undefined);
  return made.length === values.length ? made : undefined;
}
