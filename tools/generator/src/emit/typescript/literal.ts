import type { Json } from "../../read/model.ts";

/** Longest text that stays on one line in code nobody formats: examples in doc comments and Markdown. */
export const codeWidth = 92;

/**
 * The one way a value of a document enters source: as a TypeScript literal that evaluates to exactly that value.
 * The text is valid as an expression and, for constants, as a literal type.
 *
 * @param room - Columns available; objects and lists that need more are spread over lines. Default: one line.
 */
export function literal(value: Json, room: number = Number.POSITIVE_INFINITY): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (isList(value)) {
    return group(
      "[",
      value.map((item) => (inner) => literal(item, inner)),
      "]",
      room,
    );
  }
  const entries = Object.entries(value).map(([name, member]) => (inner: number) => {
    const key = `${propertyName(name)}: `;
    return key + literal(member, inner - key.length);
  });
  return group("{", entries, "}", room);
}

/** Prints one member of a list or object within the columns it is given. */
export type Printer = (room: number) => string;

/** Members in brackets: on one line where that fits in `room`, else one member per line. */
export function group(open: "[" | "{", members: readonly Printer[], close: "]" | "}", room: number): string {
  if (members.length === 0) return open + close;
  const space = open === "{" ? " " : "";
  const line = `${open}${space}${members.map((print) => print(Number.POSITIVE_INFINITY)).join(", ")}${space}${close}`;
  if (line.length <= room && !line.includes("\n")) return line;
  const lines = members.map((print) => `  ${print(room - 3).replaceAll("\n", "\n  ")},`);
  return [open, ...lines, close].join("\n");
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
  return JSON.stringify(text).replaceAll(invisible, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** Line separators, control characters beyond those JSON escapes, zero-width and bidirectional formatting. */
const invisible = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g;

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
