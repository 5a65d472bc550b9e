import type { Json } from "../../read/model.ts";

/** Longest text that stays on one line in code nobody formats: examples in doc comments and Markdown. */
export const codeWidth = 96;

/**
 * The one way a value of a document enters source: as a TypeScript literal that evaluates to exactly that value.
 * The text is valid as an expression and, for constants, as a literal type.
 *
 * @param room - Columns left on the first line; objects and lists that need more are spread over lines. Default: one line.
 * @param width - Columns of the lines after it. Default: as many.
 */
export function literal(value: Json, room: number = Number.POSITIVE_INFINITY, width: number = room): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (isList(value)) {
    const items = value.map(
      (item): Printer =>
        (...columns) =>
          literal(item, ...columns),
    );
    return group("[", items, "]", room, width);
  }
  const members = Object.entries(value).map(([name, member]) => {
    return keyed(name, (...columns) => literal(member, ...columns));
  });
  return group("{", members, "}", room, width);
}

/** Prints one member of a list or object within the columns left on its first line and those of the lines after it. */
export type Printer = (room: number, width: number) => string;

/** A member of an object: its name, and what prints the value behind it. */
export function keyed(name: string, value: Printer): Printer {
  const key = `${propertyName(name)}: `;
  return (room, width) => key + value(room - key.length, width);
}

/** Members in brackets: on one line where that fits in `room`, else one member per line. */
export function group(
  open: "[" | "{",
  members: readonly Printer[],
  close: "]" | "}",
  room: number,
  width: number,
): string {
  if (members.length === 0) return open + close;
  const space = open === "{" ? " " : "";
  const all = members.map((print) => print(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)).join(", ");
  const line = `${open}${space}${all}${space}${close}`;
  if (line.length <= room) return line;
  // Two columns of indentation, one for the comma.
  const lines = members.map((print) => `  ${print(width - 3, width - 2).replaceAll("\n", "\n  ")},`);
  return [open, ...lines, close].join("\n");
}

/** The type of all texts that have these pieces in this order, with anything in between. */
export function templateType(pieces: readonly string[]): string {
  const escaped = pieces.map((piece) =>
    quoted(piece)
      .slice(1, -1)
      .replaceAll(/[`$]/g, String.raw`\$&`),
  );
  return `\`${escaped.join("${string}")}\``;
}

/** Source of each member: what a document says, as literals. */
export function literals(members: Readonly<Record<string, Json | undefined>>): SourceMembers {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, value === undefined ? undefined : literal(value)]),
  );
}

/** Members of an object literal by name: source text, nothing where the member is left out. */
export type SourceMembers = Readonly<Record<string, string | undefined>>;

/**
 * An object literal of members whose source is known: beside {@link literals}, what no document can say, such as a call.
 * A member that holds what it is called stands alone, `{ writeBody }`.
 */
export function objectLiteral(members: SourceMembers): string {
  const printed = Object.entries(members).flatMap(([name, source]) => {
    if (source === undefined) return [];
    return source === name && isIdentifier(name) ? [name] : [`${propertyName(name)}: ${source}`];
  });
  return `{ ${printed.join(", ")} }`;
}

/** A list of items whose source is known. */
export function listLiteral(items: readonly string[]): string {
  return `[${items.join(", ")}]`;
}

/**
 * A property's name as it stands in an object literal, a type or an interface: bare where it can be, quoted otherwise.
 * `__proto__` is computed: written plainly it would set the prototype instead of a property.
 */
export function propertyName(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return isIdentifier(name) ? name : quoted(name);
}

/** Whether the name can stand unquoted as a property and after a dot. ASCII only: older tools read the output too. */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}

/** A double-quoted string. What would end a line, hide, or reorder the source around it is escaped. */
function quoted(text: string): string {
  if (harmless.test(text)) return `"${text}"`;
  return JSON.stringify(text).replaceAll(invisible, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** ASCII that needs no escape, as most texts. */
const harmless = /^[ !#-[\]-~]*$/;

/** Line separators, control characters beyond those JSON escapes, zero-width and bidirectional formatting. */
const invisible = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g;

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
