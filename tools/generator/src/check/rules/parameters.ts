import { describe, isObject, listed, member } from "../../load/json.ts";
import { suggestion } from "../../load/nearest.ts";
import { childPointer } from "../../load/pointer.ts";
import { at, type Context } from "../context.ts";
import { entriesOf, textOf } from "../reading.ts";
import { readParameters } from "../routes.ts";

/** Where a parameter may travel, and how. */
const STYLES: ReadonlyMap<string, readonly string[]> = new Map([
  ["path", ["simple", "label", "matrix"]],
  ["query", ["form", "spaceDelimited", "pipeDelimited", "deepObject"]],
  ["header", ["simple"]],
  ["cookie", ["form"]],
]);

/** `in` is one of four, a path parameter is always required, and each location has its styles. */
export function parameterForm({ nodes, error }: Context): void {
  for (const node of nodes("parameter")) {
    const { value } = node;
    if (member(value, "$ref") !== undefined) continue;
    const location = textOf(value, "in");
    if (location === undefined) continue;
    const styles = STYLES.get(location);
    if (styles === undefined) {
      const places = [...STYLES.keys()];
      const advice =
        location === "body" || location === "formData" ? " Use `requestBody`." : suggestion(location, places);
      error(at(node, "in"), `\`in\` must be ${listed(places, "or")}; found ${describe(location)}.${advice}`);
      continue;
    }
    const required = member(value, "required");
    if (location === "path" && required !== true) {
      const place = required === undefined ? at(node) : at(node, "required");
      const found = required === undefined ? "nothing" : describe(required);
      error(
        place,
        `A path parameter must have \`required: true\`, since a path without it is another path; found ${found}.`,
      );
    }
    const style = textOf(value, "style");
    if (style !== undefined && !styles.includes(style)) {
      error(
        at(node, "style"),
        `\`style\` of a parameter in ${location} must be ${listed(styles, "or")}; found ${describe(style)}.${suggestion(style, styles)}`,
      );
    }
  }
}

/** Name and location identify a parameter; header names are the same in any case. */
export function uniqueParameters({ nodes, resolve, error, place }: Context): void {
  for (const node of [...nodes("pathItem"), ...nodes("operation")]) {
    const entries = member(node.value, "parameters");
    if (entries === undefined) continue;
    const seen = new Map<string, string>();
    for (const parameter of readParameters(resolve, entries, at(node, "parameters")).parameters) {
      const name = parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name;
      const first = seen.get(`${parameter.in} ${name}`);
      if (first === undefined) seen.set(`${parameter.in} ${name}`, parameter.pointer);
      else {
        const where = place(first);
        error(
          parameter.pointer,
          `The ${parameter.in} parameter \`${parameter.name}\` stands in this list already, on ${where}. Remove one.`,
        );
      }
    }
  }
}

/** A name under `components` becomes part of references. */
export function componentNames({ document, error }: Context): void {
  for (const [section, entries] of entriesOf(member(document, "components"))) {
    if (!isObject(entries)) continue;
    for (const name of Object.keys(entries)) {
      if (/^[A-Za-z0-9._-]+$/.test(name)) continue;
      error(
        childPointer("#/components", section, name),
        `\`${name}\` is no name for a component: expected letters, digits, dots, hyphens and underscores only.`,
      );
    }
  }
}
