import { describe, member } from "../../load/json.ts";
import type { Kind } from "../../load/grammar.ts";
import { nearest } from "../../load/nearest.ts";
import { at, type Context } from "../context.ts";

/** Our extensions: where each has a meaning, and what it takes. Defined in specs/README.md. */
const OURS: ReadonlyMap<string, { readonly on: readonly Kind[]; readonly place: string }> = new Map([
  ["x-env", { on: ["securityScheme"], place: "a security scheme" }],
  ["x-sensitive", { on: ["schema", "parameter", "header"], place: "a schema, a parameter or a header" }],
  ["x-idempotent", { on: ["operation"], place: "an operation" }],
  ["x-pagination", { on: ["operation"], place: "an operation" }],
]);

const KINDS: readonly Kind[] = [
  "document",
  "pathItem",
  "operation",
  "parameter",
  "requestBody",
  "response",
  "header",
  "mediaType",
  "securityScheme",
  "schema",
];

/** Ours in the wrong place or nearly ours would be passed over in silence; all other `x-` are anybody's. */
export function extensionPlaces({ nodes, warning }: Context): void {
  for (const kind of KINDS) {
    for (const node of nodes(kind)) {
      for (const key of Object.keys(node.value)) {
        if (!key.startsWith("x-")) continue;
        const ours = OURS.get(key);
        if (ours === undefined) {
          const meant = nearest(
            key.slice(2),
            [...OURS.keys()].map((name) => name.slice(2)),
          );
          if (meant !== undefined)
            warning(at(node, key), `\`${key}\` has no effect. Did you mean \`x-${meant}\`?`);
        } else if (!ours.on.includes(kind)) {
          warning(at(node, key), `\`${key}\` has no effect here: it belongs on ${ours.place}.`);
        }
      }
    }
  }
}

/** `x-sensitive` and `x-idempotent` are yes or no; `x-env` names an environment variable. */
export function extensionValues({ nodes, error }: Context): void {
  for (const [key, { on }] of OURS) {
    if (key === "x-pagination") continue;
    for (const node of on.flatMap(nodes)) {
      const value = member(node.value, key);
      if (value === undefined) continue;
      if (key !== "x-env") {
        if (typeof value !== "boolean")
          error(at(node, key), `\`${key}\` must be \`true\` or \`false\`; found ${describe(value)}.`);
      } else if (typeof value !== "string" || !/^[A-Za-z_]\w*$/.test(value)) {
        error(
          at(node, key),
          `\`x-env\` must be the name of an environment variable, such as \`EXAMPLE_API_KEY\`; found ${describe(value)}.`,
        );
      }
    }
  }
}
