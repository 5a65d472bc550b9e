import { isObject, type JsonObject, member } from "../load/json.ts";
import { constraintsOf, tightest } from "./constraints.ts";
import { booleanAt, has, isMarkedSensitive, listAt, referenceOf, resolve, textAt } from "./document.ts";
import type { Constraints, Json } from "./model.ts";
import type { Reading } from "./reading.ts";

/** What a schema says of a value beside its type. */
export interface Facets {
  readonly description: string | undefined;
  readonly constraints: Constraints;
  readonly default: Json | undefined;
  readonly examples: readonly Json[];
  /** A secret: `x-sensitive`, `format: password` or `writeOnly`. */
  readonly sensitive: boolean;
}

/**
 * Facets of a schema, also where it only stands for another: behind a reference, in an `allOf` of one (how 3.0 adds a
 * description to a reference), or beside null in an `anyOf`. What is said nearest counts.
 */
export function facetsOf(reading: Reading, schema: Json | undefined): Facets {
  const alone = isObject(schema) && standsAlone(schema) ? [schema] : undefined;
  const aliases = alone ?? layers(reading, schema, soleMember);
  const parts =
    alone ?? layers(reading, schema, (layer) => [...soleMember(layer), ...(listAt(layer, "allOf") ?? [])]);
  const examples = aliases.map(ownExamples).find((list) => list.length > 0);
  return {
    description: aliases.map((layer) => textAt(layer, "description")).find((text) => text !== undefined),
    constraints: tightest(parts.map(constraintsOf)),
    default: aliases.map((layer) => member(layer, "default")).find((value) => value !== undefined),
    examples: examples ?? [],
    sensitive: alone?.some(isSecret) ?? isSensitive(reading, schema),
  };
}

/** Whether values of a schema are secrets, or lists of them. */
export function isSensitive(reading: Pick<Reading, "root">, schema: Json | undefined): boolean {
  return layers(reading, schema, (layer) => [
    ...["allOf", "anyOf", "oneOf"].flatMap((name) => listAt(layer, name) ?? []),
    ...(has(layer, "items") ? [member(layer, "items") ?? null] : []),
  ]).some(isSecret);
}

/** `examples` of a schema are a list; 3.0 has a single `example`. */
function ownExamples(schema: JsonObject): readonly Json[] {
  const example = member(schema, "example");
  return listAt(schema, "examples") ?? (example === undefined ? [] : [example]);
}

/** More of them than people write: without an end, a long chain would be walked anew for every schema in it. */
const mostLayers = 100;

/** Most schemas have nothing behind them. */
function standsAlone(schema: JsonObject): boolean {
  return !LEADING.some((keyword) => has(schema, keyword));
}

const LEADING = ["$ref", "allOf", "anyOf", "oneOf", "items"];

/** The schema itself and what lies behind it, nearest first, each once. */
function layers(
  { root }: Pick<Reading, "root">,
  schema: Json | undefined,
  behind: (layer: JsonObject) => readonly Json[],
): readonly JsonObject[] {
  if (!isObject(schema)) return [];
  if (standsAlone(schema)) return [schema];
  const found = new Set<JsonObject>();
  const pending: Json[] = [schema];
  while (pending.length > 0 && found.size < mostLayers) {
    const value = pending.pop();
    if (!isObject(value) || found.has(value)) continue;
    found.add(value);
    const target = referenceOf(value) === undefined ? undefined : resolve(root, { value, pointer: "#" });
    pending.push(...(target === undefined ? behind(value).toReversed() : [target.value]));
  }
  return [...found];
}

/** The one schema this one stands for. */
function soleMember(schema: JsonObject): readonly Json[] {
  for (const name of ["allOf", "anyOf"]) {
    const members = (listAt(schema, name) ?? []).filter((one) => !isNull(one));
    if (members.length === 1) return members;
  }
  return [];
}

function isNull(schema: Json): boolean {
  return isObject(schema) && member(schema, "type") === "null";
}

function isSecret(schema: JsonObject): boolean {
  return (
    isMarkedSensitive(schema) ||
    booleanAt(schema, "writeOnly") === true ||
    textAt(schema, "format") === "password"
  );
}
