import type { BlockContent, PhrasingContent, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown, gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import { gfm } from "micromark-extension-gfm";
import { withoutHtml } from "./html.ts";
import { blocks, join, line, type Markdown, visible } from "./markdown.ts";
import { isPlain, pieces } from "./plain.ts";
import { lineBreak, tame } from "./tame.ts";

/** A description (OpenAPI writes them in Markdown) as blocks that fit into any page: what it opens it also closes. */
export function prose(description: string | undefined): Markdown | undefined {
  return blocks(...pieces(written(description)).map(asBlocks));
}

/** A description on one line, for table cells and list items; its blocks are separated by line breaks. */
export function phrase(description: string | undefined): Markdown | undefined {
  return join(pieces(written(description)).map(asLine), "<br>");
}

function written(description = ""): string {
  return withoutHtml(visible(description)).trim();
}

const asBlocks = once((piece) => {
  if (isPlain(piece)) return { markdown: piece };
  return readable(piece, () => print(parse(piece)));
});

const asLine = once((piece) => {
  if (isPlain(piece)) return { markdown: piece.replaceAll("\n", " ") };
  const printed = readable(piece, () => print([{ type: "paragraph", children: flatten(parse(piece)) }]));
  return printed && { markdown: printed.markdown.replaceAll(/\s*\n\s*/g, " ") };
});

/** What Markdown nobody wrote would cost a reader of it for ever, or all of its stack, is shown as plain text. */
function readable(text: string, read: () => Markdown | undefined): Markdown | undefined {
  const brackets = text.match(/[[\]]/g) ?? [];
  const ticks = text.match(/`+/g) ?? [];
  const lengths = new Set(ticks.map((run) => run.length));
  const costly = brackets.length > mostBrackets || ticks.length > mostTicks || lengths.size > mostLengths;
  if (costly || emphasis(text) > mostEmphasis || nested.test(text)) return line`${text}`;
  try {
    return read();
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
const mark = /\*+|(?<![A-Za-z0-9_])_+|_+(?![A-Za-z0-9_])/g;
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

function parse(text: string): readonly BlockContent[] {
  return tame(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
}

function print(children: readonly BlockContent[]): Markdown | undefined {
  const text = toMarkdown(
    { type: "root", children: [...children] },
    { bullet: "-", listItemIndent: "one", extensions: [gfmToMarkdown({ tablePipeAlign: false })] },
  ).trim();
  return text === "" ? undefined : { markdown: text };
}

/** What the blocks say, one after the other. */
function flatten(nodes: readonly RootContent[]): PhrasingContent[] {
  return separated(nodes.map(flattenBlock), lineBreak);
}

function flattenBlock(node: RootContent): PhrasingContent[] {
  switch (node.type) {
    case "paragraph":
      return node.children;
    case "blockquote":
      return flatten(node.children);
    case "list": {
      const bullet = (index: number): string =>
        node.ordered === true ? `${(node.start ?? 1) + index}. ` : "• ";
      const items = node.children.map((item, index) => [textNode(bullet(index)), ...flatten(item.children)]);
      return separated(items, lineBreak);
    }
    case "code":
      return [{ type: "inlineCode", value: node.value.replaceAll(/\s+/g, " ").trim() }];
    case "table": {
      const rows = node.children.map((row) => {
        const cells = row.children.map((cell) => cell.children);
        return separated(cells, textNode(" · "));
      });
      return separated(rows, lineBreak);
    }
    default:
      return [];
  }
}

function textNode(value: string): PhrasingContent {
  return { type: "text", value };
}

function separated(groups: readonly PhrasingContent[][], separator: PhrasingContent): PhrasingContent[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group) => [separator].concat(group))
    .slice(1);
}
