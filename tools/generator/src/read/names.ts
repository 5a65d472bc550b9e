/**
 * Every name of a generated package is decided here.
 *
 * The rules, from the strongest claim to the weakest; who comes later gives way:
 *
 * 1. Words of the language, well-known globals, what the package takes from the runtime.
 * 2. The package's own: `createAutomox`, `Automox`, `AutomoxClient`, `AutomoxOptions`, `AutomoxAuth`. They follow the
 *    name of the file; where they would meet a name of rule 1, `Api` is added (`client.yaml` -> `ClientApi`).
 * 3. Operations: the `operationId` in camel case, else method and path (`getUsersByUserIdApiKeys`). A taken word gets an
 *    underscore (`delete_`). Each also claims the types `XArgs` and `XErrors`, used or not, so that documenting an error
 *    later renames nothing.
 * 4. Schemas: their key in Pascal case. A taken name gets `Model` (`Error` -> `ErrorModel`).
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
}

export interface OperationNames {
  readonly name: string;
  readonly typeName: string;
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
}

export function settleNames({ api, operations, schemas, tags }: NamedThings): Names {
  const typeName = packageTypeName(api);
  const operationNames = assign(
    operations.map(({ key, id, method, path }) => {
      const wanted = camelCase(id ?? "");
      return { key, spelled: id, wanted: wanted === "" ? camelCase(pathWords(method, path)) : wanted };
    }),
    new Set([...reservedValues, `create${typeName}`, ...packageTypes(typeName)]),
    (name) => `${name}_`,
  );
  const prefixes = assign(
    [...operationNames].map(([key, name]) => ({
      key,
      spelled: undefined,
      wanted: upperFirst(name.replace(/_$/, "")),
    })),
    new Set(packageTypes(typeName).map((type) => type.replace(/(?:Args|Errors)$/, ""))),
    (name) => `${name}Operation`,
  );
  const derived = [...prefixes.values()].flatMap((prefix) => [`${prefix}Args`, `${prefix}Errors`]);
  return {
    typeName,
    operations: new Map(
      operations.map(({ key }) => [
        key,
        { name: operationNames.get(key) ?? key, typeName: prefixes.get(key) ?? key },
      ]),
    ),
    schemas: assign(
      schemas.map((key) => ({ key, spelled: key, wanted: pascalCase(key) || "Model" })),
      // Functions are values and schemas types, but one name for both cannot be imported into a module that declares it.
      new Set([...reservedTypes, ...packageTypes(typeName), ...operationNames.values(), ...derived]),
      (name) => `${name}Model`,
    ),
    slugs: assign(
      tags.map((tag) => ({ key: tag, spelled: tag, wanted: slug(tag) || "tag" })),
      reservedSlugs,
      (name) => `${name}-operations`,
      (name, number) => `${name}-${number}`,
    ),
  };
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

function packageTypeName(api: string): string {
  const name = pascalCase(api) || "Api";
  const taken = new Set([...reservedTypes, ...clientImports]);
  const clashes = packageTypes(name).some((type) => taken.has(type)) || reservedValues.has(`create${name}`);
  return clashes ? `${name}Api` : name;
}

function packageTypes(typeName: string): readonly string[] {
  return [typeName, `${typeName}Client`, `${typeName}Options`, `${typeName}Auth`];
}

/** `GET /users/{userId}/api_keys` -> `get users by userId api_keys`. */
function pathWords(method: string, path: string): string {
  const words = path.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => ` by ${upperFirst(name)} `);
  return `${method.toLowerCase()} ${wordsOf(words).length === 0 ? "root" : words}`;
}

/** `list-api_keys` -> `listApiKeys`; `APIKeys` -> `apiKeys`; `GET_ALL` -> `getAll`. */
function camelCase(text: string): string {
  const [first, ...rest] = wordsOf(text);
  return first === undefined ? "" : identifier(lowerFirst(first) + rest.map(upperFirst).join(""));
}

/** `api_key` -> `ApiKey`; `Page«User»` -> `PageUser`; `HTTPError` stays. */
function pascalCase(text: string): string {
  const words = wordsOf(text);
  return words.length === 0 ? "" : identifier(words.map(upperFirst).join(""));
}

/**
 * `API Keys` and `ApiKeys` -> `api-keys`. Letters of any script stay: they are what the tag is called. By way of
 * capitals, because some disks take `ß` for `ss`; no longer than any disk's names, in whatever script.
 */
function slug(text: string): string {
  return wordsOf(text.replaceAll(/(?<=\p{Ll}|\d)(?=\p{Lu})/gu, " "))
    .join("-")
    .toUpperCase()
    .toLowerCase()
    .slice(0, longestSlug)
    .replace(/-$/, "");
}

