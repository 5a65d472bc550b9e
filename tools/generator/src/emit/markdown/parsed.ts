import type { BlockContent, PhrasingContent, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown, gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import { gfm } from "micromark-extension-gfm";
import { alertIn, alertWord } from "./alert.ts";
import { lineBreak, tame } from "./tame.ts";
import type { Markdown } from "./markdown.ts";

/** Markdown of a document as blocks that fit into any page. */
export function parsedBlocks(text: string): Markdown | undefined {
  return print(parse(text));
}

/** The same on one line, its blocks separated by line breaks. */
export function parsedLine(text: string): Markdown | undefined {
  const printed = print([{ type: "paragraph", children: flatten(parse(text)) }]);
  return printed && { markdown: printed.markdown.replaceAll(/(?<!\s)\s*\n\s*/g, " ") };
}

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
      return withAlertWord(flatten(node.children));
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

function withAlertWord(phrases: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...others] = phrases;
  const alert = first?.type === "html" ? alertIn(first.value) : undefined;
  if (alert === undefined) return [...phrases];
  return [{ type: "strong", children: [textNode(alertWord(alert))] }, ...others];
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
