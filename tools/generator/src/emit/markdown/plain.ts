import { alertIn, alertLine, alertWord } from "./alert.ts";

/** A text that need not be parsed, as it is printed. */
export interface Plain {
  readonly blocks: string;
  /** All of it on one line. */
  readonly line: string;
}

/**
 * A text that can be seen to mean the same in any place: a paragraph of words, code spans, strong words and links, or
 * one and a list of such lines, or a quotation of one. Most descriptions are nothing else, and parsing them would take
 * most of the time it takes to print a page.
 *
 * @returns `undefined` for a text that has to be parsed.
 */
export function plain(text: string): Plain | undefined {
  const lines = text.replaceAll(relativeLink, (found, shown?: string) => shown ?? found).split("\n");
  return text.startsWith(">") ? quotation(lines) : paragraphAndList(lines);
}

function quotation(lines: readonly string[]): Plain | undefined {
  if (!lines.every((quoted) => quoted.startsWith("> "))) return undefined;
  const [first = "", ...others] = lines.map((quoted) => quoted.slice(2));
  const alert = alertIn(first);
  const said = alert === undefined ? [first, ...others] : others;
  if (said.length === 0 || !said.every(isPlainLine)) return undefined;
  const head = alert === undefined ? [] : [alertLine(alert)];
  return {
    blocks: [...head, ...said].map((quoted) => `> ${quoted}`).join("\n"),
    line: [...(alert === undefined ? [] : [`**${alertWord(alert)}**`]), ...said].join(" "),
  };
}

function paragraphAndList(lines: readonly string[]): Plain | undefined {
  const bullet = lines.findIndex((one) => listItem.test(one));
  const items = bullet === -1 ? [] : lines.slice(bullet);
  const paragraph = bullet === -1 ? lines : lines.slice(0, bullet).map(endedBefore(bullet));
  // Another bullet, or another depth, begins another list.
  const mark = listItem.exec(items[0] ?? "")?.[1];
  if (!items.every((item) => listItem.exec(item)?.[1] === mark)) return undefined;
  const said = items.map((item) => item.replace(listItem, "").trimEnd());
  if (!paragraph.every(isPlainLine) || !said.every(isPlainLine)) return undefined;
  const list = said.map((item) => `- ${item}`).join("\n");
  return {
    blocks: [paragraph.join("\n"), list].filter((block) => block !== "").join("\n\n"),
    line: [paragraph.join(" "), ...said.map((item) => `• ${item}`)]
      .filter((part) => part !== "")
      .join("<br>"),
  };
}

/**
 * The pieces of a text, each of which means by itself what it means there. A plain paragraph ends whatever stands above
 * it; what goes on across paragraphs, and what refers to others, keeps the text whole.
 */
export function pieces(text: string): readonly string[] {
  if (/```|~~~|<|\]:/.test(text)) return [text];
  const found: string[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) found.push(open.join("\n\n"));
    open = [];
  };
  for (const paragraph of text.split(/\n(?:[ \t]*\n)+/)) {
    if (!paragraph.split("\n").every(isPlainLine)) open.push(paragraph);
    else {
      close();
      found.push(paragraph);
    }
  }
  close();
  return found;
}

const inWord = "(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])";
const words = String.raw`[A-Za-z0-9 ,.;:'"()/%=?{}’–—…-]|!(?!\[)|${inWord}|(?<= )(?:[&+]|@(?=[A-Za-z]))`;
const codeSpan = String.raw`${"`"}[^${"`"}|\\\n]+${"`"}`;
const label = String.raw`(?=[A-Za-z."${"`"}])(?:[A-Za-z0-9 ,.;'"/%?-]|${inWord}|${codeSpan})+`;
const link = String.raw`\[${label}\]\(https?://[A-Za-z0-9./#?=%@_-]+\)`;
const strong = String.raw`(?<=^|[ ("'])\*\*(?=[@A-Za-z${"`"}])(?:[@A-Za-z0-9 ,;.:'"/-]|${inWord}|${codeSpan})*(?<=[A-Za-z0-9.:${"`"}"])\*\*(?=[ .,:;)]|$)`;
/** Begins like a sentence: not as a list, a quotation or a heading does. */
const line = new RegExp(
  String.raw`^(?=[A-Za-z[${"`"}"'(]|\*\*)(?:${words}|${codeSpan}|${link}|${strong})*(?<! )$`,
);
/** Bare addresses, which are printed in angle brackets. */
const bareAddress = /(?<!\]\(https?):\/\/|www\./;
/** Leads nowhere from here: its label stays. */
const relativeLink = new RegExp(String.raw`${codeSpan}|(?<!!)\[(${label})\]\([/#][A-Za-z0-9./#_-]*\)`, "g");
const listItem = /^( {0,3}[*+-]) {1,4}(?! )/;

/** Spaces at the end of a line break it, but not where a paragraph ends. */
function endedBefore(end: number): (line: string, index: number) => string {
  return (one, index) => (index === end - 1 ? one.trimEnd() : one);
}

function isPlainLine(text: string): boolean {
  return line.test(text) && !bareAddress.test(text);
}
