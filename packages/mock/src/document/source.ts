import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import { MockError, messageOf } from "../errors.ts";

/** Where a document came from, for messages. */
export interface Source {
  /** The path of the file, or `document`. */
  readonly name: string;
  /** What stands at these keys, `specs/keys.yaml:12:5`; the name alone where there is no text. */
  placeOf(keys: readonly string[]): string;
}

/** Of a document that came parsed: there is no text to show a place in. */
export const PARSED: Source = { name: "document", placeOf: () => "document" };

/** Reads YAML or JSON. Throws {@link MockError} with file, line and column when it is neither. */
export function parseText(
  name: string,
  text: string,
): { readonly source: Source; readonly document: unknown } {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { prettyErrors: true, lineCounter: lines });
  const [broken] = parsed.errors;
  if (broken !== undefined) {
    const { line, col } = broken.linePos?.[0] ?? { line: 1, col: 1 };
    throw new MockError(
      `${name}:${line}:${col}  is not valid YAML or JSON: ${broken.message.split("\n")[0]}`,
    );
  }
  const placeOf = (keys: readonly string[]): string => {
    const { line, col } = lines.linePos(offsetOf(parsed, keys));
    return `${name}:${line}:${col}`;
  };
  try {
    return { source: { name, placeOf }, document: parsed.toJS({ maxAliasCount: 1000 }) };
  } catch (error) {
    // An alias of nothing, or too many of them.
    throw new MockError(`${name}  is not valid YAML or JSON: ${messageOf(error)}`);
  }
}

/** Of the innermost place that the text has: what an alias stands for is elsewhere. */
function offsetOf(parsed: Document, keys: readonly string[]): number {
  for (let length = keys.length; length > 0; length--) {
    const found: unknown = parsed.getIn(keys.slice(0, length), true);
    const start = isNode(found) ? found.range?.[0] : undefined;
    if (start !== undefined) return start;
  }
  return 0;
}
