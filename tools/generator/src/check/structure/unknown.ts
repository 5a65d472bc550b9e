import type { ErrorObject } from "ajv/dist/2020.js";
import { listed } from "../../load/json.ts";
import type { JsonObject } from "../../load/json.ts";
import { nearest } from "../../load/nearest.ts";
import { childPointer } from "../../load/pointer.ts";
import type { Json } from "../../read/model.ts";
import type { Explanation } from "./explain.ts";
import { knownNames, objectName } from "./objects.ts";

/** An unknown property, and the known one that was probably meant. */
export interface Unknown extends Explanation {
  readonly parent: string;
  readonly meant: string | undefined;
}

/**
 * Explains a property that does not belong where it stands; `undefined` when it does, and is only refused because
 * something else about its object is wrong.
 */
export function explainUnknown(
  error: ErrorObject,
  root: JsonObject,
  onlyError: boolean,
): Unknown | undefined {
  const params: Readonly<Record<string, unknown>> = error.params;
  const name = String(params["additionalProperty"] ?? params["unevaluatedProperty"]);
  const schema = error.parentSchema as Json | undefined;
  const known = knownNames(schema, root);
  if (known.has(name) && !onlyError) return undefined;
  const parent = `#${error.instancePath}`;
  const object = objectName(schema, parent);
  const meant = known.has(name) || name.startsWith("$") ? undefined : nearest(name, known);
  return {
    parent,
    pointer: childPointer(parent, name),
    message: sentence(name, object, known, meant),
    meant,
  };
}

function sentence(
  name: string,
  object: string,
  known: ReadonlySet<string>,
  meant: string | undefined,
): string {
  if (name === "$ref") {
    return `The ${object} cannot be a reference. References are allowed for schemas, parameters, bodies, responses, headers, examples, links, callbacks, security schemes and path items: refer to those.`;
  }
  if (name === "<<") {
    return "`<<` merges keys in YAML 1.1 only; OpenAPI is YAML 1.2, where it is a key like any other. Write the keys out.";
  }
  if (object === "Paths Object") return `A path begins with \`/\`; found \`${name}\`. Write \`/${name}\`.`;
  if (object === "Responses Object") {
    return `\`${name}\` is no status. Expected 100 to 599, a range such as \`4XX\`, or \`default\`.`;
  }
  if (known.has(name)) return `\`${name}\` does not go together with the rest of this ${object}. Remove it.`;
  const advice =
    meant === undefined
      ? ` Expected ${listed([...known], "or")}, or an extension that begins with \`x-\`.`
      : ` Did you mean \`${meant}\`?`;
  return `\`${name}\` is unknown ${object === "object" ? "here" : `in the ${object}`}.${advice}`;
}
