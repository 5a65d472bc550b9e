import type { PrismInput, PrismOperation } from "./prism.ts";

type Request = NonNullable<PrismOperation["request"]>;
type Parameter = NonNullable<Request["query"]>[number] | NonNullable<Request["headers"]>[number];

/** Prism caches validators by the identity of the parameter list: the same variant must be the same object. */
const variants = new WeakMap<PrismOperation, Map<string, PrismOperation>>();

/** Of many parameters there are more subsets than a mock can hold; a test asks for few of them. */
const MOST_VARIANTS = 100;

/**
 * The operation as Prism can judge it for this request.
 *
 * Prism takes lists and objects apart before it looks whether they were sent, and throws, or finds faults in what is not
 * there: without a schema only "required" is left to check. And it takes an empty query parameter, `?limit=`, for one
 * that was not sent, unless it is a list: so a single value becomes a list of one.
 */
export function withoutUnsent(
  operation: PrismOperation,
  { headers, query }: Pick<PrismInput, "headers" | "query">,
): PrismOperation {
  const inHeaders = (operation.request?.headers ?? []).filter(
    (header) => isStructured(header) && !headers.has(header.name.toLowerCase()),
  );
  const inQuery = operation.request?.query ?? [];
  const unsent = new Set<Parameter>([
    ...inHeaders,
    ...inQuery.filter((parameter) => isStructured(parameter) && !isSent(parameter, query)),
  ]);
  const empty = new Set<Parameter>(inQuery.filter((parameter) => isEmpty(parameter, query)));
  if (unsent.size + empty.size === 0) return operation;
  const key = [unsent, empty].map((some) => [...some].map(({ id }) => id).join(" ")).join(", ");
  const known = variants.get(operation) ?? new Map<string, PrismOperation>();
  variants.set(operation, known);
  const variant = known.get(key) ?? changed(operation, unsent, empty);
  if (known.size >= MOST_VARIANTS) known.clear();
  known.set(key, variant);
  return variant;
}

function changed(
  operation: PrismOperation,
  unsent: ReadonlySet<Parameter>,
  empty: ReadonlySet<Parameter>,
): PrismOperation {
  const change = <T extends Parameter>(parameter: T): T => {
    const copy = { ...parameter };
    if (empty.has(parameter))
      Object.assign(copy, { explode: true, schema: { type: "array", items: parameter.schema ?? {} } });
    if (!unsent.has(parameter)) return copy;
    delete copy.schema;
    // The delimited styles throw without a schema; the default style of the place does not.
    Reflect.deleteProperty(copy, "style");
    return copy;
  };
  const { headers = [], query = [] } = operation.request ?? {};
  return {
    ...operation,
    request: { ...operation.request, headers: headers.map(change), query: query.map(change) },
  };
}

/** A single value that was sent without one, where that is not allowed by itself. */
function isEmpty(parameter: Parameter, query: URLSearchParams): boolean {
  const { name, schema, style } = parameter;
  const isForm = String(style ?? "form") === "form";
  if (!query.has(name) || schema === undefined || !isForm || isStructured(parameter)) return false;
  return query.getAll(name).join() === "" && Reflect.get(parameter, "allowEmptyValue") !== true;
}

function isStructured({ schema }: Parameter): boolean {
  return [schema?.type].flat().some((type) => type === "array" || type === "object");
}

function isSent({ name, style, explode, schema }: Parameter, query: URLSearchParams): boolean {
  if (query.has(name)) return true;
  if (style === "deepObject") return [...query.keys()].some((key) => key.startsWith(`${name}[`));
  // An exploded object travels as its properties.
  return explode === true && Object.keys(schema?.properties ?? {}).some((property) => query.has(property));
}
