import { isObject, list, type JsonObject } from "../document/json.ts";
import type { Resource, Role, Source } from "./resource.ts";
import { isSecret, itemsOf, keysOfPointer, placeWithin, propertiesOf, type Place } from "./schema.ts";
import type { Validate } from "./validate.ts";

/** How the answer of an operation shows a record, or each record of a list. */
export interface View {
  readonly role: Role;
  /** Schema of the record; of the whole answer where that is one property. */
  readonly place: Place | undefined;
  readonly properties: ReadonlyMap<string, Place>;
  /** A record as the example of the answer shows it; the properties of a new one that nobody gave come from here. */
  readonly template: JsonObject;
  /** Records that the first example shows. */
  readonly examples: readonly JsonObject[];
  /** The whole first example. */
  readonly answer: unknown;
}

/** A resource, and what the document says about its records. Shared by all sessions, and never changed. */
export interface Model {
  readonly document: JsonObject;
  readonly resource: Resource;
  readonly validate: Validate;
  /** Operation -> how its answer shows a record; without those that show none. */
  readonly views: ReadonlyMap<string, View>;
  readonly create: View | undefined;
  /** What the body of `create` may give. */
  readonly given: ReadonlyMap<string, Place>;
  readonly once: ReadonlySet<string>;
  /** Owner -> its value in the document's one world. */
  readonly owners: ReadonlyMap<string, string>;
}

export function modelOf(document: JsonObject, validate: Validate, resource: Resource): Model {
  const { roles } = resource;
  const all = roles.flatMap((role) => viewOf(document, role) ?? []);
  const known = new Set(
    all
      .filter(({ role }) => role.action === "create" || role.action === "list")
      .flatMap(({ properties }) => Array.from(properties.keys())),
  );
  const views = all.filter((view) => showsRecord(view, known));
  const create = views.find(({ role }) => role.action === "create");
  const createRole = roles.find(({ action }) => action === "create");
  return {
    document,
    resource,
    validate,
    views: new Map(views.map((view) => [view.role.operation.name, view])),
    create,
    given: givenBy(document, createRole),
    once: resource.once ?? guessOnce(create, views),
    owners: new Map(roles.flatMap((role) => ownerExamples(role))),
  };
}

function viewOf(document: JsonObject, role: Role): View | undefined {
  const { success } = role.operation;
  if (success?.mediaType === undefined) return undefined;
  const [first] = success.examples;
  const fresh = success.examples.find(({ name }) => name === role.fresh) ?? first;
  const keys = keysOfPointer(role.record);
  const inside = placeWithin(document, success.schema, keys);
  const place = role.action === "list" ? itemsOf(document, inside) : inside;
  const shown = (answer: unknown): readonly JsonObject[] => {
    if (role.property !== undefined) return answer === undefined ? [] : [{ [role.property]: answer }];
    const found = valueAt(answer, keys);
    return (role.action === "list" ? list(found) : [found]).filter(isObject);
  };
  const examples = shown(first?.value);
  const properties =
    role.property === undefined || place === undefined
      ? propertiesOf(document, place)
      : new Map([[role.property, place]]);
  return { role, place, properties, examples, template: shown(fresh?.value)[0] ?? {}, answer: first?.value };
}

function givenBy(document: JsonObject, create: Role | undefined): Model["given"] {
  if (create === undefined) return new Map();
  return propertiesOf(document, placeWithin(document, create.operation.request, wrapping(document, create)));
}

/** Keys of the record within the body of a request: who answers `{ key: {…} }` may also take it so. */
export function wrapping(document: JsonObject, { operation, record }: Role): readonly string[] {
  const keys = keysOfPointer(record);
  return placeWithin(document, operation.request, keys) === undefined ? [] : keys;
}

/** An answer may be about something else, such as a message that all went well. */
function showsRecord({ role, properties }: View, known: ReadonlySet<string>): boolean {
  if (properties.size === 0) return false;
  if (role.action !== "update" && role.action !== "delete") return true;
  return [...properties.keys()].some((name) => known.has(name));
}

/** Secrets that the answer of `create` shows and an example of the others has null for. */
function guessOnce(create: View | undefined, views: readonly View[]): ReadonlySet<string> {
  const secrets = [...(create?.properties ?? [])].filter(([name, place]) => isSecret(name, place));
  const names = secrets.map(([name]) => name);
  return new Set(
    names.filter((name) => views.some((view) => view !== create && view.template[name] === null)),
  );
}

function ownerExamples({ within, operation }: Role): readonly (readonly [string, string])[] {
  return [...within].flatMap(([owner, source]) => {
    const text = exampleOf(operation.parameters, source);
    return text === undefined ? [] : [[owner, text] as const];
  });
}

/** What the example of a parameter says. */
export function exampleOf(
  parameters: Role["operation"]["parameters"],
  source: Source | undefined,
): string | undefined {
  const example = parameters.find(
    ({ name, in: place }) => name === source?.name && place === source.in,
  )?.example;
  return example === undefined ? undefined : String(example);
}

export function valueAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined),
    value,
  );
}

/** A copy with another value at a place; `undefined` takes the place away. */
export function withValue(value: unknown, [key, ...rest]: readonly string[], inner: unknown): unknown {
  if (key === undefined) return inner;
  const copy = { ...(isObject(value) ? value : {}) };
  const changed = withValue(copy[key], rest, inner);
  if (changed === undefined) delete copy[key];
  else copy[key] = changed;
  return copy;
}
