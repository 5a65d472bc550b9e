import { member, type JsonObject } from "../document/json.ts";
import { withValue, type View } from "./model.ts";
import { isSecret } from "./schema.ts";
import { issue, numberOf, type Item, type Shown, type World } from "./world.ts";

/** The record as an answer shows it. */
export function show(world: World, view: View, item: Item): JsonObject {
  const key = view.role.operation.name;
  const shown = item.shown.get(key) ?? fill(world, view, item);
  item.shown.set(key, shown);
  const { names, own } = shown;
  return structuredClone(
    Object.fromEntries(names.map((name) => [name, Object.hasOwn(own, name) ? own[name] : item.shared[name]])),
  );
}

/** Settles what an answer shows of a record that no example of it shows. */
function fill(world: World, view: View, item: Item): Shown {
  const { model } = world;
  const own: JsonObject = {};
  const names = new Set([...Object.keys(view.template), ...view.properties.keys()]);
  const shown = [...names].filter((name) => {
    if (Object.hasOwn(item.shared, name) && !model.once.has(name)) return true;
    const value = fillIn(world, view, name, item);
    if (value === undefined) return false;
    // A secret that one answer reveals is the same in every other.
    if (isSecretOf(view, name) && !model.once.has(name)) item.shared[name] = value;
    else own[name] = value;
    return true;
  });
  return { names: shown, own };
}

function fillIn(world: World, view: View, name: string, item: Item): unknown {
  const { model } = world;
  const { role, properties, template } = view;
  const place = properties.get(name);
  const example = member(template, name);
  if (place === undefined) return example;
  const isShownOnce = model.once.has(name);
  const isNullable = model.validate(place, null);
  if (isShownOnce) return isNullable ? null : example;
  // The answer of `create` could have shown it and did not: there is none.
  if (model.create !== undefined && model.create.properties.has(name)) {
    return isRequired(world, view, name) ? example : undefined;
  }
  if (typeof example === "string" && isSecret(name, place))
    return issue(world, example, place, numberOf(item.identity, item.sequence)) ?? example;
  const isAsInExample = role.fresh !== undefined || (role.action !== "list" && role.action !== "read");
  return isNullable && !isAsInExample ? null : structuredClone(example);
}

function isSecretOf(view: View, name: string): boolean {
  const place = view.properties.get(name);
  return place !== undefined && isSecret(name, place);
}

/** Asked of the whole answer: `required` may stand in any part of the schema. */
export function isRequired({ model }: World, { place, template }: View, name: string): boolean {
  if (place === undefined || !Object.hasOwn(template, name)) return false;
  return model.validate(place, template) && !model.validate(place, withValue(template, [name], undefined));
}
