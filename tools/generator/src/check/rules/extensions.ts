import { describe, member } from "../../load/json.ts";
import type { Kind } from "../../load/grammar.ts";
import { nearest } from "../../load/nearest.ts";
import type { Json } from "../../read/model.ts";
import { at, type Context } from "../context.ts";

interface Extension {
  readonly on: readonly Kind[];
  /** The same in words. */
  readonly place: string;
  /** Absent: a rule of its own judges the value. */
  readonly takes?: { readonly fits: (value: Json) => boolean; readonly words: string };
  /** What becomes of any other value. Default: nothing. */
  readonly otherwise?: string;
}

const flag = { fits: (value: Json) => typeof value === "boolean", words: "`true` or `false`" };

const variable = {
  fits: (value: Json) => typeof value === "string" && /^[A-Za-z_]\w*$/.test(value),
  words: "the name of an environment variable, such as `EXAMPLE_API_KEY`",
};

const word = {
  fits: (value: Json) => typeof value === "string" && /^[a-z][a-z0-9]*$/.test(value),
  words: "a word in lower case, such as `sandbox`",
};

/** Our extensions: where each has a meaning, and what it takes. Defined in specs/README.md. */
const OURS: ReadonlyMap<string, Extension> = new Map<string, Extension>([
  ["x-env", { on: ["securityScheme"], place: "a security scheme", takes: variable }],
  ["x-name", { on: ["server"], place: "a server", takes: word }],
  [
    "x-sensitive",
    {
      on: ["schema", "parameter", "header"],
      place: "a schema, a parameter or a header",
      takes: flag,
      // Whatever is meant by it, a secret too many hidden is better than one shown.
      otherwise: "is taken for `true`",
    },
  ],
  ["x-idempotent", { on: ["operation"], place: "an operation", takes: flag }],
  // For the mock, which judges it.
  ["x-mock-resource", { on: ["operation"], place: "an operation" }],
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
  "server",
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

/** What an extension is set to is something it takes. Others may mean other things by its name: then it is theirs. */
export function extensionValues({ nodes, warning }: Context): void {
  for (const [key, { on, takes, otherwise = "has no effect here" }] of OURS) {
    for (const node of on.flatMap(nodes)) {
      const value = member(node.value, key);
      if (value === undefined || takes === undefined || takes.fits(value)) continue;
      warning(at(node, key), `\`${key}\` ${otherwise}: expected ${takes.words}; found ${describe(value)}.`);
    }
  }
}
