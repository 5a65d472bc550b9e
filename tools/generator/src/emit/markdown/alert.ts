/** What GitHub makes of a quotation that begins with a line `[!NOTE]`: a box of that kind. Elsewhere it is a quotation. */
export function alertIn(firstLine: string): string | undefined {
  return /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]$/i.exec(firstLine)?.[1]?.toUpperCase();
}

/** Its first line. */
export function alertLine(kind: string): string {
  return `[!${kind}]`;
}

/** What stands for the box where there is only one line. */
export function alertWord(kind: string): string {
  return `${kind.charAt(0)}${kind.slice(1).toLowerCase()}:`;
}
