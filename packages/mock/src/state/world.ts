import { isObject, list, type JsonObject } from "../document/json.ts";
import { freshText } from "./fresh.ts";
import { type Model, type View, exampleOf, valueAt } from "./model.ts";
import { hasType, keysOfPointer, type Place } from "./schema.ts";

/** What an answer shows of one record. */
export interface Shown {
  /** Properties in their order. */
  readonly names: string[];
  /** Values that this answer has for itself, such as a masked secret. */
  readonly own: JsonObject;
}

/** One record of a resource. */
export interface Item {
  readonly sequence: number;
  readonly identity: string;
  readonly owners: ReadonlyMap<string, string>;
  /** What all answers show alike. */
  readonly shared: JsonObject;
  /** Operation -> what its answer shows. */
  readonly shown: Map<string, Shown>;
}

/** The records of one resource in one session. */
export interface World {
  readonly model: Model;
  items: Item[];
  /** Records made so far, deleted ones included. */
  count: number;
  /** Largest number that identifies a record, or did. */
  largest: number;
  /** Texts that were given out as secrets or identities: none is given twice. */
  readonly issued: Set<string>;
  readonly now: () => Date;
}

/** The records that the examples of the document show: those of the lists, and what is read one by one. */
export function seed(model: Model, now: () => Date): World {
  const world: World = { model, items: [], count: 0, largest: 0, issued: new Set(), now };
  const views = [...model.views.values()];
  const lists = views.filter(({ role }) => role.action === "list");
  const reads = views.filter(({ role }) => role.action === "read");
  // Without any way to look at records, the one that was created is at least there to be deleted.
  const sources =
    lists.length + reads.length > 0
      ? [...lists, ...reads]
      : [model.create].filter((view) => view !== undefined);
  for (const view of sources) for (const example of view.examples) sow(world, view, example);
  for (const view of views) for (const example of view.examples) issueTexts(world, example);
  return world;
}

function sow(world: World, view: View, example: JsonObject): void {
  const { resource, owners: known, once } = world.model;
  const { role } = view;
  const said = example[resource.identity] ?? exampleOf(role.operation.parameters, role.identity);
  if (typeof said !== "string" && typeof said !== "number") return;
  const identity = String(said);
  let item = world.items.find((candidate) => candidate.identity === identity);
  if (item === undefined) {
    // An owner that the record shows is the record's; the others are those of the document's one world.
    const owners = new Map(known);
    for (const owner of known.keys()) {
      const shown = owner.startsWith("/") ? valueAt(example, keysOfPointer(owner)) : undefined;
      if (shown !== undefined && shown !== null) owners.set(owner, String(shown));
    }
    item = { sequence: ++world.count, identity, owners, shared: {}, shown: new Map() };
    world.items.push(item);
    if (Number.isSafeInteger(Number(identity))) world.largest = Math.max(world.largest, Number(identity));
  }
  const own: JsonObject = {};
  for (const [name, value] of Object.entries(structuredClone(example))) {
    if (once.has(name) || (Object.hasOwn(item.shared, name) && !equal(item.shared[name], value)))
      own[name] = value;
    else item.shared[name] = value;
  }
  item.shown.set(role.operation.name, { names: Object.keys(example), own });
}

function issueTexts(world: World, value: unknown): void {
  if (typeof value === "string") world.issued.add(value);
  for (const inner of isObject(value) ? Object.values(value) : list(value)) issueTexts(world, inner);
}

/** A value of this kind that nobody was given before; undefined when there can be none. `begin` is the number to show in it. */
export function issue(
  world: World,
  example: unknown,
  place: Place,
  begin = world.count,
): string | number | undefined {
  const { issued, model } = world;
  if (hasType(place, "integer", "number") || typeof example === "number") {
    world.largest += 1;
    return model.validate(place, world.largest) ? world.largest : undefined;
  }
  const fits = (candidate: string): boolean => model.validate(place, candidate);
  const text = typeof example === "string" ? example : undefined;
  // The number may lead to what an example has already.
  for (let number = begin; number < begin + ATTEMPTS; number++) {
    const found = freshText(text, number, fits);
    if (found === undefined || issued.has(found)) continue;
    issued.add(found);
    return found;
  }
  return undefined;
}

const ATTEMPTS = 100;

/** The number by which people know a record: its identity where that is one. */
export function numberOf(identity: string | number, otherwise: number): number {
  return /^\d{1,9}$/.test(String(identity)) ? Number(identity) : otherwise;
}

function equal(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
