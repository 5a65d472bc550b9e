import { list, member, type JsonObject } from "../document/json.ts";
import { exampleAt, listIn, recordsIn, usualPaging } from "./infer-shape.ts";
import { pagingOf } from "./paging.ts";
import type { StateOperation } from "./operations.ts";
import type { Action, Resource, Role, Source } from "./resource.ts";
import { hasType, propertiesOf, snakeCase, type Place } from "./schema.ts";

/**
 * Resources that the paths make plain: `POST /things` creates, `GET /things` lists, `GET`, `PUT`, `PATCH` and `DELETE`
 * on `/things/{id}` do what they say. What is in doubt stays without state.
 */
export function inferredResources(
  document: JsonObject,
  operations: readonly StateOperation[],
): readonly Resource[] {
  const paths = Map.groupBy(operations, ({ template }) => bare(template));
  return [...paths].flatMap(([template, onItem]) => {
    const [, collection, parameter] = /^(.*)\/\{([^{}/]+)\}$/.exec(template) ?? [];
    const onCollection = collection === undefined ? undefined : paths.get(collection);
    if (parameter === undefined || onCollection === undefined) return [];
    // Whoever says something about one of them means all.
    if ([...onItem, ...onCollection].some(({ said }) => said !== undefined)) return [];
    return resourceFrom(document, { onItem, onCollection, parameter }) ?? [];
  });
}

function bare(template: string): string {
  return template.replace(/(?<=.)\/$/, "");
}

interface Candidate {
  readonly onItem: readonly StateOperation[];
  readonly onCollection: readonly StateOperation[];
  readonly parameter: string;
}

function resourceFrom(document: JsonObject, candidate: Candidate): Resource | undefined {
  const { onItem, onCollection, parameter } = candidate;
  const get = onCollection.find(({ method }) => method === "get");
  const read = onItem.find(({ method }) => method === "get");
  const listed = get === undefined ? undefined : listIn(document, get);
  const shapes = [listed?.record, ...(read === undefined ? [] : recordsIn(document, read).values())];
  const identity = shapes
    .map((place) => (place === undefined ? undefined : identityOf(document, place, parameter, onItem)))
    .find((name) => name !== undefined);
  if (identity === undefined) return undefined;
  const roles = rolesFrom(document, candidate, identity);
  const has = (...actions: readonly Action[]): boolean =>
    roles.some(({ action }) => actions.includes(action));
  if (!has("list", "read") || !has("create", "update", "delete")) return undefined;
  const [first] = onCollection;
  const name = first?.template.split("/").findLast((segment) => segment !== "" && !segment.startsWith("{"));
  const noRules = { once: undefined, unique: [], most: Number.POSITIVE_INFINITY, refusal: 0 };
  return { name: name ?? parameter, roles, identity, ...noRules };
}

function rolesFrom(
  document: JsonObject,
  { onItem, onCollection, parameter }: Candidate,
  identity: string,
): readonly Role[] {
  const showsIdentity = (place: Place | undefined): boolean => propertiesOf(document, place).has(identity);
  /** Where the record is; answers that do not show the identity are about something else. */
  const recordIn = (operation: StateOperation): string | undefined =>
    [...recordsIn(document, operation)].find(([, place]) => showsIdentity(place))?.[0];
  const get = onCollection.find(({ method }) => method === "get");
  const listed = get === undefined ? undefined : listIn(document, get);
  const reads = onItem.filter(({ method }) => method === "get");
  const shown = [
    ...list(exampleAt(get, listed?.at)),
    ...reads.map((read) => exampleAt(read, recordIn(read))),
  ];
  const owners = ownersOf([...onCollection, ...onItem], shown);
  const roles: Role[] = [];
  const add = (operation: StateOperation, action: Action, record = "", total?: string): void => {
    roles.push(roleOf(operation, action, { parameter, owners, record, total }));
  };
  for (const operation of onCollection) {
    const at = recordIn(operation);
    if (operation.method === "post" && at !== undefined) add(operation, "create", at);
    if (operation === get && listed !== undefined && showsIdentity(listed.record))
      add(operation, "list", listed.at, listed.total);
  }
  for (const operation of onItem) {
    const at = recordIn(operation);
    if (operation.method === "get" && at !== undefined) add(operation, "read", at);
    // A PUT that may create is one whose caller chooses the identity.
    const mayCreate = operation.method === "put" && operation.codes.includes("201");
    if ((operation.method === "put" || operation.method === "patch") && !mayCreate)
      add(operation, "update", at);
    if (operation.method === "delete") add(operation, "delete", at);
  }
  return roles;
}

/** The property that the path parameter means: of the same name, or `id` for `{key_id}`. What identifies one must fit the other. */
function identityOf(
  document: JsonObject,
  record: Place,
  parameter: string,
  onItem: readonly StateOperation[],
): string | undefined {
  const properties = propertiesOf(document, record);
  const wanted = snakeCase(parameter);
  const usual = wanted.split("_").filter((word) => USUAL.has(word));
  const name = [wanted, ...usual].flatMap(
    (word) => [...properties.keys()].find((one) => snakeCase(one) === word) ?? [],
  )[0];
  const place = name === undefined ? undefined : properties.get(name);
  const schema = onItem
    .flatMap(({ parameters }) => parameters)
    .find((one) => one.in === "path" && one.name === parameter)?.schema;
  // In a path a number is a text too.
  const isPlainText = hasType(schema, "string") && schema?.schema["format"] === undefined;
  const fits = (...types: readonly string[]): boolean =>
    hasType(place, ...types) && (schema === undefined || isPlainText || hasType(schema, ...types));
  return fits("integer", "number") || fits("string") ? name : undefined;
}

const USUAL: ReadonlySet<string> = new Set(["id", "uuid", "guid", "key"]);

/** The part of an operation, as far as it is not the same for all. */
interface Part {
  readonly parameter: string;
  readonly owners: ReadonlySet<string>;
  readonly record: string;
  readonly total: string | undefined;
}

/** Parameters whose value the examples of the record show under the same name. */
function ownersOf(operations: readonly StateOperation[], shown: readonly unknown[]): ReadonlySet<string> {
  const parents = operations
    .flatMap(({ parameters }) => parameters)
    .filter((one) => one.in === "path" && one.example !== undefined);
  const same = parents.filter(({ name, example }) =>
    shown.some((record) => String(member(record, name)) === String(example)),
  );
  return new Set(same.map(({ name }) => name));
}

function roleOf(operation: StateOperation, action: Action, { parameter, owners, record, total }: Part): Role {
  const isAbout = action !== "create" && action !== "list";
  const parents = operation.parameters.filter(
    (one) => one.in === "path" && !(isAbout && one.name === parameter),
  );
  return {
    operation,
    action,
    identity: isAbout ? { in: "path", name: parameter } : undefined,
    within: new Map(
      parents.map(({ name }) => [
        owners.has(name) ? `/${name}` : name,
        { in: "path", name } satisfies Source,
      ]),
    ),
    record,
    property: undefined,
    fresh: undefined,
    missing: undefined,
    paging: pagingOf(
      operation.pagination ?? usualPaging(operation),
      total === undefined ? {} : { total: total },
    ),
  };
}
