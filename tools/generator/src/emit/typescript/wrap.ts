/**
 * Markdown as lines of at most `width` columns where Markdown allows it.
 *
 * Lines are broken, never joined, so lists, tables and hard breaks keep their meaning. Fenced and indented code, tables
 * and headings are left as they are, and no break puts a word first that would start a list, a quote or a heading.
 */
export function wrapMarkdown(markdown: string, width: number): readonly string[] {
  const wrapped: string[] = [];
  let fence: string | undefined;
  for (const line of trimBlankLines(markdown.split("\n"))) {
    const mark = /^\s*(```|~~~)/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || fence === mark))
      fence = fence === undefined ? mark : undefined;
    const fixed =
      fence !== undefined || mark !== undefined || line.length <= width || /^(?: {4}|\s*[|#])/.test(line);
    wrapped.push(...(fixed ? [line] : wrapLine(line, width)));
  }
  return wrapped;
}

function trimBlankLines(lines: readonly string[]): readonly string[] {
  const trimmed = lines.map((line) => line.trimEnd());
  const first = trimmed.findIndex((line) => line !== "");
  return first === -1 ? [] : trimmed.slice(first, trimmed.findLastIndex((line) => line !== "") + 1);
}

function wrapLine(line: string, width: number): readonly string[] {
  const start = /^\s*(?:(?:[-*+>]|\d+[.)])\s+)*/.exec(line)?.[0] ?? "";
  const indent = start.includes(">") ? start : " ".repeat(start.length);
  const lines: string[] = [];
  let current = start;
  for (const word of words(line.slice(start.length))) {
    const filled = current.length > start.length;
    if (filled && current.length + 1 + word.length > width && !startsBlock(word)) {
      lines.push(current);
      current = indent + word;
    } else {
      current += filled ? ` ${word}` : word;
    }
  }
  return [...lines, current];
}

/** A code span is one word: broken over lines it would be shown with other spaces. */
function words(text: string): readonly string[] {
  return text.match(/(?:`[^`]+`|\S)+/g) ?? [];
}

/** Words that mean something else at the start of a line. */
function startsBlock(word: string): boolean {
  return /^(?:[-+*>#=|~@]|```|\d+[.)])/.test(word);
}
