import { describe, isObject, listed, member, type JsonObject } from "../../load/json.ts";
import { nearest, suggestion } from "../../load/nearest.ts";
import { childPointer } from "../../load/pointer.ts";
import type { Json } from "../../read/model.ts";
import type { Context } from "../context.ts";
import { entriesOf, textOf, type Located } from "../reading.ts";
import type { Route } from "../routes.ts";
import { schemaAt } from "./schema-at.ts";

interface Style {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

const STYLES: ReadonlyMap<string, Style> = new Map([
  ["page", { required: ["parameter", "items"], optional: ["first", "limit", "total"] }],
  ["offset", { required: ["parameter", "items"], optional: ["limit", "total"] }],
  ["cursor", { required: ["parameter", "items", "next"], optional: [] }],
  ["link", { required: ["items"], optional: [] }],
]);

/** What a place in the answer has to hold. */
const PLACES: ReadonlyMap<string, { readonly types: readonly string[]; readonly what: string }> = new Map([
  ["items", { types: ["array"], what: "a list" }],
  ["total", { types: ["integer", "number"], what: "a number" }],
  ["next", { types: ["string", "integer", "number"], what: "a text" }],
]);

/**
 * `x-pagination` is complete, and what it names is there. Defined in specs/README.md. Without a style of ours it is somebody
 * else's, and has no effect.
 */
export function pagination(context: Context): void {
  for (const route of context.routes) {
    const value = member(route.operation.value, "x-pagination");
    if (value === undefined) continue;
    const pointer = childPointer(route.operation.pointer, "x-pagination");
    if (!isObject(value)) {
      const expected = "expected an object with `style`";
      context.warning(pointer, `\`x-pagination\` has no effect here: ${expected}; found ${describe(value)}.`);
      continue;
    }
    const style = textOf(value, "style");
    const form = style === undefined ? undefined : STYLES.get(style);
    if (style === undefined || form === undefined) {
      const place = member(value, "style") === undefined ? pointer : childPointer(pointer, "style");
      const found = describe(member(value, "style"));
      const expected = `expected \`style\` to be ${listed([...STYLES.keys()], "or")}`;
      context.warning(
        place,
        `\`x-pagination\` has no effect here: ${expected}; found ${found}.${suggestion(style ?? "", STYLES.keys())}`,
      );
      continue;
    }
    members(context, value, pointer, style, form);
    parameters(context, route, value, pointer);
    places(context, route, value, pointer);
  }
}

function members({ error }: Context, value: JsonObject, pointer: string, style: string, form: Style): void {
  const known = ["style", ...form.required, ...form.optional];
  const keys = Object.keys(value);
  const misspelt = keys
    .filter((key) => !known.includes(key))
    .map((key) => ({ key, meant: nearest(key, known) }));
  for (const { key, meant } of misspelt) {
    const advice = meant === undefined ? ` Expected ${listed(known, "or")}.` : ` Did you mean \`${meant}\`?`;
    error(
      childPointer(pointer, key),
      `\`${key}\` is unknown in \`x-pagination\` of style \`${style}\`.${advice}`,
    );
  }
  for (const name of form.required) {
    if (keys.includes(name) || misspelt.some(({ meant }) => meant === name)) continue;
    error(pointer, `\`${name}\` is missing in \`x-pagination\` of style \`${style}\`.`);
  }
  const first = member(value, "first");
  if (first !== undefined && first !== 0 && first !== 1) {
    error(
      childPointer(pointer, "first"),
      `\`first\` is the number of the first page: expected 0 or 1, found ${describe(first)}.`,
    );
  }
}

function parameters({ error }: Context, route: Route, value: JsonObject, pointer: string): void {
  const names = route.parameters.flatMap((list) =>
    list.parameters.filter((one) => one.in === "query").map(({ name }) => name),
  );
  const complete = route.parameters.every((list) => list.complete);
  for (const key of ["parameter", "limit"]) {
    const name = member(value, key);
    if (name === undefined || (typeof name === "string" && names.includes(name))) continue;
    if (typeof name === "string" && !complete) continue;
    const meant = typeof name === "string" ? suggestion(name, names) : "";
    const found =
      typeof name === "string" ? `the operation has ${listed(names, "and")}` : `found ${describe(name)}`;
    error(
      childPointer(pointer, key),
      `\`${key}\` must name a query parameter of the operation, and \`${String(name)}\` is none: ${found}.${meant}`,
    );
  }
}

function places(context: Context, route: Route, value: JsonObject, pointer: string): void {
  const answer = jsonAnswer(context, route.operation);
  if (answer === "none") {
    context.error(
      pointer,
      "`x-pagination` needs a 2xx answer with JSON; the operation has none. Describe one, or remove it.",
    );
  }
  for (const [key, { types, what }] of PLACES) {
    const place = member(value, key);
    if (place === undefined) continue;
    const at = childPointer(pointer, key);
    if (typeof place !== "string" || !/^(\/.*)?$/s.test(place)) {
      context.error(
        at,
        `\`${key}\` must be a JSON pointer into the answer, such as \`/data\`; found ${describe(place)}.`,
      );
    } else if (typeof answer === "object") {
      const found = schemaAt(context, answer, place);
      if (found.missing !== undefined) {
        context.error(at, `\`${place}\` leads nowhere in the answer: ${found.missing}`);
      } else if (found.types !== undefined && !found.types.some((type) => types.includes(type))) {
        context.error(
          at,
          `\`${key}\` must lead to ${what}; \`${place}\` is of type ${found.types.join(" or ")}.`,
        );
      }
    }
  }
}

/** Schema of the first JSON answer of success; `unknown` when its description cannot be read. */
function jsonAnswer({ resolve }: Context, operation: Located): Located | "none" | "unknown" {
  for (const [status, response] of entriesOf(member(operation.value, "responses"))) {
    if (!/^2(\d\d|XX)$/i.test(status)) continue;
    const located = resolve("response", response, childPointer(operation.pointer, "responses", status));
    if (located === undefined) return "unknown";
    for (const [mediaType, media] of Object.entries(member(located.value, "content") ?? {}) as [
      string,
      Json,
    ][]) {
      if (!/^[^;]*[/+]json\s*(;|$)/i.test(mediaType)) continue;
      const schema = member(media, "schema");
      return isObject(schema)
        ? { value: schema, pointer: childPointer(located.pointer, "content", mediaType, "schema") }
        : "unknown";
    }
  }
  return "none";
}
