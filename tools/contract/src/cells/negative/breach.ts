import type { Json } from "@keysmith/generator";
import { isObject, list, member } from "../../document/pointer.ts";
import type { Fault, Validator } from "../../judge/validator.ts";
import { candidates } from "./candidates.ts";
import { partsAt, type Site } from "./sites.ts";

/** A value that breaks one keyword, or why there is none. */
export type Breach =
  | { readonly found: true; readonly value: Json; readonly path: readonly string[] }
  | { readonly found: false; readonly reason: string; readonly limit: "document" | "tools" };

/** Where values are to be broken. */
export interface Ground {
  readonly validator: Validator;
  /** The schema of the whole value. */
  readonly pointer: string;
  /** The value travels as text: what is no number may still look like one. */
  readonly text: boolean;
  /** Nothing is sent of a parameter without members or items. */
  readonly isParameter: boolean;
  /** Values that keep the schema, the most natural first. */
  readonly samples: readonly Json[];
  /** Why the schema cannot be compiled; undefined when it can. */
  readonly broken: string | undefined;
}

/** The ground as it can be used: of the samples only those that are fine themselves. */
export function prepareGround(given: Omit<Ground, "broken">): Ground {
  try {
    const ground = { ...given, broken: undefined };
    return { ...ground, samples: given.samples.filter((sample) => judge(ground, sample).length === 0) };
  } catch (error) {
    return { ...given, samples: [], broken: error instanceof Error ? error.message : String(error) };
  }
}

/** Breaks a keyword exactly once, or as nearly so as can be; which it is, the validator says. */
export function breach(ground: Ground, site: Site): Breach {
  const { broken } = ground;
  if (broken !== undefined)
    return { found: false, reason: `the schema cannot be compiled: ${broken}`, limit: "document" };
  let best: { readonly value: Json; readonly path: readonly string[]; readonly others: number } | undefined;
  let reached = false;
  for (const sample of ground.samples) {
    for (const path of partsAt(sample, site.path)) {
      reached = true;
      for (const candidate of candidates(site, at(sample, path) ?? null)) {
        const value = replaced(sample, path, candidate);
        if (ground.isParameter && isNothing(value)) continue;
        const faults = judge(ground, value);
        if (!faults.some((fault) => isOf(fault, site, path))) continue;
        // A union complains for each of its members.
        const others = faults.filter(
          (fault) => !isOf(fault, site, path) && !UNIONS.has(fault.keyword),
        ).length;
        if (others === 0) return { found: true, value, path };
        if (best === undefined || others < best.others) best = { value, path, others };
      }
    }
  }
  if (best !== undefined) return { found: true, value: best.value, path: best.path };
  return {
    found: false,
    reason: reached
      ? "nothing was found that breaks it"
      : "no example holds the part of the value that it is about",
    limit: "tools",
  };
}

function isNothing(value: Json): boolean {
  return typeof value === "object" && (value === null || Object.keys(value).length === 0);
}

const UNIONS = new Set(["anyOf", "oneOf", "if", "not"]);

function isOf(fault: Fault, { schema, keyword, name }: Site, path: readonly string[]): boolean {
  return (
    fault.keyword === keyword &&
    fault.schema === schema &&
    (name === undefined || fault.name === name) &&
    fault.path.slice(0, path.length).join("/") === path.join("/")
  );
}

function judge({ validator, pointer, text }: Ground, value: Json): readonly Fault[] {
  return validator.faults(pointer, text ? travelled(value) : value, { direction: "request", text });
}

/** A value as it looks after a journey as text. */
export function travelled(value: Json): Json {
  if (typeof value !== "object") return String(value);
  if (value === null) return value;
  const items: readonly Json[] | undefined = Array.isArray(value) ? value : undefined;
  return (
    items?.map(travelled) ??
    Object.fromEntries(Object.entries(value).map(([key, inner]: [string, Json]) => [key, travelled(inner)]))
  );
}

function at(value: Json, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((found, key) => member(found, key), value);
}

/** A copy with another part. */
function replaced(value: Json, [key, ...rest]: readonly string[], part: Json): Json {
  if (key === undefined) return part;
  const inside = replaced(member(value, key) ?? null, rest, part);
  if (isObject(value)) return { ...value, [key]: inside };
  return list(value).map((item, index) => (String(index) === key ? inside : item));
}