/** Runs of characters that identifiers may hold, in any script. Shouting (`GET_ALL`) is lowered, acronyms are not. */
function wordsOf(text: string): readonly string[] {
  const words =
    text
      .slice(0, longestText)
      .normalize("NFC")
      .replaceAll(unsettled, " ")
      .match(/(?:(?!\p{Pc})\p{ID_Continue})+/gu) ?? [];
  const shouting = words.length > 1 && !/\p{Ll}/u.test(text);
  return shouting ? words.map((word) => word.toLowerCase()) : words;
}

function upperFirst(word: string): string {
  const [first = ""] = word;
  return first.toUpperCase() + word.slice(first.length);
}

/** A capital, or all but the last of several: `ListKeys` -> `listKeys`, `APIKeys` -> `apiKeys`. */
function lowerFirst(word: string): string {
  const [head = ""] = /^\p{Lu}+(?=\p{Lu}\p{Ll})|^\p{Lu}+/u.exec(word) ?? [];
  return head.toLowerCase() + word.slice(head.length);
}

function identifier(name: string): string {
  const short = name.slice(0, longestIdentifier);
  return /^\p{ID_Start}/u.test(short) ? short : `_${short}`;
}

/** Names longer than these are nobody's: what differs only further on is told apart by number. */
const longestText = 2000;
const longestIdentifier = 200;
/** With three bytes to a character, a number and an extension still a file name. */
const longestSlug = 80;

/**
 * What Unicode lets into identifiers and names cannot have: characters nobody sees (two names would look the same), and
 * those that compilers and engines in use do not know yet: beyond the basic plane, and additions of Unicode 16 and later.
 */
const unsettled =
  /\p{Default_Ignorable_Code_Point}|[\u{10000}-\u{10ffff}]|[\u088f\u0c5c\u0cdc\u1c89\u1c8a\ua7cb-\ua7dc\ua7f1]|\u0897|[\u1acf-\u1add]|[\u1ae0-\u1aeb]/gu;

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

const reservedArguments = wordSet("body __proto__");

/** Taken as names of functions, which are exports of a module and methods of a client at once. */
const reservedValues: ReadonlySet<string> = new Set([
  // Words of the language, in modules and strict code.
  ...wordSet(`arguments await break case catch class const continue debugger default delete do else enum eval
    export extends false finally for function if implements import in instanceof interface let new null package
    private protected public return static super switch this throw true try typeof undefined var void while with
    yield NaN Infinity globalThis`),
  // Members of every client (those in capitals cannot be met) and of every object. An export or method called `then`
  // would make a promise of its owner.
  ...wordSet(`request use eject withOptions then constructor prototype hasOwnProperty isPrototypeOf propertyIsEnumerable
    toLocaleString toString valueOf toJSON`),
  // What the package's modules import, declare and export beside the operations.
  ...wordSet(`operation pagedOperation isApiError createApiClient createFetchClient createClient ownServer selectServer styled writeBody
    clientCredentials passwordFlow definition operations paths components webhooks`),
]);

/** Taken as names of types: what everybody means by these words, and what the package exports from the runtime. */
const reservedTypes: ReadonlySet<string> = new Set([
  ...wordSet(`AbortSignal Array ArrayBuffer AsyncIterable Awaited BigInt Blob Boolean Date Error Exclude Extract File
    FormData Function Headers Iterable Map NonNullable Number Object Omit Partial Pick Promise PromiseLike
    ReadableStream Readonly ReadonlyArray Record Request RequestInit Required Response ResponseInit ReturnType Set
    String Symbol URL URLSearchParams Uint8Array`),
  ...wordSet(`AbortError ApiError BadRequestError ConfigError ConflictError ForbiddenError KeysmithError NetworkError
    NotFoundError RateLimitError ResponseParseError ServerError TimeoutError UnauthorizedError
    UnprocessableEntityError`),
  ...wordSet(`ApiCall CallError CallMeta CallOptions Credential CredentialProvider CredentialRequest Fetch Logger LogRecord
    Middleware MiddlewareContext PagedCall PagingOptions PreparedRequest SafeResult WithResponse`),
]);

/** What the module that declares the package's own types imports on top of that. */
const clientImports = wordSet("ApiDefinition Client ClientOptions FetchClient OperationMethods");

/** Pages of the `docs` folder that are not a tag's, and names that Windows keeps for devices. */
const reservedSlugs =
  wordSet(`contract index models readme aux con nul prn com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt0
  lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9`);
