import type { PrismInput, PrismOperation } from "./prism.ts";

type Request = NonNullable<PrismOperation["request"]>;
type Parameter = NonNullable<Request["query"]>[number] | NonNullable<Request["headers"]>[number];

/** Prism caches validators by the identity of the parameter list: the same variant must be the same object. */
const variants = new WeakMap<PrismOperation, Map<string, PrismOperation>>();

/**
 * The operation as Prism can judge it for this request. Prism takes lists and objects apart before it looks whether they
 * were sent, and throws, or finds faults in what is not there. Without a schema only "required" is left to check.
 */
export function withoutUnsent(
  operation: PrismOperation,
  { headers, query }: Pick<PrismInput, "headers" | "query">,
): PrismOperation {
  const inHeaders = (operation.request?.headers ?? []).filter(
    (header) => isStructured(header) && !headers.has(header.name.toLowerCase()),
  );
  const inQuery = (operation.request?.query ?? []).filter(
    (parameter) => isStructured(parameter) && !isSent(parameter, query),
  );
  const unsent: ReadonlySet<Parameter> = new Set([...inHeaders, ...inQuery]);
  if (unsent.size === 0) return operation;
  const key = [...unsent].map((parameter) => parameter.id).join(" ");
  const known = variants.get(operation) ?? new Map<string, PrismOperation>();
  variants.set(operation, known);
  const variant = known.get(key) ?? withoutSchemas(operation, unsent);
  known.set(key, variant);
  return variant;
}

function withoutSchemas(operation: PrismOperation, unsent: ReadonlySet<Parameter>): PrismOperation {
  const bare = <T extends Parameter>(parameter: T): T => {
    if (!unsent.has(parameter)) return parameter;
    const copy = { ...parameter };
    delete copy.schema;
    // The delimited styles throw without a schema; the default style of the place does not.
    Reflect.deleteProperty(copy, "style");
    return copy;
  };
  const { headers = [], query = [] } = operation.request ?? {};
  return {
    ...operation,
    request: { ...operation.request, headers: headers.map(bare), query: query.map(bare) },
  };
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
