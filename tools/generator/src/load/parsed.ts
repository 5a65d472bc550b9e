import type { Json } from "../read/model.ts";
import type { Tokens } from "./pointer.ts";

/** Something wrong with a text, found before there is a document to point into. */
export interface Fault {
  /** Index into the text. */
  readonly offset: number;
  /** Where it stands in the document, as far as that is known. */
  readonly pointer: string;
  readonly message: string;
}

/** What became of a text: its value, or everything wrong with it. */
export type Parsed =
  | { readonly data: Json; readonly faults?: never }
  | { readonly data?: never; readonly faults: readonly Fault[] };

/** Finds the key (or list item) that tokens lead to, or the nearest thing above it that exists. */
export type Locator = (tokens: Tokens) => { readonly offset: number; readonly exact: boolean };

/** Levels of objects and lists; no honest document comes near it, and recursive readers survive it. */
export const MAX_DEPTH = 256;

/** The sentence about {@link MAX_DEPTH}, the same for YAML and JSON. */
export const TOO_DEEP = `Nested too deeply: expected at most ${MAX_DEPTH} levels of objects and lists. Move inner parts to \`components\` and refer to them.`;

/** Characters of one text; pictures in descriptions reach a tenth of it. */
export const MAX_TEXT = 2_000_000;

/** The sentence about {@link MAX_TEXT}, the same for YAML and JSON. */
export const TOO_LONG = `This text has more than ${MAX_TEXT} characters. Shorten it, or put it into a file of its own and link to it.`;

/** The sentence about a key used twice in one object, the same for YAML and JSON. */
export function duplicateKey(key: string, firstLine: number): string {
  return `\`${key}\` is used twice in one object, first on line ${firstLine}; one of them would be lost. Remove or rename one.`;
}
