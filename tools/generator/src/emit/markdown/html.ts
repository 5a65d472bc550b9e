import { code } from "./markdown.ts";

/**
 * A description with the HTML that people write in place of Markdown as Markdown: one document in four is written so. All
 * other tags stay as they are, and are shown as text; nothing is trusted for having been converted.
 */
export function withoutHtml(text: string): string {
  if (!TAGS.test(text)) return text;
  return outsideCode(outsideCode(text, withCode), converted);
}

/** What is code already means its tags. */
function outsideCode(text: string, convert: (text: string) => string): string {
  const pieces = text.split(CODE);
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : convert(piece))).join("");
}

const TAGS = /<\/?(?:a|b|br|code|div|em|font|h[1-6]|i|important|li|note|ol|p|span|strong|tt|ul)\b/i;

const CODE = /(^```[^]*?^```|`[^`\n]+`)/m;

function withCode(text: string): string {
  return text.replaceAll(/<(code|tt)>([^]{1,500}?)<\/\1>/gi, (_, _tag, inner: string) => codeOf(inner));
}

function converted(text: string): string {
  return text
    .replaceAll(/<\/?(?:span|font)(?: [^<>]{0,200})?>/gi, "")
    .replaceAll(LINK, (_, address: string, inner: string) => linkOf(address, inner))
    .replaceAll(/<(b|strong)>([^<>]{1,500})<\/\1>/gi, (_, _tag, inner: string) => marked("**", inner))
    .replaceAll(/<(i|em)>([^<>]{1,500})<\/\1>/gi, (_, _tag, inner: string) => marked("*", inner))
    .replaceAll(/<h[1-6]>([^<>]{1,200})<\/h[1-6]>/gi, (_, inner: string) => `\n\n${marked("**", inner)}\n\n`)
    .replaceAll(/\s{0,40}<li>\s{0,40}(?:<p>\s{0,40})?/gi, "\n- ")
    .replaceAll(/(?:\s{0,40}<\/p>)?\s{0,40}<\/li>/gi, "")
    .replaceAll(BLOCK, "\n\n")
    .replaceAll(/^[ \t]{0,40}(?:<br ?\/?>[ \t]{0,40}){1,9}$/gim, "\n");
}

const LINK = /<a (?:[^<>]{0,200} )?href="([^\s<>"()]{1,500})"[^<>]{0,200}>([^<>]{1,500})<\/a>/gi;

/** Indentation around it would make code of what follows. */
const BLOCK = /\s{0,40}<\/?(?:div|important|note|ol|p|ul)(?: [^<>]{0,200})?>\s{0,40}/gi;

function codeOf(inner: string): string {
  const shown = entities(inner.replaceAll(/<[^<>]{0,500}>/g, ""))
    .replaceAll(/\s+/g, " ")
    .trim();
  return shown === "" ? "" : code(shown).markdown;
}

function linkOf(address: string, inner: string): string {
  const label = inner.trim();
  return around(inner, /[[\]\\]/.test(label) || label === "" ? label : `[${label}](${entities(address)})`);
}

/** Strong or emphatic, where Markdown takes the marks for that whatever stands around them. */
function marked(mark: string, inner: string): string {
  const words = inner.trim();
  return around(inner, /^[\p{L}\p{N}][^*\n]*[\p{L}\p{N}]$/u.test(words) ? mark + words + mark : words);
}

/** Spaces within a tag are spaces around what it becomes. */
function around(inner: string, text: string): string {
  return (/^\s/.test(inner) ? " " : "") + text + (/\s$/.test(inner) ? " " : "");
}

function entities(text: string): string {
  return text.replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => CHARACTERS.get(name) ?? "");
}

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["#39", "'"],
  ["amp", "&"],
]);
