import { entries, isObject, type JsonObject } from "../document/json.ts";
import type { StateOperation } from "./operations.ts";
import { ACTIONS, type Action } from "./resource.ts";
import { hasType, itemsOf, keysOfPointer, placeWithin, propertiesOf, type Place } from "./schema.ts";

/** What is wrong with one `x-mock-resource`, and with which member of it. */
export interface WrongMember {
  readonly key: string | undefined;
  readonly message: string;
}

interface Scene {
  readonly document: JsonObject;
  readonly operation: StateOperation;
  readonly said: JsonObject;
  /** Schema of the record, or of a record of the list, in the answer. */
  readonly record: Place | undefined;
}

/** Says what is wrong with the value of a member, if anything is. */
type Check = (value: unknown, scene: Scene) => string | undefined;

const isWord: Check = (value) =>
  typeof value === "string" && /^[A-Za-z][\w-]*$/.test(value) ? undefined : expected("a word", value);

const isCount: Check = (value) =>
  Number.isInteger(value) && Number(value) > 0 ? undefined : expected("a number above 0", value);

/** A parameter, or a place in the body. */
const namesSource: Check = (value, { document, operation }) => {
  if (typeof value === "string" && value.startsWith("/")) {
    const found = placeWithin(document, operation.request, keysOfPointer(value));
    return found === undefined ? `${quote(value)} leads to nothing in the request body.` : undefined;
  }
  const names = operation.parameters.filter((parameter) => parameter.in !== "cookie").map(({ name }) => name);
  return oneOf("a parameter of the operation, or a JSON pointer into its body", value, names);
};

const namesQuery: Check = (value, { operation }) => {
  const names = operation.parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  return oneOf("a query parameter of the operation", value, names);
};

const namesProperty: Check = (value, { document, record }) =>
  oneOf("a property of the record in the answer", value, [...propertiesOf(document, record).keys()]);

const namesProperties: Check = (value, scene) =>
  Array.isArray(value)
    ? value.map((name) => namesProperty(name, scene)).find((message) => message !== undefined)
    : expected("a list of properties", value);

const namesExample: Check = (value, { operation }) =>
  oneOf(
    "an example of the success",
    value,
    (operation.success?.examples ?? []).map(({ name }) => name),
  );

const isDocumented: Check = (value, { operation }) =>
  oneOf("a documented status of three digits", String(value), operation.codes);

const leadsTo =
  (type: string, what: string): Check =>
  (value, { document, operation }) => {
    const isPointer = typeof value === "string" && (value === "" || value.startsWith("/"));
    const found = isPointer
      ? placeWithin(document, operation.success?.schema, keysOfPointer(value))
      : undefined;
    if (
      found !== undefined &&
      (hasType(found, type) || (type === "object" && propertiesOf(document, found).size > 0))
    )
      return undefined;
    return expected(`a JSON pointer to ${what} in the success`, value);
  };

const ownersOf: Check = (value, scene) =>
  isObject(value)
    ? entries(value)
        .map(([, source]) => namesSource(source, scene))
        .find((message) => message !== undefined)
    : expected("an object, owner: parameter", value);

const about = { identity: namesSource, missing: isDocumented };
const answering = { record: leadsTo("object", "an object") };
const checks: Readonly<Record<Action, Readonly<Record<string, Check>>>> = {
  create: {
    identity: namesProperty,
    once: namesProperties,
    unique: (value) => (Array.isArray(value) ? undefined : expected("a list of properties", value)),
    most: isCount,
    refusal: isDocumented,
    ...answering,
  },
  list: {
    identity: namesProperty,
    items: leadsTo("array", "a list"),
    total: leadsTo("integer", "a whole number"),
    previous: leadsTo("string", "a text"),
    limit: namesQuery,
    fresh: namesExample,
  },
  read: { ...about, ...answering, property: isWord, fresh: namesExample },
  update: { ...about, ...answering },
  renew: { ...about, ...answering, property: isWord },
  delete: about,
};

/** What is wrong with `x-mock-resource` of an operation as such; empty when it is well formed. */
export function wrongMembers(document: JsonObject, operation: StateOperation): readonly WrongMember[] {
  const { said } = operation;
  if (!isObject(said)) return [{ key: undefined, message: expected("an object, or false", said) }];
  const action = ACTIONS.find((name) => name === said["action"]);
  if (action === undefined)
    return [{ key: undefined, message: oneOf("`action` to be one", said["action"], ACTIONS) ?? "" }];
  const all: Readonly<Record<string, Check>> = { name: isWord, within: ownersOf, ...checks[action] };
  const needed = ["name", ...(action === "list" ? [] : ["identity"])].filter((key) => !(key in said));
  const scene = { document, operation, said, record: recordOf(document, operation, said, action) };
  const wrong = entries(said)
    .filter(([key]) => key !== "action")
    .map(([key, value]) => {
      const check =
        all[key] ?? (() => `Action \`${action}\` has no \`${key}\`; it has: ${Object.keys(all).join(", ")}.`);
      return { key, message: check(value, scene) };
    });
  const rules = "unique" in said || "most" in said;
  return [
    ...needed.map((key) => ({ key: undefined, message: `Action \`${action}\` needs \`${key}\`.` })),
    ...(rules && !("refusal" in said)
      ? [
          {
            key: undefined,
            message: "`unique` and `most` need `refusal`, the status of the answer that refuses.",
          },
        ]
      : []),
    ...wrong.flatMap(({ key, message }) => (message === undefined ? [] : { key, message })),
  ];
}

/** Schema of the record that an operation answers with, or lists. */
export function recordOf(
  document: JsonObject,
  { success, pagination }: StateOperation,
  said: JsonObject,
  action: Action,
): Place | undefined {
  const paged = isObject(pagination) ? pagination["items"] : undefined;
  const at = String(said["record"] ?? said["items"] ?? paged ?? "");
  const place = placeWithin(document, success?.schema, keysOfPointer(at));
  return action === "list" ? itemsOf(document, place) : place;
}

function oneOf(what: string, value: unknown, known: readonly string[]): string | undefined {
  if (typeof value === "string" && known.includes(value)) return undefined;
  return `Expected ${what} of: ${known.join(", ") || "none"}; found ${quote(value)}.`;
}

function expected(what: string, value: unknown): string {
  return `Expected ${what}; found ${quote(value)}.`;
}

function quote(value: unknown): string {
  return JSON.stringify(value) ?? "none";
}
