import { isList, isObject, member, type JsonObject } from "../../load/json.ts";
import { targetOf } from "../../load/reference.ts";
import type { Json } from "../../read/model.ts";
import { at, type Context, Enough } from "../context.ts";

/*
 * A document of a few lines can stand for one without end: each of thirty schemas that names the next one twice doubles
 * what is behind it. Honest documents are far from these limits; whatever is within them is read and printed in no time.
 */

/** Schemas that one leads through, from reference to reference or into combinations, before there is something to see. */
const DEEPEST = 200;

/** Schemas that one consists of, when everything it combines is followed. */
const WIDEST = 100_000;

/** Characters of all operations and schemas, with what is not a named schema written out where it is referred to. */
const LONGEST = 200_000_000;

interface Extent {
  readonly depth: number;
  readonly width: number;
}

/** No schema leads to its values through too many others. */
export function combinations({ document, nodes, error }: Context): void {
  const known = new Map<JsonObject, Extent>();
  const open = new Set<JsonObject>();
  const extentOf = (schema: JsonObject, above: number): Extent => {
    const before = known.get(schema);
    if (before !== undefined) return before;
    // Circles are another rule's; below the limit nothing more has to be known.
    if (open.has(schema) || above > DEEPEST) return { depth: 0, width: 1 };
    open.add(schema);
    const parts = partsOf(document, schema).map((part) => extentOf(part, above + 1));
    open.delete(schema);
    const extent = {
      depth: 1 + parts.reduce((most, part) => Math.max(most, part.depth), 0),
      width: 1 + parts.reduce((sum, part) => sum + part.width, 0),
    };
    known.set(schema, extent);
    return extent;
  };
  for (const node of nodes("schema")) {
    const { depth, width } = extentOf(node.value, 0);
    if (depth > DEEPEST) {
      const message = `From here references and combinations lead through more than ${DEEPEST} schemas to a value. Refer to what is meant directly.`;
      error(at(node), message);
      throw new Enough();
    }
    if (width > WIDEST) {
      const message = `With all that it combines, this schema consists of more than ${WIDEST} others, the same ones over and over. Combine each of them once.`;
      error(at(node), message);
      throw new Enough();
    }
  }
}

function partsOf(document: JsonObject, schema: JsonObject): readonly JsonObject[] {
  const lists = ["allOf", "anyOf", "oneOf", "prefixItems"].flatMap((keyword) => {
    const list = member(schema, keyword);
    return isList(list) ? list : [];
  });
  const parts = [followed(document, schema), member(schema, "items"), ...lists];
  return parts.filter((part) => isObject(part));
}

/** What stands where a schema or any other object refers to. */
function followed(document: JsonObject, value: JsonObject): Json | undefined {
  const reference = member(value, "$ref");
  return typeof reference === "string" ? targetOf(document, reference)?.value : undefined;
}

/** Written out, the document has an end that can be reached. */
export function length({ document, nodes, routes, error }: Context): void {
  const known = new Map<Json, number>();
  const measure = (value: Json): number => {
    if (typeof value === "string") return value.length;
    if (typeof value !== "object" || value === null) return 8;
    const before = known.get(value);
    if (before !== undefined) return before;
    // A circle has been counted where it began.
    known.set(value, 0);
    let sum = 8;
    if (isList(value)) for (const item of value) sum += measure(item);
    else {
      for (const [key, inner] of Object.entries(value)) sum += key.length + measure(inner);
      const target = member(value, "$ref");
      if (typeof target === "string" && !NAMED.test(target))
        sum += measure(followed(document, value) ?? null);
      // Reference pages show the properties of a body where it is sent.
      const body = member(value, "schema");
      if (isObject(body) && NAMED.test(String(member(body, "$ref"))))
        sum += measure(followed(document, body) ?? null);
    }
    known.set(value, sum);
    return sum;
  };
  let sum = 0;
  const add = (value: Json, pointer: () => string): void => {
    sum += measure(value);
    if (sum <= LONGEST) return;
    error(
      pointer(),
      `Up to here the document has more than ${LONGEST / 1_000_000} million characters, written out with what its references share. Give what many places use a name under \`components/schemas\`.`,
    );
    throw new Enough();
  };
  const schemas = nodes("schema").filter(({ place }) => place?.parent?.key === "schemas");
  for (const node of schemas) add(node.value, () => at(node));
  for (const {
    operation,
    parameters: [shared],
  } of routes) {
    const all: Json = [operation.value, ...shared.parameters.map(({ value }) => value)];
    add(all, () => operation.pointer);
  }
}

const NAMED = /^#\/components\/schemas\/[^/]+$/;
