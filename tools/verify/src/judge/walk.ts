import type { Document, Spot } from "@keysmith/contract/document";
import { isObject, member, pointerOf, tokensOf } from "@keysmith/contract/pointer";
import type { Json } from "@keysmith/generator";

/** Told what is met on a walk through a value along its schema. */
export interface Visitor {
  /** An object, and a schema that describes its properties. */
  object?(holder: string, value: object): void;
  /** A text that is no secret, and the schema that describes it, behind references. */
  text?(schema: string, value: string, at: string): void;
  /** A property that no schema of its object names. */
  unknown?(at: string, name: string, value: unknown, holder: string): void;
  /** A value that the document marks as secret. */
  sensitive?(at: string, value: unknown): void;
  /** Whether a value is what a schema says: tells which branches of a choice count. */
  accepts?(pointer: string, value: unknown): boolean;
}

/** Walks through a value and whatever the document says of its parts, references followed. */
export function walk(document: Document, schema: Spot, value: unknown, visitor: Visitor): void {
  visit({ document, visitor }, [schema], value, "", 0);
}

interface Walk {
  readonly document: Document;
  readonly visitor: Visitor;
}

/** Deeper than what any answer holds: a parser's limit is beyond it. */
const DEEPEST = 200;

function visit(walking: Walk, schemas: readonly Spot[], value: unknown, at: string, depth: number): void {
  if (schemas.length === 0 || depth > DEEPEST) return;
  const all = schemas.flatMap((schema) => expand(walking, schema, value, new Set()));
  if (all.some(isSensitive)) walking.visitor.sensitive?.(at, value);
  else if (typeof value === "string") walking.visitor.text?.(all.at(-1)?.pointer ?? "", value, at);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      visit(
        walking,
        all.flatMap((schema) => itemSchemas(schema, index)),
        item,
        `${at}/${index}`,
        depth + 1,
      );
  } else if (typeof value === "object" && value !== null) {
    visitObject(walking, all, value, at, depth);
  }
}

function visitObject(walking: Walk, all: readonly Spot[], value: object, at: string, depth: number): void {
  const { visitor } = walking;
  const holders = all.filter((schema) => step(schema, "properties") !== undefined);
  for (const holder of holders) visitor.object?.(holder.pointer, value);
  for (const [name, property] of Object.entries(value)) {
    const known = all.flatMap((schema) => propertySchemas(schema, name));
    const place = `${at}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (known.length > 0) visit(walking, known, property, place, depth + 1);
    // Where no property is named, any will do.
    else if (holders[0] !== undefined) visitor.unknown?.(place, name, property, holders[0].pointer);
  }
}

/** The schema and those it is made of: what all of them say counts. */
function expand(walking: Walk, start: Spot, value: unknown, met: Set<string>): readonly Spot[] {
  if (met.has(start.pointer)) return [];
  met.add(start.pointer);
  const target = step(start, "$ref") === undefined ? undefined : walking.document.follow(start);
  const more = (schemas: readonly Spot[]): readonly Spot[] =>
    schemas.flatMap((schema) => expand(walking, schema, value, met));
  const choices = ["anyOf", "oneOf"].flatMap((keyword) => {
    const branches = members(start, keyword);
    const taken = branches.filter(({ pointer }) => walking.visitor.accepts?.(pointer, value));
    return taken.length > 0 ? taken : branches;
  });
  return [
    start,
    ...more(target === undefined ? [] : [target]),
    ...more(members(start, "allOf")),
    ...more(choices),
    ...more(["then", "else"].flatMap((keyword) => step(start, keyword) ?? [])),
    ...more(members(start, "dependentSchemas")),
  ];
}

function propertySchemas(schema: Spot, name: string): readonly Spot[] {
  const own = step(schema, "properties");
  const named = own && step(own, name);
  const patterns = members(schema, "patternProperties").filter(({ pointer }) =>
    matches(pointer.slice(pointer.lastIndexOf("/") + 1), name),
  );
  const found = [...(named === undefined ? [] : [named]), ...patterns];
  if (found.length > 0) return found;
  // A schema for the rest describes it; a mere permission does not.
  return ["additionalProperties", "unevaluatedProperties"]
    .flatMap((keyword) => step(schema, keyword) ?? [])
    .filter(({ value }) => isObject(value) && Object.keys(value).length > 0);
}

function itemSchemas(schema: Spot, index: number): readonly Spot[] {
  const positions = step(schema, "prefixItems");
  const own = positions && step(positions, String(index));
  if (own !== undefined) return [own];
  const items = step(schema, "items");
  return items === undefined ? [] : [items];
}

function members(schema: Spot, keyword: string): readonly Spot[] {
  const holder = step(schema, keyword);
  if (holder === undefined || typeof holder.value !== "object" || holder.value === null) return [];
  return Object.keys(holder.value).flatMap((key) => step(holder, key) ?? []);
}

function isSensitive(schema: Spot): boolean {
  const says = (keyword: string): Json | undefined => step(schema, keyword)?.value;
  return says("x-sensitive") === true || says("writeOnly") === true || says("format") === "password";
}

function matches(encoded: string, name: string): boolean {
  try {
    return new RegExp(encoded.replaceAll("~1", "/").replaceAll("~0", "~"), "u").test(name);
  } catch {
    return false;
  }
}

/** The member of a schema; references are not followed. */
function step({ pointer, value }: Spot, key: string): Spot | undefined {
  const found = member(value, key);
  return found === undefined ? undefined : { pointer: pointerOf([...tokensOf(pointer), key]), value: found };
}
