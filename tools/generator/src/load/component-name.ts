import { basename } from "node:path";
import type { Tokens } from "./pointer.ts";

/** Objects whose keys are names somebody chose, so that the last token of a pointer says enough. */
const CONTAINER =
  /^(schemas|responses|parameters|examples|requestBodies|headers|securitySchemes|links|callbacks|definitions|\$defs)$/;

/**
 * Name under `components` for what `tokens` lead to in a file: the name it has there, or the file's own when it is the
 * whole file. Taken already: the file's name goes in front; still taken: a number at the end.
 */
export function componentName(path: string, tokens: Tokens, taken: ReadonlySet<string>): string {
  const file = basename(path).replace(/\.[^.]*$/, "");
  const named = tokens.length === 1 || CONTAINER.test(tokens.at(-2) ?? "");
  const wanted = named ? (tokens.at(-1) ?? file) : [file, ...tokens].join("_");
  const name = componentKey(wanted);
  if (!taken.has(name)) return name;
  const longer = tokens.length === 0 ? name : componentKey(`${file}_${wanted}`);
  let unique = longer;
  for (let number = 2; taken.has(unique); number++) unique = `${longer}_${number}`;
  return unique;
}

/** OpenAPI allows only these characters in names under `components`. */
function componentKey(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, "_").replace(/^_+|_+$/g, "") || "component";
}
