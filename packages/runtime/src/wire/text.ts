import { ConfigError } from "../errors/config-error.ts";

/** Text of a single value; `what` names it in errors, which never repeat the value itself. */
export function text(value: unknown, what: string): string {
  switch (typeof value) {
    case "string":
      return value;
    case "boolean":
    case "bigint":
      return String(value);
    case "number":
      if (Number.isFinite(value)) return String(value);
      break;
    case "object":
      if (value === null) return "null";
      if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
      break;
  }
  throw new ConfigError(
    `${what} must be a string, a finite number, a boolean, a bigint or a valid Date, found ${kindOf(value)}`,
  );
}

/** What kind of thing a value is, for messages. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "number" || value === undefined) return String(value);
  if (value instanceof Date) return "an invalid Date";
  return value === "" ? "an empty string" : `a value of type ${typeof value}`;
}

/** An object that is a set of named values: not an array, not a Date, not a file. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Entries that are really there. */
export function entriesOf(value: Record<string, unknown>): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
}
