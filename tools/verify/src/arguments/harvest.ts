import type { Json, Operation, Parameter } from "@keysmith/generator";

/** Names by which items of a list go, where the parameter that takes them is called otherwise. */
const IDENTIFIERS = ["id", "uuid", "guid"];

/** The ids that lists answered with, for operations that ask for one of their items. */
export class Harvest {
  readonly #lists = new Map<string, { readonly operation: Operation; readonly items: readonly Json[] }>();

  /** Remembers the items of a list that was answered. */
  add(operation: Operation, data: unknown): void {
    const items = itemsOf(operation, data);
    if (items.length > 0) this.#lists.set(collection(operation.path), { operation, items });
  }

  /**
   * The value of a path parameter, from the list of what it names one of: `/keys/{id}` takes an id of `/keys`.
   *
   * @returns undefined where no list was answered, it was empty, or its items have nothing by that name.
   */
  find(path: string, parameter: Parameter): { readonly value: Json; readonly from: Operation } | undefined {
    const list = this.#lists.get(parentOf(path, parameter));
    for (const item of list?.items ?? []) {
      const value = idOf(item, parameter);
      if (list !== undefined && value !== undefined) return { value, from: list.operation };
    }
    return undefined;
  }
}

/** The operation whose answer lists what a path parameter names one of; undefined where the document has none. */
export function listFor(
  operations: readonly Operation[],
  path: string,
  parameter: Parameter,
): Operation | undefined {
  const wanted = parentOf(path, parameter);
  return operations.find((one) => one.method === "GET" && collection(one.path) === wanted);
}

/** What an item is called where an operation asks for it: the property of the parameter's name, else a usual one. */
export function idOf(item: Json, { name }: Pick<Parameter, "name">): string | number | undefined {
  if (typeof item === "string" || typeof item === "number") return item;
  if (typeof item !== "object" || item === null) return undefined;
  const words = name.split(/[^a-z\d]+|(?<=[a-z\d])(?=[A-Z])/i);
  // `api_key_pair_id` and `keyId` are the `id` of a pair and of a key.
  const last = words.at(-1)?.toLowerCase() ?? name;
  for (const candidate of [name, last, ...IDENTIFIERS]) {
    const value: unknown = Object.hasOwn(item, candidate) ? Reflect.get(item, candidate) : undefined;
    if ((typeof value === "string" && value !== "") || typeof value === "number") return value;
  }
  return undefined;
}

/** The list in an answer: where the document says pages have it, else the answer itself, or the only list in it. */
export function itemsOf({ pagination }: Operation, data: unknown): readonly Json[] {
  const found = pagination === undefined ? data : valueAt(data, pagination.items);
  if (Array.isArray(found)) return found as readonly Json[];
  if (typeof found !== "object" || found === null) return [];
  const lists = Object.values(found).filter((member) => Array.isArray(member));
  return lists.length === 1 ? ((lists[0] ?? []) as readonly Json[]) : [];
}

/** The value at a JSON pointer; undefined where there is none. */
export function valueAt(data: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null && Object.hasOwn(value, key)
          ? Reflect.get(value, key)
          : undefined,
      data,
    );
}

/** The path of a list, whether or not it ends in a slash. */
export function collection(path: string): string {
  return path.replace(/\/+$/, "");
}

/** What stands before a parameter's segment. */
function parentOf(path: string, { name }: Parameter): string {
  const before = path.split(`{${name}}`, 1)[0] ?? "";
  return collection(before.slice(0, before.lastIndexOf("/") + 1));
}
