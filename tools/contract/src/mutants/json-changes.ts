import type { Json } from "@keysmith/generator";

/** A change of a value; null is a value too. */
interface JsonChange {
  readonly what: string;
  readonly make: (value: Json) => Json;
}

/** Every single thing that can be wrong with a value: each property, each item and each scalar in it. */
export function changesOfJson(value: Json): readonly JsonChange[] {
  return [...within(value, "")];
}

function* within(value: Json, place: string): Iterable<JsonChange> {
  const here = place === "" ? "the whole" : place;
  if (value !== null) yield { what: `${here} is null`, make: () => null };
  yield { what: `${here} is of another type`, make: retyped };
  if (Array.isArray(value)) yield* inList(value, place, here);
  else if (typeof value === "object" && value !== null) yield* inObject(members(value), place, here);
  else if (value !== null) yield { what: `${here} is another value`, make: other };
}

function* inList(value: readonly Json[], place: string, here: string): Iterable<JsonChange> {
  yield { what: `${here} has an item more`, make: (list) => [...items(list), items(list).at(-1) ?? {}] };
  if (value.length > 0)
    yield { what: `${here} has lost its last item`, make: (list) => items(list).slice(0, -1) };
  if (new Set(value.map((item) => JSON.stringify(item))).size > 1)
    yield { what: `${here} is in another order`, make: (list) => items(list).toReversed() };
  for (const [index, item] of value.entries()) {
    for (const { what, make } of within(item, `${place}/${index}`)) {
      yield { what, make: (list) => items(list).map((each, at) => (at === index ? make(each) : each)) };
    }
  }
}

function* inObject(
  value: { readonly [key: string]: Json },
  place: string,
  here: string,
): Iterable<JsonChange> {
  yield { what: `${here} has a property more`, make: (object) => ({ ...members(object), surplus: "more" }) };
  for (const key of Object.keys(value)) {
    yield { what: `${place}/${key} is dropped`, make: (object) => entriesOf(object, key, () => []) };
    yield {
      what: `${place}/${key} is renamed`,
      make: (object) => entriesOf(object, key, (inner) => [[`${key}X`, inner]]),
    };
    for (const { what, make } of within(value[key] ?? null, `${place}/${key}`)) {
      yield { what, make: (object) => entriesOf(object, key, (inner) => [[key, make(inner)]]) };
    }
  }
}

/** The object with something else in the place of one of its entries. */
function entriesOf(object: Json, key: string, instead: (value: Json) => readonly [string, Json][]): Json {
  return Object.fromEntries(
    Object.entries(members(object)).flatMap(([name, value]): readonly [string, Json][] =>
      name === key ? instead(value) : [[name, value]],
    ),
  );
}

function items(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function members(value: Json): { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** Looks alike, as a server in another language would have it, and is of another type. */
function retyped(value: Json): Json {
  if (value === null) return "null";
  if (typeof value === "object") return Array.isArray(value) ? { ...value } : [value];
  return typeof value === "string" ? [value] : String(value);
}

function other(value: Json): Json {
  if (typeof value === "boolean") return !value;
  return typeof value === "number" ? value + 1 : `${String(value)}x`;
}
