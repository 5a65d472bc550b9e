import { isObject, type Rule } from "./redocly.ts";

/** Extension -> kind of node it belongs to. */
const places = new Map([
  ["x-env", "SecurityScheme"],
  ["x-idempotent", "Operation"],
  ["x-mock-resource", "Operation"],
  ["x-name", "Server"],
  ["x-pagination", "Operation"],
  ["x-sensitive", "Schema"],
]);

/** Extensions that are true or false; the others have rules of their own. */
const flags = new Set(["x-idempotent", "x-sensitive"]);

/** Kinds of node whose keys the provider chose: a property or a header may well be called `x-…`. */
const freelyKeyed = new Set(["SchemaProperties", "HeadersMap"]);

/** Only our own extensions, each in its place: whoever reads a document would pass over a misspelt one in silence. */
export const knownExtensions: Rule = () => {
  const servers = new Set<unknown>();
  return {
    any: {
      enter(node, { location, type, report }) {
        if (!isObject(node) || freelyKeyed.has(type.name)) return;
        for (const [name, value] of Object.entries(node)) {
          if (!name.startsWith("x-")) continue;
          const message = problem(name, value, type.name, servers);
          if (message !== undefined) report({ message, location: location.child([name]) });
        }
      },
    },
  };
};

/** @param servers - Names met so far. */
function problem(name: string, value: unknown, kind: string, servers: Set<unknown>): string | undefined {
  const place = places.get(name);
  if (place === undefined)
    return `\`${name}\` is not one of our extensions: ${[...places.keys()].join(", ")}.`;
  if (place !== kind) return `\`${name}\` belongs in a ${place}, found in a ${kind}.`;
  if (flags.has(name) && typeof value !== "boolean") {
    return `\`${name}\` is true or false, found ${JSON.stringify(value)}.`;
  }
  return name === "x-name" ? serverProblem(value, servers) : undefined;
}

function serverProblem(name: unknown, servers: Set<unknown>): string | undefined {
  if (typeof name !== "string" || !/^[a-z][a-z0-9]*$/.test(name)) {
    return `\`x-name\` is a word in lower case, found ${JSON.stringify(name)}.`;
  }
  if (servers.has(name)) return `Another server is called \`${name}\` already.`;
  servers.add(name);
  return undefined;
}
