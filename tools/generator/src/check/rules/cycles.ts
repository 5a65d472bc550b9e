import { REFERENCE_KINDS, type Kind } from "../../load/grammar.ts";
import { isList, isObject, member, type JsonObject } from "../../load/json.ts";
import { childPointer, formatPointer, parsePointer } from "../../load/pointer.ts";
import { targetOf } from "../../load/reference.ts";
import { referenceOf } from "../../load/walk.ts";
import type { Json } from "../../read/model.ts";
import { at, type Context } from "../context.ts";

/** An object on the way. There are many, and few are ever told of: where it is is spelled out on demand. */
interface Step {
  readonly value: JsonObject;
  readonly pointer: () => string;
}

/** What a schema or a reference is made of right away, without a property or an item in between. */
type Parts = (object: Step) => readonly Step[];

/** References that lead back to themselves with nothing in between describe nothing. */
export function circularReferences({ document, nodes, error }: Context): void {
  for (const kind of REFERENCE_KINDS) {
    if (kind === "schema") continue;
    const parts: Parts = (object) => referenced(document, kind, object);
    const starts = nodes(kind).flatMap((node) =>
      referenceOf(kind, node.value) === undefined ? [] : [{ value: node.value, pointer: () => at(node) }],
    );
    for (const circle of findCircles(starts, parts)) {
      error(
        childPointer(circle[0], "$ref"),
        `This reference leads back to itself (${names(circle)}), so it stands for nothing. Break the circle.`,
      );
    }
  }
}

/**
 * A schema that contains itself, other than in a property or a list item, has no finite value and no type. The one
 * exception is an heir that names its base in `allOf` while the base lists its heirs in `oneOf`: there the reader
 * takes the base without its list; validators, though, go round in circles.
 */
export function circularSchemas({ document, nodes, error, warning }: Context): void {
  const starts = nodes("schema")
    .filter(({ value }) => PARTS.some((keyword) => member(value, keyword) !== undefined))
    .map((node): Step => ({ value: node.value, pointer: () => at(node) }));
  const inherited: Parts = (object) => schemaParts(document, object, true);
  const all: Parts = (object) => schemaParts(document, object, false);
  const errors = findCircles(starts, inherited);
  for (const circle of errors) {
    error(
      circle[0],
      `This schema contains itself with no property or list item in between (${names(circle)}), so no value fits. Break the circle.`,
    );
  }
  if (errors.length > 0) return;
  for (const circle of findCircles(starts, all)) {
    warning(
      circle[0],
      `A base lists its heirs while they name it in \`allOf\` (${names(circle)}): its list is ignored for them, and validators may never end. Leave the heirs to \`discriminator.mapping\`, or the base out of \`allOf\`.`,
    );
  }
}

const CHOICES = ["allOf", "anyOf", "oneOf"];
const PARTS = ["$ref", ...CHOICES];

/** Marks a schema that counts without its choices. */
const BARE = new WeakMap<JsonObject, JsonObject>();

function schemaParts(document: JsonObject, schema: Step, bareBases: boolean): readonly Step[] {
  const parts = [...referenced(document, "schema", schema)];
  for (const keyword of CHOICES) {
    const list = member(schema.value, keyword);
    if (!isList(list)) continue;
    for (const [index, value] of list.entries()) {
      if (!isObject(value)) continue;
      const part: Step = { value, pointer: () => childPointer(schema.pointer(), keyword, index) };
      const [base] = keyword === "allOf" && bareBases ? referenced(document, "schema", part) : [];
      parts.push(base === undefined ? part : { value: bare(base.value), pointer: base.pointer });
    }
  }
  return parts;
}

function bare(schema: JsonObject): JsonObject {
  const known = BARE.get(schema);
  if (known !== undefined) return known;
  const { anyOf: _any, oneOf: _one, ...rest } = schema;
  BARE.set(schema, rest);
  return rest;
}

function referenced(document: JsonObject, kind: Kind, { value }: Step): readonly Step[] {
  const reference = referenceOf(kind, value);
  const target = reference === undefined ? undefined : targetOf(document, reference);
  return target !== undefined && isObject(target.value)
    ? [{ value: target.value, pointer: () => formatPointer(target.tokens) }]
    : [];
}

type Circle = readonly [string, ...string[]];

/**
 * Circles in a graph, each once, as the pointers on it. Depth first with a stack of its own: a chain of references may
 * be longer than the call stack is deep.
 */
function findCircles(starts: readonly Step[], parts: Parts): readonly Circle[] {
  const circles: Circle[] = [];
  const done = new Set<Json>();
  for (const start of starts) {
    if (done.has(start.value)) continue;
    const path: { at: Step; rest: Step[] }[] = [{ at: start, rest: [...parts(start)] }];
    const open = new Set<Json>([start.value]);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.rest.shift();
      if (next === undefined) {
        path.pop();
        open.delete(top.at.value);
        done.add(top.at.value);
      } else if (open.has(next.value)) {
        const from = path.findIndex(({ at: step }) => step.value === next.value);
        const [first = next.pointer(), ...others] = path.slice(from).map(({ at: step }) => step.pointer());
        circles.push([first, ...others]);
      } else if (!done.has(next.value)) {
        open.add(next.value);
        path.push({ at: next, rest: [...parts(next)] });
      }
    }
  }
  return circles;
}

/** The circle for a person: the names on it, and the first one again. */
function names(circle: Circle): string {
  const steps = circle.map((pointer) => {
    const tokens = parsePointer(pointer);
    return tokens[0] === "components" ? tokens[2] : pointer;
  });
  const distinct = steps.filter((step, index) => step !== steps[index - 1]);
  const shown = distinct.length > 8 ? [...distinct.slice(0, 7), "…"] : distinct;
  return [...shown, distinct[0]].join(" → ");
}
