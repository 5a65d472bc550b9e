import { entries, member, type JsonObject } from "../document/json.ts";
import type { AnyReply } from "../engine/reply.ts";
import { listItems } from "./list.ts";
import { valueAt, withValue, wrapping } from "./model.ts";
import { changeItem, createItem, isIdentity, renewItem } from "./record.ts";
import { show } from "./show.ts";
import { conflict, missing, success } from "./reply.ts";
import { belongs, ownersIn, textAt } from "./request.ts";
import type { Role } from "./resource.ts";
import { keysOfPointer } from "./schema.ts";
import type { StateRequest } from "./state.ts";
import type { Item, World } from "./world.ts";

/** What an operation answers to a request; undefined: what it answers without state. */
export function perform(world: World, role: Role, request: StateRequest): AnyReply | undefined {
  const owners = ownersIn(role, request);
  if (role.action === "create") return create(world, role, request, owners);
  if (role.action === "list")
    return listItems(
      world,
      role,
      request,
      world.items.filter((item) => belongs(item, owners)),
    );
  const wanted = textAt(role.identity, request);
  const item = world.items.find((candidate) => candidate.identity === wanted && belongs(candidate, owners));
  // Nothing documented says so: the example of the success is all there is.
  if (item === undefined) return missing(role);
  const view = world.model.views.get(role.operation.name);
  switch (role.action) {
    case "read":
      break;
    case "update":
      if (isTaken(world, item.owners, sentBy(world, role, request), item))
        return conflict(role, world.model.resource.refusal);
      changeItem(world, item, sentBy(world, role, request));
      break;
    case "renew":
      if (view !== undefined) renewItem(world, view, item);
      break;
    case "delete":
      world.items = world.items.filter((candidate) => candidate !== item);
      break;
    default:
      role.action satisfies never;
  }
  return answer(world, role, item);
}

function create(
  world: World,
  role: Role,
  request: StateRequest,
  named: ReadonlyMap<string, string>,
): AnyReply | undefined {
  const { create: view, resource, given, owners: usual } = world.model;
  if (view === undefined) return undefined;
  const body = sentBy(world, role, request);
  const { [resource.identity]: chosen, ...rest } = body;
  const isChosen = isIdentity(chosen) && given.has(resource.identity);
  const unnamed = [...usual].filter(([owner]) => role.within.has(owner));
  const owners = new Map([...unnamed, ...named]);
  const siblings = world.items.filter((item) => belongs(item, owners));
  if (isChosen && siblings.some(({ identity }) => identity === String(chosen))) return conflict(role);
  if (isTaken(world, owners, body) || siblings.length >= resource.most)
    return conflict(role, resource.refusal);
  const item = createItem(world, {
    body: isChosen ? { ...rest, [resource.identity]: chosen } : rest,
    owners,
  });
  return item === undefined ? undefined : answer(world, role, item);
}

/** The record as the answer shows it, in what the example has around it; the mere example when it shows none. */
function answer(world: World, role: Role, item: Item): AnyReply | undefined {
  const view = world.model.views.get(role.operation.name);
  if (view === undefined) return success(role);
  const record = show(world, view, item);
  const shown = role.property === undefined ? record : record[role.property];
  return success(role, withValue(view.answer, keysOfPointer(role.record), shown));
}

function isTaken(world: World, owners: ReadonlyMap<string, string>, body: JsonObject, self?: Item): boolean {
  const names = world.model.resource.unique.filter((name) => member(body, name) !== undefined);
  const others = world.items.filter((item) => item !== self && belongs(item, owners));
  return names.some((name) => others.some((item) => item.shared[name] === member(body, name)));
}

/** What the body says of the record, without that which only names it. */
function sentBy({ model }: World, role: Role, { body }: StateRequest): JsonObject {
  const { identity } = role;
  const rest = identity?.in === "body" ? withValue(body, keysOfPointer(identity.name), undefined) : body;
  return Object.fromEntries(entries(valueAt(rest, wrapping(model.document, role))));
}
