import type { Document } from "@keysmith/contract/document";
import { pointerOf } from "@keysmith/contract/pointer";
import type { Fault, Validator } from "@keysmith/contract/validator";

/** One thing in which a value is not what its schema says, with its place in both. */
export interface SchemaError {
  /** JSON pointer into the value, `/results/0/id`; empty for the value itself. */
  readonly at: string;
  /** What is there. */
  readonly found: unknown;
  readonly keyword: string;
  /** What the keyword asks for, as the document says it. */
  readonly asked: unknown;
  /** The property that is missing or unwanted. */
  readonly name: string | undefined;
  /** `must be integer`. */
  readonly message: string;
  /** Pointer of the keyword in the document, behind all references. */
  readonly pointer: string;
}

/** @throws Error when the schema cannot be compiled: nothing was judged then. */
export function errorsOf(
  document: Document,
  validator: Validator,
  pointer: string,
  value: unknown,
): readonly SchemaError[] {
  return validator.faults(pointer, value, { direction: "response" }).map((fault) => {
    const { keyword, schema, path, name, message } = fault;
    const place = placesOf(document).get(schema) ?? pointer;
    return {
      at: pointerOf(path).slice(1),
      found: path.reduce<unknown>((part, key) => Reflect.get(Object(part), key), value),
      keyword,
      asked: Reflect.get(Object(schema), keyword),
      name,
      // The way to the fault stands before it, and names in it may be data.
      message: message.slice(wayTo(fault).length),
      pointer: `${place}/${keyword}`,
    };
  });
}

function wayTo({ path }: Fault): string {
  return path.length === 0 ? "" : `${path.join(".")} `;
}

const known = new WeakMap<Document, ReadonlyMap<unknown, string>>();

/** Every object of a document and where it is: faults name the schema that was broken, not its place. */
function placesOf(document: Document): ReadonlyMap<unknown, string> {
  const found = known.get(document);
  if (found !== undefined) return found;
  const places = new Map<unknown, string>();
  const visit = (value: unknown, path: readonly string[]): void => {
    if (typeof value !== "object" || value === null || places.has(value)) return;
    places.set(value, pointerOf(path));
    for (const [key, member] of Object.entries(value)) visit(member, [...path, key]);
  };
  visit(document.root, []);
  known.set(document, places);
  return places;
}
