import { alertIn, alertLine, alertWord } from "./alert.ts";
import { code, fence } from "./markdown.ts";

/** A text that need not be parsed, as it is printed. */
export interface Plain {
  readonly blocks: string;
  /** All of it on one line. */
  readonly line: string;
}

/**
 * A text that can be seen to mean the same in any place: a paragraph of words, code spans, strong words and links, or
 * one and a list of such, or a quotation of them. Most descriptions are nothing else, and parsing them would take most of
 * the time it takes to print a page.
 *
 * @returns `undefined` for a text that has to be parsed.
 */
export function plain(text: string): Plain | undefined {
  if (text.startsWith("```")) return fenced(text);
  const relative = text.replaceAll(relativeLink, (found, label?: string) => label ?? found);
  const lines = relative.split("\n");
  return text.startsWith(">") ? quotation(lines) : paragraphAndList(lines);
}

/** As code on a line of its own, and within one. */
function fenced(text: string): Plain | undefined {
  const [, language = "", value = ""] = wholeFence.exec(text) ?? [];
  const line = value.replaceAll(/\s+/g, " ").trim();
  return line === ""
    ? undefined
    : { blocks: fence(language, value.slice(0, -1)).markdown, line: code(line).markdown };
}

function quotation(lines: readonly string[]): Plain | undefined {
  if (!lines.every((quoted) => quoted.startsWith("> "))) return undefined;
  const [first = "", ...others] = lines.map((quoted) => quoted.slice(2));
  const alert = alertIn(first);
  const said = paragraphAndList(alert === undefined ? [first, ...others] : others);
  if (said === undefined) return undefined;
  const quoted = said.blocks.split("\n").map((one) => (one === "" ? ">" : `> ${one}`));
  if (alert === undefined) return { blocks: quoted.join("\n"), line: said.line };
  return {
    blocks: [`> ${alertLine(alert)}`, ...(said.blocks.startsWith("- ") ? [">"] : []), ...quoted].join("\n"),
    line: `**${alertWord(alert)}**${said.blocks.startsWith("- ") ? "<br>" : " "}${said.line}`,
  };
}

function paragraphAndList(lines: readonly string[]): Plain | undefined {
  const bullets = lines.flatMap((one, index) => (listItem.test(one) ? [index] : []));
  // Another bullet, or another depth, begins another list.
  const marks = new Set(bullets.map((index) => listItem.exec(lines[index] ?? "")?.[1]));
  const [first = lines.length] = bullets;
  const head = bullets[0] === 0 ? { blocks: "", line: "" } : paragraph(lines.slice(0, first));
  const items = bullets.map((start, index) =>
    paragraph([(lines[start] ?? "").replace(listItem, ""), ...lines.slice(start + 1, bullets[index + 1])]),
  );
  if (marks.size > 1 || head === undefined || !items.every((item) => item !== undefined)) return undefined;
  const list = items.map((item) => `- ${item.blocks.replaceAll("\n", "\n  ")}`).join("\n");
  return {
    blocks: [head.blocks, list].filter((block) => block !== "").join("\n\n"),
    line: [head.line, ...items.map((item) => `• ${item.line}`)].filter((part) => part !== "").join("<br>"),
  };
}

/** Spaces around a line are nothing, but two at its end break it, unless the paragraph ends there. */
function paragraph(lines: readonly string[]): Plain | undefined {
  // What is indented may be code, or belong to a list; an empty line ends a paragraph.
  if (/^\s/.test(lines[0] ?? "") || lines.some((one) => one.trim() === "")) return undefined;
  const text = lines
    .map((one) => one.trimStart())
    .join("\n")
    .trimEnd();
  if (!words.test(text.replaceAll(/(?<! ) +$/gm, "")) || hasBareAddress(text)) return undefined;
  const blocks = text.replaceAll(/(?<! ) {2,}\n/g, "<br>").replaceAll(" \n", "\n");
  return { blocks, line: blocks.replaceAll("\n", " ") };
}

