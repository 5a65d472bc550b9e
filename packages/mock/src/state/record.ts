import { member, type JsonObject } from "../document/json.ts";
import { withValue, type Model, type View } from "./model.ts";
import { hasType, isSecret, keysOfPointer, placeWithin, type Place } from "./schema.ts";
import { isRequired } from "./show.ts";
import { isChange, isCreation, timeLike } from "./time.ts";
import { issue, numberOf, type Item, type World } from "./world.ts";

/** What a request to create a record gives. */
interface Given {
  readonly body: JsonObject;
  readonly owners: ReadonlyMap<string, string>;
}

/** A new record: the example of the success, with what the request gives and what must differ from record to record. Undefined when it cannot be told from the others. */
export function createItem(world: World, given: Given): Item | undefined {
  const { model } = world;
  const { create, resource } = model;
  const place = create?.properties.get(resource.identity);
  if (create === undefined || place === undefined) return undefined;
  world.count += 1;
  const chosen = member(given.body, resource.identity);
  const identity = isIdentity(chosen) ? chosen : issue(world, create.template[resource.identity], place);
  if (identity === undefined) return undefined;
  const shared: JsonObject = {};
  for (const [view, name, property] of everyProperty(world, create)) {
    const value =
      name === resource.identity ? identity : newValue(world, view, name, property, given.body, identity);
    if (value !== undefined) shared[name] = value;
  }
  for (const [owner, text] of given.owners) if (owner.startsWith("/")) writeOwner(world, shared, owner, text);
  const item: Item = {
    sequence: world.count,
    identity: String(identity),
    owners: given.owners,
    shared,
    shown: new Map(),
  };
  const known = new Set([...Object.keys(create.template), ...create.properties.keys()]);
  const names = [...known].filter((name) => Object.hasOwn(shared, name));
  item.shown.set(create.role.operation.name, { names, own: {} });
  world.items.push(item);
  return item;
}

/** Some servers let their callers choose. */
export function isIdentity(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

/** Each property of a record once, with the first answer that declares it; those of `create` first. */
function* everyProperty({ model }: World, create: View): Iterable<readonly [View, string, Place]> {
  const met = new Set<string>();
  for (const view of [create, ...model.views.values()]) {
    for (const [name, place] of view.properties) {
      if (met.has(name)) continue;
      met.add(name);
      yield [view, name, place];
    }
  }
}

/** Undefined where only the answer that shows the property can tell. */
function newValue(
  world: World,
  view: View,
  name: string,
  place: Place,
  body: JsonObject,
  identity: string | number,
): unknown {
  const { model, now } = world;
  const isCreate = view === model.create;
  const example = member(view.template, name);
  const sent = member(body, name);
  if (isCreate && example !== undefined && example === view.template[model.resource.identity])
    return identity;
  if (sent !== undefined && model.validate(place, sent)) return structuredClone(sent);
  const time = isCreation(name) || isChange(name) ? timeLike(example, now()) : undefined;
  if (time !== undefined && model.validate(place, time)) return time;
  if (model.given.has(name)) return leftOut(world, view, name, place);
  if (!isCreate) return undefined;
  if (typeof example === "string" && isSecret(name, place))
    return issue(world, example, place, numberOf(identity, world.count)) ?? example;
  return structuredClone(example);
}

/** What a property is that the request could have given and did not: never what an example says of somebody else. */
function leftOut(world: World, view: View, name: string, place: Place): unknown {
  const { model } = world;
  const usual = model.given.get(name)?.schema["default"] ?? place.schema["default"];
  const candidates = [
    usual,
    null,
    ...(hasType(place, "array") ? [[]] : []),
    ...(hasType(place, "string") ? [""] : []),
  ];
  const found = candidates.find((value) => value !== undefined && model.validate(place, value));
  if (found !== undefined) return found;
  const isNeeded = !hasType(place, "array", "string") || isRequired(world, view, name);
  return isNeeded ? structuredClone(member(view.template, name)) : undefined;
}

function writeOwner({ model }: World, shared: JsonObject, owner: string, text: string): void {
  const [name = "", ...keys] = keysOfPointer(owner);
  const place = placeWithin(model.document, model.create?.properties.get(name), keys);
  if (place === undefined) return;
  const value = hasType(place, "integer", "number") ? Number(text) : text;
  if (model.validate(place, value)) shared[name] = withValue(shared[name], keys, value);
}

/** Writes what a request changes; every answer shows it from then on. */
export function changeItem(world: World, item: Item, changes: JsonObject): void {
  const { model, now } = world;
  const updated: JsonObject = { ...changes };
  for (const [name, value] of Object.entries(item.shared)) {
    const time = isChange(name) ? timeLike(value, now()) : undefined;
    if (time !== undefined && !Object.hasOwn(changes, name)) updated[name] = time;
  }
  for (const [name, value] of Object.entries(updated)) {
    if (name === model.resource.identity || !isProperty(model, name, value)) continue;
    item.shared[name] = structuredClone(value);
    for (const [key, { names, own }] of item.shown) {
      const view = model.views.get(key);
      if (view === undefined || model.once.has(name) || !view.properties.has(name)) continue;
      delete own[name];
      if (!names.includes(name)) names.push(name);
    }
  }
}

/** Gives the record new secrets in place of those that the answer shows. */
export function renewItem(world: World, view: View, item: Item): void {
  changeItem(world, item, Object.fromEntries(renewed(world, view)));
}

function* renewed(world: World, view: View): Iterable<readonly [string, unknown]> {
  for (const [name, place] of view.properties) {
    const isNew = view.role.property === name || isSecret(name, place);
    if (!isNew || !hasType(place, "string")) continue;
    const value = issue(world, view.template[name], place);
    if (value !== undefined) yield [name, value];
  }
}

/** Whether some answer shows such a property, and none would be wrong with this value. */
function isProperty({ views, validate }: Model, name: string, value: unknown): boolean {
  const places = [...views.values()].flatMap(({ properties }) => properties.get(name) ?? []);
  return places.length > 0 && places.every((place) => validate(place, value));
}
