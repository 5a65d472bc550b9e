import { isObject, pointer } from "../document/json.ts";
import type { SpecProblem } from "../errors.ts";
import { valueAt, wrapping, type Model, type View } from "./model.ts";
import { createItem, renewItem } from "./record.ts";
import { show } from "./show.ts";
import { seed, type Item, type World } from "./world.ts";

/**
 * Creates a record and looks at it through every answer, before anybody else does. A problem for each answer that the
 * document would not allow: its schemas ask for more than its examples show.
 */
export function trial(model: Model): readonly SpecProblem[] {
  const world = seed(model, () => new Date(0));
  const problems: SpecProblem[] = [];
  const { create } = model;
  const keys = create === undefined ? [] : wrapping(model.document, create.role);
  const sent = create?.role.operation.requestExamples.map(({ value }) => valueAt(value, keys)) ?? [];
  const examples = sent.filter(isObject);
  for (const body of examples.length > 0 ? examples : [{}]) {
    if (create === undefined) break;
    const owners = [...model.owners].filter(([owner]) => create.role.within.has(owner));
    if (createItem(world, { body, owners: new Map(owners) }) !== undefined) continue;
    const example = JSON.stringify(create.template[model.resource.identity]);
    const message = `no further \`${model.resource.identity}\` can be made after the example ${example ?? "(there is none)"}`;
    return [{ pointer: placeOf(create), message }];
  }
  for (const view of model.views.values()) {
    // What an example shows is shown as it is, right or wrong.
    const items = world.items.filter(({ shown }) => view === create || !shown.has(view.role.operation.name));
    if (view.role.action === "renew") for (const item of items) renewItem(world, view, item);
    const broken = items.find((item) => !isValid(world, view, item));
    if (broken === undefined) continue;
    const shown = JSON.stringify(show(world, view, broken));
    const message = `a record would be shown as ${shown}, which the schema does not allow: complete the examples`;
    problems.push({ pointer: placeOf(view), message });
  }
  return problems;
}

function placeOf({ role }: View): string {
  return pointer([...role.operation.path, "x-mock-resource"]);
}

function isValid(world: World, view: View, item: Item): boolean {
  const { place, role } = view;
  // Of the records that were there before, `create` shows none.
  if (role.action === "create" && !item.shown.has(role.operation.name)) return true;
  const record = show(world, view, item);
  return (
    place === undefined ||
    world.model.validate(place, role.property === undefined ? record : record[role.property])
  );
}
