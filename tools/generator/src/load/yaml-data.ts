import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Alias,
  type Document,
  type ParsedNode,
  type YAMLMap,
} from "yaml";
import type { Json } from "../read/model.ts";
import { duplicateKey, MAX_DEPTH, MAX_TEXT, TOO_DEEP, TOO_LONG, type Fault } from "./parsed.ts";
import { formatPointer } from "./pointer.ts";

/** A text as the `yaml` library sees it, with a range on every node. */
export type YamlDocument = Document.Parsed<ParsedNode>;

/**
 * Values that aliases may add to a document. Aliases of aliases double with every line: without a limit, twenty lines
 * ("billion laughs") keep every later stage busy for ever.
 */
const MAX_ALIASED = 100_000;

interface Builder {
  readonly path: (string | number)[];
  readonly faults: Fault[];
  readonly lineOf: (offset: number) => number;
  /** Value of each anchor; `undefined` while it is being built. */
  readonly anchors: Map<string, Json | undefined>;
  readonly sizes: Map<object, Size>;
  aliased: number;
}

interface Size {
  readonly values: number;
  readonly depth: number;
}

/**
 * A YAML document as plain JSON data, and what in it is not JSON: keys used twice, numbers without end, aliases that
 * lead nowhere, in circles or too far, too many levels. Values behind an alias are shared, not copied.
 */
export function yamlData(
  document: YamlDocument,
  lineOf: (offset: number) => number,
): { data: Json; faults: readonly Fault[] } {
  const builder: Builder = { path: [], faults: [], lineOf, anchors: new Map(), sizes: new Map(), aliased: 0 };
  const data = build(builder, document.contents);
  return { data, faults: builder.faults };
}

/** Recursive, and safe: {@link MAX_DEPTH} stops it. */
function build(builder: Builder, node: unknown): Json {
  if (isAlias(node)) return resolveAlias(builder, node);
  if (isScalar(node)) {
    const value = scalar(builder, node.value, node.range?.[0] ?? 0);
    if (node.anchor !== undefined) builder.anchors.set(node.anchor, value);
    return value;
  }
  if (!isMap(node) && !isSeq(node)) return null;
  if (builder.path.length === MAX_DEPTH) {
    addFault(builder, node.range?.[0] ?? 0, TOO_DEEP);
    return null;
  }
  if (node.anchor !== undefined) builder.anchors.set(node.anchor, undefined);
  const value = isMap(node)
    ? buildObject(builder, node)
    : node.items.map((item, index) => inside(builder, index, item));
  if (node.anchor !== undefined) builder.anchors.set(node.anchor, value);
  return value;
}

function buildObject(builder: Builder, map: YAMLMap): Json {
  const object: { [key: string]: Json } = {};
  const offsets = new Map<string, number>();
  for (const { key, value } of map.items) {
    // Anything else is a syntax fault already: "keys must be text".
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const offset = key.range?.[0] ?? 0;
    const first = offsets.get(name);
    if (key.anchor !== undefined) builder.anchors.set(key.anchor, name);
    if (first !== undefined) {
      builder.path.push(name);
      addFault(builder, offset, duplicateKey(name, builder.lineOf(first)));
      builder.path.pop();
      continue;
    }
    offsets.set(name, offset);
    const built = inside(builder, name, value);
    if (name === "__proto__") {
      // Assigned, this would be the object's prototype and the entry would be gone.
      Object.defineProperty(object, name, {
        value: built,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    } else {
      object[name] = built;
    }
  }
  return object;
}

function inside(builder: Builder, key: string | number, node: unknown): Json {
  builder.path.push(key);
  const value = build(builder, node);
  builder.path.pop();
  return value;
}

function scalar(builder: Builder, value: unknown, offset: number): Json {
  if (typeof value === "string" && value.length > MAX_TEXT) addFault(builder, offset, TOO_LONG);
  if (typeof value === "number" && !Number.isFinite(value)) {
    addFault(
      builder,
      offset,
      `\`${value}\` is no JSON value: expected a finite number. Put it in quotes if text is meant.`,
    );
    return null;
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function resolveAlias(builder: Builder, alias: Alias): Json {
  const offset = alias.range?.[0] ?? 0;
  const value = builder.anchors.get(alias.source);
  if (value === undefined) {
    const message = builder.anchors.has(alias.source)
      ? `The alias \`*${alias.source}\` stands inside what it names, so the value would contain itself. Use a \`$ref\` for recursion.`
      : `The alias \`*${alias.source}\` names nothing: expected an anchor \`&${alias.source}\` before it.`;
    addFault(builder, offset, message);
    return null;
  }
  const size = sizeOf(builder, value);
  const before = builder.aliased;
  builder.aliased += size.values;
  if (builder.path.length + size.depth > MAX_DEPTH) addFault(builder, offset, TOO_DEEP);
  else if (builder.aliased > MAX_ALIASED && before <= MAX_ALIASED) {
    addFault(
      builder,
      offset,
      `Up to this alias, aliases stand for ${builder.aliased} values in all: expected at most ${MAX_ALIASED}. Use \`$ref\` instead.`,
    );
  } else return value;
  // What the limits refuse must not grow any further.
  return null;
}

/** Values and levels in a value, aliases counted as what they stand for. */
function sizeOf(builder: Builder, value: Json): Size {
  if (typeof value !== "object" || value === null) return { values: 1, depth: 0 };
  const known = builder.sizes.get(value);
  if (known !== undefined) return known;
  let values = 1;
  let depth = 0;
  for (const child of Object.values(value)) {
    const size = sizeOf(builder, child);
    values += size.values;
    depth = Math.max(depth, size.depth);
  }
  const size = { values, depth: depth + 1 };
  builder.sizes.set(value, size);
  return size;
}

function addFault(builder: Builder, offset: number, message: string): void {
  builder.faults.push({ offset, pointer: formatPointer(builder.path.map(String)), message });
}
