/**
 * Breaks text into lines of at most `width` characters: between words, else after a separator, else anywhere. Nothing is
 * cut off, so that a place or the name of a rule can still be copied.
 */
export function wrap(text: string, width: number): string {
  return text
    .split("\n")
    .flatMap((line) => wrapLine(line, width))
    .join("\n");
}

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const end = breakAt(rest, width);
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest];
}

function breakAt(text: string, width: number): number {
  const space = text.lastIndexOf(" ", width);
  if (space > 0) return space;
  const separator = [...text.slice(0, width).matchAll(/[/:_|-]/g)].at(-1);
  return separator === undefined ? width : separator.index + 1;
}

/**
 * Shares the width of a terminal out: the widest columns give, as far as `least`.
 *
 * @param natural - What each column would take, without its border.
 * @param room - What there is for all of them.
 */
export function shareWidth(natural: readonly number[], room: number, least = 8): readonly number[] {
  const widths = [...natural];
  for (let over = sum(widths) - room; over > 0; over--) {
    const widest = widths.indexOf(Math.max(...widths));
    const width = widths[widest] ?? 0;
    if (width <= least) break;
    widths[widest] = width - 1;
  }
  return widths;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
