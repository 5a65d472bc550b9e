import { oneLine } from "./words.ts";

/** Text of a document in Markdown: it stands as it is, and starts nothing, neither emphasis nor a mention of somebody. */
export function plainText(text: string): string {
  return (
    oneLine(text)
      .replaceAll(/[\\`*]/g, "\\$&")
      .replaceAll(/&(?=#?\w+;)/g, "&amp;")
      // `<= 100` is no tag.
      .replaceAll(/<(?=[A-Za-z/!?])/g, "&lt;")
      // Within a word an underscore is one; brackets alone are no link.
      .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
      .replaceAll("](", "]\\(")
      .replaceAll("![", "!\\[")
      .replaceAll(/(?<=^|\W)@(?=\w)/g, "&#64;")
      .replace(/^(?=[#>+-]|\d+[.)])/, "\\")
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
