import { isCollection, isScalar, visit, type YAMLError } from "yaml";
import type { Fault } from "./parsed.ts";
import type { YamlDocument } from "./yaml-data.ts";

/** A fault that may make everything after it meaningless. */
export interface SyntaxFault extends Fault {
  readonly breaks: boolean;
}

/** Errors of one value: the rest of the text is still read as its author meant it. */
const HARMLESS: ReadonlySet<string> = new Set([
  "BAD_DQ_ESCAPE",
  "BAD_SCALAR_START",
  "NON_STRING_KEY",
  "TAG_RESOLVE_FAILED",
]);

/** The library's errors as sentences that say what to do; of the errors that follow from one another, the first. */
export function syntaxFaults(
  document: YamlDocument,
  text: string,
  lineOf: (offset: number) => number,
): readonly SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  const errors = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  for (const error of errors) {
    // The library overflowed its stack: yamlData says so, at the level where it is too much.
    if (error.code === "RESOURCE_EXHAUSTION") continue;
    const breaks = !HARMLESS.has(error.code);
    faults.push({ ...explain(error, document, text, lineOf), pointer: "#", breaks });
    if (breaks) break;
  }
  return faults;
}

/** Errors that need no more than the word they stand at. */
const SENTENCES = new Map<string, (word: string) => string>([
  [
    "TAB_AS_INDENT",
    () => "A tab stands in the indentation: YAML allows only spaces there. Replace it with spaces.",
  ],
  [
    "BAD_INDENT",
    () =>
      "This line is indented differently from its neighbours: the entries of one object or list begin in the same column.",
  ],
  [
    "BAD_SCALAR_START",
    (word) =>
      `A value cannot begin with \`${word.charAt(0)}\` outside quotes. Put the whole value in quotes.`,
  ],
  [
    "BAD_DQ_ESCAPE",
    (word) =>
      `\`${word.slice(0, 2)}\` is no escape in double quotes. Double the backslash, or use single quotes.`,
  ],
  [
    "NON_STRING_KEY",
    () =>
      "A key must be plain text: found a list, an object or an alias. Write the name itself, in quotes if need be.",
  ],
  [
    "TAG_RESOLVE_FAILED",
    (word) =>
      `The tag \`${word}\` does not exist in YAML's core schema: expected plain JSON data. Remove the tag.`,
  ],
  [
    "MULTIPLE_DOCS",
    () =>
      "A second YAML document begins here: expected one document per file. Remove the `---` and what follows.",
  ],
  [
    "BLOCK_AS_IMPLICIT_KEY",
    () =>
      "A second `: ` on one line would start an object inside a key. Put text that contains `: ` in quotes.",
  ],
  [
    "MULTILINE_IMPLICIT_KEY",
    (word) =>
      `Expected \`key: value\` on one line, found \`${word}\`. Add the missing \`:\`, or correct the indentation of the next line.`,
  ],
]);

function explain(
  { code, message, pos: [offset] }: YAMLError,
  document: YamlDocument,
  text: string,
  lineOf: (offset: number) => number,
): { offset: number; message: string } {
  if (message.startsWith("Missing closing")) {
    const start = openString(document, offset) ?? offset;
    const quote = text[start] === "'" ? "a single" : "a double";
    return { offset: start, message: `The string that starts here is not closed. Add ${quote} quote.` };
  }
  if (message.startsWith("Flow ")) return { offset, message: unclosed(document, text, offset, lineOf) };
  const word = wordAt(text, offset);
  if (message.startsWith("Implicit map keys need")) {
    return {
      offset,
      message: `A \`:\` is missing after \`${word}\`: in an object every entry is \`key: value\`.`,
    };
  }
  const sentence =
    SENTENCES.get(code)?.(word) ??
    `This is not valid YAML: ${message}. Check quotes, colons and indentation here and on the line above.`;
  return { offset, message: sentence };
}

/** The parser notices a missing quote at the end of the file; people look for the one that was opened. */
function openString(document: YamlDocument, end: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar: (_key, node) => {
      const quoted = isScalar(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE");
      if (quoted && node.range && node.range[1] >= end) start ??= node.range[0];
    },
  });
  return start;
}

function unclosed(
  document: YamlDocument,
  text: string,
  offset: number,
  lineOf: (offset: number) => number,
): string {
  let open: number | undefined;
  visit(document, {
    Collection: (_key, node) => {
      if (
        isCollection(node) &&
        node.flow &&
        node.range &&
        node.range[0] < offset &&
        node.range[1] >= offset - 1
      ) {
        open = node.range[0];
      }
    },
  });
  const bracket = open === undefined ? undefined : text[open];
  const [name, close] = bracket === "{" ? ["object", "}"] : ["list", "]"];
  const where = open === undefined ? "" : ` opened with \`${bracket}\` on line ${lineOf(open)}`;
  return `The ${name}${where} is not closed before this: expected \`,\` or \`${close}\`.`;
}

function wordAt(text: string, offset: number): string {
  return /^[^\s,{}[\]]{1,40}/.exec(text.slice(offset, offset + 40))?.[0] ?? text.slice(offset, offset + 1);
}
