import {
  clientImports,
  reservedArguments,
  reservedSlugs,
  reservedTypes,
  reservedValues,
} from "./reserved-names.ts";
import { camelCase, identifier, pascalCase, pathWords, slug, upperFirst } from "./words.ts";

/**
 * Every name of a generated package is decided here.
 *
 * The rules, from the strongest claim to the weakest; who comes later gives way:
 *
 * 1. Words of the language, well-known globals, what the package takes from the runtime and from the mock.
 * 2. The package's own: `createAutomox`, `Automox`, `AutomoxClient`, `AutomoxOptions`, `AutomoxAuth`, and for tests
 *    `mockAutomox`, `startAutomoxMock`, `AutomoxMockOperations`. They follow the name of the file; where they would meet
 *    a name of rule 1, `Api` is added (`client.yaml` -> `ClientApi`).
 * 3. Operations: the `operationId` in camel case, else method and path (`getUsersByUserIdApiKeys`). A taken word gets an
 *    underscore (`delete_`). Each also claims the types `XArgs` and `XErrors`, used or not, so that documenting an error
 *    later renames nothing.
 * 4. Schemas: their key in Pascal case. A taken name gets `Model` (`Error` -> `ErrorModel`).
 * 5. Calls the API makes: `NewKeyWebhook`, `WatchKeysChangedCallback` for `changed` of `watchKeys`, and the lists of them,
 *    `Webhooks` and `Callbacks`. A taken name gets `Call`.
 *
 * Where two of a kind want one name, the one spelled so in the document has it, then the first in the document; the
 * others are numbered (`ApiKey2`). So a name changes only when something of the very same name appears.
 *
 * Names on the wire (properties, parameters, security schemes) are never converted; see {@link argumentNames}.
 */
export interface Names {
  /** `Automox`. */
  readonly typeName: string;
  /** By key of {@link NamedOperation}. */
  readonly operations: ReadonlyMap<string, OperationNames>;
  /** By key under `components/schemas`. */
  readonly schemas: ReadonlyMap<string, string>;
  /** By name of the tag. */
  readonly slugs: ReadonlyMap<string, string>;
  /** Types of calls that come in, by id. */
  readonly calls: ReadonlyMap<string, string>;
  /** The types that list them. */
  readonly incoming: Readonly<Record<NamedCall["kind"], string>>;
}

export interface OperationNames {
  readonly name: string;
  readonly typeName: string;
  readonly mockId: string;
}

export interface NamedOperation {
  /** Whatever identifies the operation to the caller. */
  readonly key: string;
  readonly id: string | undefined;
  readonly method: string;
  readonly path: string;
}

export interface NamedThings {
  /** Name of the document's file. */
  readonly api: string;
  readonly operations: readonly NamedOperation[];
  readonly schemas: readonly string[];
  readonly tags: readonly string[];
  readonly calls?: readonly NamedCall[];
}

/** A call that the API makes. */
export interface NamedCall {
  /** Whatever identifies it to the caller. */
  readonly id: string;
  readonly kind: "webhook" | "callback";
  /** As the document calls it. */
  readonly key: string;
  /** Where its name has to tell it from others under that key, else empty. */
  readonly method: string;
  /** Of a callback: key of the operation it belongs to. */
  readonly owner: string | undefined;
}

export function settleNames({ api, operations, schemas, tags, calls = [] }: NamedThings): Names {
  const typeName = packageTypeName(api);
  const functions = functionNames(operations, typeName);
  const prefixes = typePrefixes(functions, typeName);
  const ids = mockIds(operations);
  const derived = [...prefixes.values()].flatMap((prefix) => [`${prefix}Args`, `${prefix}Errors`]);
  // Functions are values and schemas types, but one name for both cannot be imported into a module that declares it.
  const taken = new Set([...reservedTypes, ...packageTypes(typeName), ...functions.values(), ...derived]);
  const schemaNames = assign(
    schemas.map((key) => ({ key, spelled: key, wanted: pascalCase(key) || "Model" })),
    taken,
    (name) => `${name}Model`,
  );
  const incoming = incomingNames(calls, prefixes, new Set([...taken, ...schemaNames.values()]));
  return {
    typeName,
    calls: incoming,
    incoming: { webhook: incoming.get("webhook") ?? "", callback: incoming.get("callback") ?? "" },
    operations: new Map(
      operations.map(({ key }) => [
        key,
        {
          name: functions.get(key) ?? key,
          typeName: prefixes.get(key) ?? key,
          mockId: ids.get(key) ?? key,
        },
      ]),
    ),
    schemas: schemaNames,
    slugs: assign(
      tags.map((tag) => ({ key: tag, spelled: tag, wanted: slug(tag) || "tag" })),
      reservedSlugs,
      (name) => `${name}-operations`,
      (name, number) => `${name}-${number}`,
    ),
  };
}

