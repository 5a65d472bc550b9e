import { oneLine } from "./words.ts";

/** Text of a document in Markdown: it stands as it is, and starts nothing, neither emphasis nor a mention of somebody. */
export function plainText(text: string): string {
  return escaped(oneLine(text)).replace(/^(?=[#>+-]|\d+[.)])/, "\\");
}

/** A sentence of ours in Markdown: in it commands stand between backticks, and packages are code as well. */
export function sentenceText(sentence: string): string {
  const parts = oneLine(sentence).split(/(`[^`]+`|@keysmith\/[\w-]+(?:@[\w.+-]*\w)?)/);
  return parts
    .map((part, index) => (index % 2 === 0 ? escaped(part) : inlineCode(part.replaceAll("`", ""))))
    .join("");
}

function escaped(text: string): string {
  return (
    text
      .replaceAll(/[\\`*]/g, "\\$&")
      .replaceAll(/&(?=#?\w+;)/g, "&amp;")
      // `<= 100` is no tag.
      .replaceAll(/<(?=[A-Za-z/!?])/g, "&lt;")
      // Within a word an underscore is one; brackets alone are no link.
      .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
      .replaceAll("](", "]\\(")
      .replaceAll("![", "!\\[")
      // GitHub looks for people and issues in what is shown, where an entity is the character: only a gap stops it.
      .replaceAll(/(?<=^|\W)@(?=\w)|#(?=\d)/g, "$&&#8203;")
  );
}

/** Code within a line, with as many backticks around it as it needs. */
export function inlineCode(text: string): string {
  const code = oneLine(text);
  const fence = "`".repeat(longestRun(code) + 1);
  const space = code.startsWith("`") || code.endsWith("`") ? " " : "";
  return `${fence}${space}${code}${space}${fence}`;
}

/** TypeScript in a fence that it cannot end. */
export function codeBlock(code: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(code) + 1));
  return `${fence}ts\n${code}\n${fence}`;
}

/** A line of Markdown as a cell of a table: there a bar ends the cell, in code as well. */
export function tableCell(markdown: string): string {
  return markdown.replaceAll("|", "\\|");
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
