import { withoutHtml } from "../markdown/html.ts";
import { wrapMarkdown } from "./wrap.ts";

/** What a doc comment says, in order; nothing in it can end the comment or become a tag by accident. */
export type DocComment = readonly DocBlock[];

export type DocBlock =
  /** Markdown, from the document or our own. */
  | { readonly kind: "text"; readonly text: string }
  /** A block tag with text: `@default`, `@deprecated`, `@see`, … */
  | { readonly kind: "tag"; readonly tag: string; readonly text: string }
  /** A block tag with TypeScript: `@example`, `@default`. In a fence, or where `inline` and short enough beside its tag. */
  | { readonly kind: "code"; readonly tag: string; readonly code: string; readonly inline: boolean };

/** Columns of text in a doc comment; wider source lines are wrapped. */
const width = 100;

/**
 * The one way text of a document enters a doc comment.
 *
 * @returns `/** … *\/`, on one line where it fits; the empty string when there is nothing to say.
 */
export function comment(doc: DocComment): string {
  const lines: string[] = [];
  let previous: DocBlock | undefined;
  for (const block of doc) {
    const more = blockLines(block);
    if (more.length === 0) continue;
    if (separated(previous, block)) lines.push("");
    lines.push(...more);
    previous = block;
  }
  const [only] = lines;
  if (only === undefined) return "";
  if (lines.length === 1 && only.length <= width) return `/** ${only} */`;
  return ["/**", ...lines.map((line) => (line === "" ? " *" : ` * ${line}`)), " */"].join("\n");
}

/** A doc comment above the code it documents; the code alone when there is nothing to say. */
export function documented(doc: DocComment, code: string): string {
  const block = comment(doc);
  return block === "" ? code : `${block}\n${code}`;
}

/** A `//` comment; text of any shape stays on its line. */
export function lineComment(text: string): string {
  return `// ${plain(text).replaceAll(/\s+/g, " ").trim()}`;
}

/** Text as it may stand in a doc comment that somebody else frames, which puts ` * ` in front of its lines. */
export function commentText(text: string): string {
  if (harmless.test(text)) return text;
  return plain(withoutHtml(text))
    .split("\n")
    .map((line) => closed(untagged(line)))
    .join("\n");
}

/** ASCII that is no tag, no HTML and no end of a comment. */
const harmless = /^(?:[\n -.0-;=>?A-~]|(?<!\*)\/)*$/;

/** Markdown as a block of a doc comment; nothing when there is no text. */
export function prose(markdown: string | undefined): DocComment {
  const text = withoutHtml(markdown ?? "");
  return text.trim() === "" ? [] : [{ kind: "text", text }];
}

/** A block tag as part of a doc comment. */
export function blockTag(name: string, content = ""): DocComment {
  return [{ kind: "tag", tag: name, text: content }];
}

/** A fenced TypeScript example. */
export function example(code: string): DocComment {
  return [{ kind: "code", tag: "example", code, inline: false }];
}

/** A literal beside its tag: `@default 500`. */
export function literalTag(name: "default" | "example", code: string): DocComment {
  return [{ kind: "code", tag: name, code, inline: true }];
}

/** Tags stand together; prose and fences have air around them. */
function separated(previous: DocBlock | undefined, block: DocBlock): boolean {
  if (previous === undefined) return false;
  return !isShort(previous) || !isShort(block);
}

function isShort(block: DocBlock): boolean {
  return block.kind === "tag" || (block.kind === "code" && isInline(block));
}

function isInline(block: DocBlock & { readonly kind: "code" }): boolean {
  return block.inline && !block.code.includes("\n") && block.tag.length + block.code.length + 2 <= width;
}

function blockLines(block: DocBlock): readonly string[] {
  switch (block.kind) {
    case "text":
      return proseLines(block.text);
    case "tag":
      return tagLines(block.tag, proseLines(block.text));
    case "code":
      return isInline(block)
        ? [`@${block.tag} ${codeLine(block.code)}`]
        : [`@${block.tag}`, "```ts", ...plain(block.code).split("\n").map(codeLine), "```"];
    default:
      return block satisfies never;
  }
}

function tagLines(name: string, lines: readonly string[]): readonly string[] {
  const [first, ...rest] = lines;
  return first === undefined
    ? [`@${name}`]
    : [`@${name} ${first}`, ...rest.map((line) => (line === "" ? "" : `  ${line}`))];
}

function proseLines(markdown: string): readonly string[] {
  return wrapMarkdown(plain(markdown), width).map((line) => closed(untagged(line)));
}

/** No line break but `\n`; no control, surrogate half or bidirectional override that would garble the source. */
function plain(source: string): string {
  if (printable.test(source)) return source;
  return source
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replaceAll(/(?!\n)\p{Cc}/gu, " ")
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replaceAll(/\p{Surrogate}/gu, "\ufffd");
}

/** Nothing but lines of ASCII, as nearly all texts. */
const printable = /^[\n -~]*$/;

/**
 * TypeScript takes an `@` for a tag where a line begins and after a space, even within backticks. That includes
 * `@ts-ignore`, which is obeyed inside comments. Markdown reads the escape as the bare character.
 */
function untagged(line: string): string {
  return line.includes("@") ? line.replaceAll(/(?<=^|\s)@/g, String.raw`\@`) : line;
}

/** An `@` after a space ends an example for editors; in code it can only stand in a string, where `\x40` is the same. */
function codeLine(line: string): string {
  return closed(line.replaceAll(/(?<=^|\s)@/g, "\\x40"));
}

/** `*\/` ends a comment wherever it stands; with a backslash it reads the same in Markdown and in string literals. */
function closed(line: string): string {
  return line.replaceAll("*/", "*\\/");
}