/**
 * The pieces of a text, each of which means by itself what it means there. A plain paragraph or quotation ends whatever stands
 * above it; what goes on across paragraphs, and what refers to others, keeps the text whole.
 */
export function pieces(text: string): readonly string[] {
  const parts = text.split(fences);
  if (parts.some((part, index) => index % 2 === 0 && /```|~~~|<|\]:/.test(part))) return [text];
  return parts
    .flatMap((part, index) => (index % 2 === 1 ? [part] : paragraphs(part)))
    .filter((piece) => piece !== "");
}

function paragraphs(text: string): readonly string[] {
  const found: string[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) found.push(open.join("\n\n"));
    open = [];
  };
  for (const part of text.replaceAll(/^\s*\n|(?<!\s)\s+$/g, "").split(/\n(?:[ \t]*\n)+/)) {
    if (!stands(part)) open.push(part);
    else {
      close();
      found.push(part);
    }
  }
  close();
  return found;
}

/** Whether it ends what stands above it and is no list, which would go on with the next one. */
function stands(part: string): boolean {
  const known = part.startsWith(">") ? plain(part) : paragraph(part.split("\n"));
  return known !== undefined;
}

const inWord = "(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])";
const at = String.raw`(?<=[ "'(@])@(?=[@A-Za-z])`;
const word = String.raw`[A-Za-z0-9À-ɏ ,.;:'"()/%=?{}+#$’–—…-]|!(?!\[)|${inWord}|${at}|&(?![#A-Za-z])|(?<= )>(?= )`;
const codeSpan = String.raw`${"`"}[^${"`"}|\\\n]+${"`"}`;
const label = String.raw`(?=[A-Za-z."${"`"}])(?:[A-Za-z0-9 ,.;'"/%?-]|\n(?=[A-Za-z])|${inWord}|${codeSpan})+`;
const link = String.raw`\[${label}\]\(https?://[A-Za-z0-9./#?=%@_-]+\)`;
/** Square brackets that are no link, as there is no address elsewhere in the text. */
const brackets = String.raw`(?<=[A-Za-z0-9 ("'])\[(?:[A-Za-z0-9 ,./'-]|${inWord})*\](?![([:])`;
const before = String.raw`(?<=^|[ ("'\n])`;
const after = String.raw`(?=[ .,:;)\n]|$)`;
const strong = String.raw`${before}\*\*(?=[@A-Za-z${"`"}])(?:[@A-Za-z0-9 ,;.:'"/-]|${inWord}|${codeSpan})*(?<=[A-Za-z0-9.:${"`"}"])\*\*${after}`;
const emphasis = String.raw`${before}_(?=[A-Za-z])[A-Za-z0-9 ,;.:'"()/-]*(?<=[A-Za-z0-9.)])_${after}`;
/** Begins like a sentence: not as a list, a quotation or a heading does. */
const start = String.raw`(?=(?!\d+[.)](?: |\n|$))[A-Za-z0-9[{_${"`"}"'(]|\*\*)`;
const words = new RegExp(
  `^${start}(?:${word}|${codeSpan}|${link}|${brackets}|${strong}|${emphasis}|\\n${start})*$`,
);
/** Leads nowhere from here: its label stays. */
const relativeLink = new RegExp(
  String.raw`${codeSpan}|(?<![!\w])\[(${label})\]\([/#][A-Za-z0-9./#_-]*\)(?!\w)`,
  "g",
);
const listItem = /^( {0,3}[*+-]) {1,4}(?! )/;
const codeLines = String.raw`(?:(?! {0,3}${"`"}{3}).*\n)*`;
const fences = new RegExp(`(^\`{3}[\\w-]*\n${codeLines}\`{3}$)`, "m");
const wholeFence = new RegExp(`^\`{3}([\\w-]*)\n(${codeLines})\`{3}$`);

const bareAddress = /:\/\/|www\./i;
const spanOrLink = new RegExp(`${codeSpan}|${link}`, "g");

/** Which is printed in angle brackets. */
function hasBareAddress(text: string): boolean {
  return bareAddress.test(text) && bareAddress.test(text.replaceAll(spanOrLink, ""));
}
