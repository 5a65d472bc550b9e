import type { Json } from "../read/model.ts";
import { isList, isObject, member, type JsonObject } from "./json.ts";
import { nearest } from "./nearest.ts";
import { formatPointer, lookup, parseFragment, percentDecode, type Tokens } from "./pointer.ts";

/** The two halves of a `$ref`, or the sentence that refuses it. */
export type Reference =
  | {
      /** Relative path, percent-decoded; `undefined`: the file that holds the reference. */
      readonly path: string | undefined;
      readonly tokens: Tokens;
      readonly refused?: never;
    }
  | { readonly refused: string };

/** Takes a `$ref` apart. Only relative files and JSON pointers pass: a build must never depend on the network. */
export function parseReference(reference: string): Reference {
  const hash = reference.indexOf("#");
  const path = percentDecode(hash === -1 ? reference : reference.slice(0, hash));
  const fragment = hash === -1 ? "" : reference.slice(hash + 1);
  if (reference === "")
    return { refused: "`$ref` is empty. Expected a place such as `#/components/schemas/Key`." };
  if (/^([a-z][a-z\d+.-]+:|\/\/)/i.test(path)) {
    return {
      refused: `\`${reference}\` is a URL: references are read from disk only, so that the same document always gives the same result. Save the file below the document's folder and refer to it by its relative path. The \`$id\` of a schema is followed within the main file only.`,
    };
  }
  if (/^([/\\]|[a-z]:)/i.test(path)) {
    return {
      refused: `\`${reference}\` is an absolute path, which means another file on every machine. Use a path relative to this file.`,
    };
  }
  if (path.includes("\\")) {
    return {
      refused: `\`${reference}\` has a backslash. Separate folders with \`/\`, which works on every system.`,
    };
  }
  const tokens = parseFragment(fragment);
  if (tokens === undefined) {
    return {
      refused: `\`#${fragment}\` is neither a JSON pointer nor the \`$anchor\` of a schema in the main file: names are followed within that file only. Expected \`#/\` and the keys that lead to the target, such as \`#/components/schemas/Key\`.`,
    };
  }
  return { path: path === "" ? undefined : path, tokens };
}

/** Where a reference leads. */
export interface Target {
  readonly tokens: Tokens;
  readonly value: Json;
}

const targets = new WeakMap<JsonObject, Map<string, Target | undefined>>();

/**
 * What a reference of a document leads to within it; nothing where it leads elsewhere or nowhere. A document refers to
 * few places, and to most of them often: each is looked up once.
 */
export function targetOf(document: JsonObject, reference: string): Target | undefined {
  const known = targets.get(document) ?? new Map<string, Target | undefined>();
  targets.set(document, known);
  if (known.has(reference)) return known.get(reference);
  const parsed = parseReference(reference);
  const inside = parsed.refused === undefined && parsed.path === undefined;
  const found = inside ? lookup(document, parsed.tokens) : undefined;
  const target = inside && found?.found === true ? { tokens: parsed.tokens, value: found.value } : undefined;
  known.set(reference, target);
  return target;
}

/**
 * What to say about a `$ref` that leads nowhere in `document`: the last thing on the way that exists, what is missing
 * there, and what was probably meant.
 */
export function missingTarget(reference: string, document: Json, tokens: Tokens): string {
  const walked = lookup(document, tokens);
  if (walked.found) return "";
  const token = tokens[walked.depth] ?? "";
  const where = walked.depth === 0 ? "the document" : `\`${formatPointer(tokens.slice(0, walked.depth))}\``;
  const lack =
    isObject(walked.last) || isList(walked.last) ? `has no \`${token}\`` : "is neither an object nor a list";
  const meant = probableTarget(document, tokens, walked.depth, walked.last);
  const advice = meant === undefined ? " Add it, or correct the reference." : ` Did you mean \`${meant}\`?`;
  return `\`${reference}\` leads nowhere: ${where} ${lack}.${advice}`;
}

function probableTarget(document: Json, tokens: Tokens, depth: number, last: Json): string | undefined {
  const token = tokens[depth] ?? "";
  const similar = isObject(last) ? nearest(token, Object.keys(last)) : undefined;
  if (similar !== undefined) {
    const corrected = tokens.with(depth, similar);
    // Only a guess that leads somewhere helps: with two mistakes the second one is better left to its author.
    return lookup(document, corrected).found
      ? formatPointer(corrected)
      : formatPointer(corrected.slice(0, depth + 1));
  }
  // The right name in the wrong section, such as Swagger's `#/definitions/Key`.
  const name = tokens.at(-1) ?? "";
  for (const [section, entries] of Object.entries(componentsOf(document))) {
    if (member(entries, name) !== undefined) return formatPointer(["components", section, name]);
  }
  return undefined;
}

function componentsOf(document: Json): JsonObject {
  const components = member(document, "components");
  return isObject(components) ? components : {};
}

/**
 * A value of `discriminator.mapping` is the name of a schema or a reference; a plain name is a name first
 * (the specification says so). `undefined`: it is a name.
 */
export function mappingReference(value: string, schemas: Json | undefined): string | undefined {
  if (member(schemas, value) !== undefined) return undefined;
  return /[#/]|\.(ya?ml|json)$/i.test(value) ? value : undefined;
}
