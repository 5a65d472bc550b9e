import type { ExternalDocs } from "../../read/model.ts";
import { withoutHtml } from "./html.ts";
import { blocks, join, line, type Markdown, visible, webLink } from "./markdown.ts";
import { parsedBlocks, parsedLine } from "./parsed.ts";
import { pieces, plain } from "./plain.ts";

/** A description (OpenAPI writes them in Markdown) as blocks that fit into any page: what it opens it also closes. */
export function prose(description: string | undefined): Markdown | undefined {
  return blocks(...pieces(written(description)).map(asBlocks));
}

/** Where more is said. */
export function seeText(docs: ExternalDocs | undefined): Markdown | undefined {
  return docs && line`See ${webLink(docs.description ?? docs.url, docs.url)}.`;
}

/** A description on one line, for table cells and list items; its blocks are separated by line breaks. */
export function phrase(description: string | undefined): Markdown | undefined {
  return join(pieces(written(description)).map(asLine), "<br>");
}

/** What a description says first. */
export function firstParagraph(description: string | undefined): string | undefined {
  return description?.trim().split(/\n\s*\n/)[0];
}

function written(description = ""): string {
  return withoutHtml(visible(description)).trim();
}

const asBlocks = once((piece) => {
  const known = plain(piece);
  return known ? { markdown: known.blocks } : readable(piece, parsedBlocks);
});

const asLine = once((piece) => {
  const known = plain(piece);
  return known ? { markdown: known.line } : readable(piece, parsedLine);
});

/** What Markdown nobody wrote would cost a reader of it for ever, or all of its stack, is shown as plain text. */
function readable(text: string, read: (text: string) => Markdown | undefined): Markdown | undefined {
  const brackets = text.match(/[[\]]/g) ?? [];
  const ticks = text.match(/`+/g) ?? [];
  const lengths = new Set(ticks.map((run) => run.length));
  const costly = brackets.length > mostBrackets || ticks.length > mostTicks || lengths.size > mostLengths;
  if (costly || emphasis(text) > mostEmphasis || nested.test(text)) return line`${text}`;
  try {
    return read(text);
  } catch (error) {
    if (error instanceof RangeError) return line`${text}`;
    throw error;
  }
}

/** Open brackets are looked at again by each that follows, and code spans one by one in a list of all. */
const mostBrackets = 2000;
const mostTicks = 10_000;

/** Each run of backticks is looked for up to the end of the text, unless one as long was looked for in vain. */
const mostLengths = 20;

/** What may end an emphasis is compared with all in its paragraph that may begin one: so many comparisons. */
function emphasis(text: string): number {
  const marks = text.split(/\n[ \t]*\n/).map((paragraph) => paragraph.match(mark)?.length ?? 0);
  return marks.reduce((sum, count) => sum + count * count, 0);
}

/** Not what stands within a word, such as `api_key`. */
const mark = /\*+|(?<![A-Za-z0-9_])_+|(?<!_)_+(?![A-Za-z0-9_])/g;
const mostEmphasis = 1000 ** 2;

/** Quotes and lists inside one another. */
const nested = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){33}/m;

/** A large document says the same of a parameter or a model hundreds of times: each piece is parsed once. */
function once(make: (piece: string) => Markdown | undefined): (piece: string) => Markdown | undefined {
  const made = new Map<string, { readonly markdown: Markdown | undefined }>();
  return (piece) => {
    const known = made.get(piece) ?? { markdown: make(piece) };
    if (made.size >= mostKept) made.clear();
    made.set(piece, known);
    return known.markdown;
  };
}

const mostKept = 10_000;
