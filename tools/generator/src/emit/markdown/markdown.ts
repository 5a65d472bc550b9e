/**
 * Markdown under construction. Plain strings are escaped wherever they meet it, so text of a document can only enter
 * as text; what is Markdown already says so by its type.
 */
export interface Markdown {
  readonly markdown: string;
}

/** What can stand in Markdown; strings are shown as they are. */
export type Part = Markdown | string | number | undefined;

/** Builds a line of Markdown: the template is taken as written, strings put into it are escaped, Markdown is kept. */
export function line(template: TemplateStringsArray, ...values: readonly Part[]): Markdown {
  return { markdown: String.raw({ raw: template }, ...values.map(markdownOf)) };
}

/** Pieces on one line. Nothing when there are none. */
export function join(pieces: readonly Part[], separator: string): Markdown | undefined {
  const filled = pieces.map(markdownOf).filter((piece) => piece !== "");
  return filled.length === 0 ? undefined : { markdown: filled.join(separator) };
}

/** Blocks one below the other; absent ones leave no gap. */
export function blocks(...parts: readonly Part[]): Markdown | undefined {
  return join(parts, "\n\n");
}

/** `#` to `######`. The text is shown as it is. */
export function heading(level: 1 | 2 | 3 | 4, text: string): Markdown {
  return line`${{ markdown: "#".repeat(level) }} ${text}`;
}

/** A comment, which no reader of the page sees; nothing in it can end it. */
export function comment(text: string): Markdown {
  return { markdown: `<!-- ${visible(text).replaceAll(/\s+/g, " ").replaceAll("--", "- -")} -->` };
}

/** A bullet list; nothing without items. */
export function list(items: readonly Part[]): Markdown | undefined {
  const filled = items.map(markdownOf).filter((item) => item !== "");
  return join(
    filled.map((item) => ({ markdown: `- ${item}` })),
    "\n",
  );
}

/** A code span that shows exactly this text; characters nobody could see appear as JSON escapes. */
export function code(text: string): Markdown {
  const shown = text === "" ? '""' : text.replaceAll(invisible, jsonEscape);
  // A table cell cannot hold a backslash before a pipe inside a code span.
  if (shown.includes("\\|")) return { markdown: `<code>${entities(shown)}</code>` };
  const mark = "`".repeat(longestRun(shown) + 1);
  const air = /^`|`$|^ .* $/.test(shown) ? " " : "";
  return { markdown: mark + air + shown + air + mark };
}

/** A fenced block. `meta` follows the language; GitHub and npm show neither. */
export function fence(language: string, text: string, meta = ""): Markdown {
  const mark = "`".repeat(Math.max(3, longestRun(text) + 1));
  return { markdown: `${mark}${language}${meta && ` ${meta}`}\n${text}\n${mark}` };
}

/** A link to a place in these pages. */
export function link(label: Part, place: string): Markdown {
  return { markdown: `[${markdownOf(label)}](${place})` };
}

/** A link to an address a document names; the label alone when that is no address of the web, say `javascript:`. */
export function webLink(label: Part, address: string): Markdown {
  return isWebAddress(address) ? link(label, destination(address)) : line`${label}`;
}

/** Whether following the address can do no more than open a page or a mail. */
export function isWebAddress(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(address);
}

/** Without characters that are not seen but change what is: controls and bidirectional overrides. */
export function visible(text: string): string {
  if (/^[\t\n -~]*$/.test(text)) return text;
  return text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replaceAll(invisible, (character) => (/[\t\n]/.test(character) ? character : ""));
}

function markdownOf(part: Part): string {
  if (part === undefined) return "";
  return typeof part === "object" ? part.markdown : escape(String(part));
}

/** Backslashes in front of what Markdown would take for itself, on one line; words like `api_key` stay readable. */
function escape(text: string): string {
  if (wordsOnly.test(text)) return text;
  return visible(text)
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\\`*[\]<~|]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`)
    .replace(/^(\d+)([.)])(?=\s|$)/, String.raw`$1\$2`)
    .replace(/^[-+=>#]|#+ ?$/g, String.raw`\$&`);
}

/** Nothing Markdown knows, in single spaces, as most texts. */
const wordsOnly = /^[A-Za-z(](?:[A-Za-z0-9,.;:'"()/=%?-]| (?! )|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9]))*$/;

/** Parentheses, spaces and whatever else would end the address early, percent-encoded. */
function destination(address: string): string {
  return address.replaceAll(/[\s<>()[\]\\|`"*]/g, (character) => {
    const bytes = new TextEncoder().encode(character);
    return [...bytes].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
  });
}

function entities(text: string): string {
  return text.replaceAll(/[\\|`*_~<>&[\]]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function longestRun(text: string): number {
  // No spread: a text can have more runs than a call can have arguments.
  return (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
}

function jsonEscape(character: string): string {
  return character === "\n" ? "\\n" : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const invisible = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu;
