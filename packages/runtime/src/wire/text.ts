import { ConfigError } from "../errors/config-error.ts";

/** Text of a single value; `what` names it in errors, which never repeat the value itself. */
export function text(value: unknown, what: string): string {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  const kind = typeof value;
  if (kind === "number" ? Number.isFinite(value) : /string|boolean|bigint/.test(kind) || value === null)
    return String(value);
  throw new ConfigError(
    `${what} must be a string, finite number, boolean, bigint or Date, found ${kindOf(value)}`,
  );
}

/** What kind of thing a value is, for messages. */
export function kindOf(value: unknown): string {
  if (typeof value === "number" || value === null) return String(value);
  return value === "" ? "empty string" : Array.isArray(value) ? "array" : typeof value;
}

/** An object that is a set of named values: not an array, not a Date, not a file. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Entries that are really there. */
export function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
}
