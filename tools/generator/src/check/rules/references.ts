import { REFERENCE_KINDS, kindAt, sectionOf, type Kind } from "../../load/grammar.ts";
import { describe, isObject, member } from "../../load/json.ts";
import { lookup } from "../../load/pointer.ts";
import { missingTarget, parseReference } from "../../load/reference.ts";
import { at, type Context } from "../context.ts";

/** Every reference leads to something, and to something of its own kind. */
export function references(context: Context): void {
  for (const kind of REFERENCE_KINDS) {
    // A document refers to few things from many places.
    const judged = new Map<string, string | undefined>();
    for (const node of context.nodes(kind)) {
      const reference = member(node.value, "$ref");
      if (reference === undefined) continue;
      if (typeof reference !== "string") {
        // Of a schema, its keywords say so.
        if (kind !== "schema")
          context.error(at(node, "$ref"), `\`$ref\` must be a string; found ${describe(reference)}.`);
        continue;
      }
      if (!judged.has(reference)) judged.set(reference, judge(context, kind, reference));
      const message = judged.get(reference);
      if (message !== undefined) context.error(at(node, "$ref"), message);
    }
  }
}

function judge({ document }: Context, kind: Kind, reference: string): string | undefined {
  const parsed = parseReference(reference);
  if (parsed.refused !== undefined) return parsed.refused;
  const { tokens } = parsed;
  const target = lookup(document, tokens);
  if (!target.found) return missingTarget(reference, document, tokens);
  const wanted = `${nameOf(kind)}, as under \`#/components/${sectionOf(kind)}\``;
  const found = kindAt(tokens);
  if (found === "entries")
    return `\`${reference}\` leads to a collection: expected ${wanted}. Name one of its entries.`;
  if (found !== undefined && found !== kind)
    return `\`${reference}\` leads to ${nameOf(found)}: expected ${wanted}.`;
  if (isObject(target.value) || (kind === "schema" && typeof target.value === "boolean")) return undefined;
  return `\`${reference}\` leads to ${describe(target.value)}: expected ${wanted}.`;
}

/** `securityScheme` -> "a security scheme". */
function nameOf(kind: Kind): string {
  if (kind === "document") return "the document itself";
  const words = kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  if (words.endsWith("s")) return `\`${kind}\``;
  return /^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`;
}