/** Of operations without an id, from method and path. */
function functionNames(operations: NamedThings["operations"], typeName: string): ReadonlyMap<string, string> {
  return assign(
    operations.map(({ key, id, method, path }) => {
      const wanted = camelCase(id ?? "");
      return { key, spelled: id, wanted: wanted === "" ? camelCase(pathWords(method, path)) : wanted };
    }),
    new Set([...reservedValues, ...packageValues(typeName), ...packageTypes(typeName)]),
    (name) => `${name}_`,
  );
}

/**
 * What the mock calls operations, and settles for itself: by their ids; by method and path where they have none, or where
 * one before has the same, as when two paths share an item.
 */
function mockIds(operations: NamedThings["operations"]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    operations.map(({ key, id, method, path }) => {
      const name = id === undefined || taken.has(id) ? `${method} ${path}` : id;
      taken.add(name);
      return [key, name];
    }),
  );
}

/** What names of an operation's types begin with. */
function typePrefixes(functions: ReadonlyMap<string, string>, typeName: string): ReadonlyMap<string, string> {
  return assign(
    [...functions].map(([key, name]) => ({
      key,
      spelled: undefined,
      wanted: upperFirst(name.replace(/_$/, "")),
    })),
    new Set(packageTypes(typeName).map((type) => type.replace(/(?:Args|Errors)$/, ""))),
    (name) => `${name}Operation`,
  );
}

/** Of the calls that the API makes, and of the two interfaces that list them. */
function incomingNames(
  calls: readonly NamedCall[],
  prefixes: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  return assign(
    [
      { key: "webhook", spelled: undefined, wanted: "Webhooks" },
      { key: "callback", spelled: undefined, wanted: "Callbacks" },
      ...calls.map(({ id, kind, key, method, owner }) => {
        const words = [prefixes.get(owner ?? "") ?? "", pascalCase(key), pascalCase(method.toLowerCase())];
        return { key: id, spelled: undefined, wanted: identifier(`${words.join("")}${upperFirst(kind)}`) };
      }),
    ],
    taken,
    (name) => `${name}Call`,
  );
}

/**
 * Names of an operation's arguments, in the order of its parameters: the wire's, with the location in front where a name
 * is used twice (`pathId`, `queryId`) or not to be had: `body` always means the request body, and `__proto__` in an
 * object literal is no property.
 */
export function argumentNames(
  parameters: readonly { readonly name: string; readonly in: string }[],
): readonly string[] {
  const uses = new Map<string, number>();
  for (const { name } of parameters) uses.set(name, (uses.get(name) ?? 0) + 1);
  const names = assign(
    parameters.map(({ name, in: location }, index) => {
      const free = uses.get(name) === 1 && !reservedArguments.has(name);
      return { key: String(index), spelled: name, wanted: free ? name : location + upperFirst(name) };
    }),
    reservedArguments,
    (name) => name,
  );
  return [...names.values()];
}

/** Name of the argument that holds the media type of a body, given those of the others. */
export function mediaTypeArgument(taken: readonly string[]): string {
  let name = "contentType";
  while (taken.includes(name)) name = `body${upperFirst(name)}`;
  return name;
}

interface Wish {
  readonly key: string;
  readonly wanted: string;
  /** As the document spells it; who wants exactly that comes first. */
  readonly spelled: string | undefined;
}

/** Gives every key a name of its own that is not reserved. */
function assign(
  wishes: readonly Wish[],
  reserved: ReadonlySet<string>,
  alter: (name: string) => string,
  numbered: (name: string, number: number) => string = numberedName,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>(wishes.map(({ key }) => [key, ""]));
  const taken = new Set(reserved);
  const numbers = new Map<string, number>();
  const literally = ({ wanted, spelled }: Wish): boolean => wanted === spelled && !reserved.has(wanted);
  const ranked = [...wishes.filter(literally), ...wishes.filter((wish) => !literally(wish))];
  for (const { key, wanted } of ranked) {
    const base = reserved.has(wanted) ? alter(wanted) : wanted;
    let name = base;
    let number = numbers.get(base) ?? 2;
    while (taken.has(name)) name = numbered(base, number++);
    numbers.set(base, number);
    taken.add(name);
    names.set(key, name);
  }
  return names;
}

/** A digit at the end would read as one number with ours: `v1`, `v12`. */
function numberedName(name: string, number: number): string {
  return /\d$/.test(name) ? `${name}_${number}` : `${name}${number}`;
}

/** `Automox`, what the names of a package are made of. */
export function packageTypeName(api: string): string {
  const name = pascalCase(api) || "Api";
  const taken = new Set([...reservedTypes, ...clientImports]);
  const clashes =
    packageTypes(name).some((type) => taken.has(type)) ||
    packageValues(name).some((value) => reservedValues.has(value));
  return clashes ? `${name}Api` : name;
}

function packageTypes(typeName: string): readonly string[] {
  return ["", "Client", "Options", "Auth", "MockOperations"].map((suffix) => typeName + suffix);
}

function packageValues(typeName: string): readonly string[] {
  return [`create${typeName}`, `mock${typeName}`, `start${typeName}Mock`];
}
