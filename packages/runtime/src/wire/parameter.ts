import type { ParameterDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";

/** Where a parameter stands: `form` in queries, cookies and form bodies, `simple` in paths and headers. */
export type Place = "form" | "simple";

/** Encodes what is not a delimiter. */
export type Encode = (value: string) => string;

/**
 * A parameter as its document says: delimiters literal, values encoded, `""` when there is nothing to send. Single values
 * and lists are written here; objects and other styles by what `styled` brings along.
 */
export function writeParameter(
  parameter: ParameterDefinition,
  value: unknown,
  place: Place,
  encode: Encode,
): string {
  const { name, nullable, write } = parameter;
  if (value === undefined || (value === null && !nullable)) return "";
  if (write) return write(value, place, encode);
  const label = place === "form" ? `${encode(name)}=` : "";
  if (!Array.isArray(value)) return label + encode(text(value, name));
  return value.map((member) => label + encode(text(member, name))).join(label ? "&" : ",");
}

/** Percent-encoded text. */
export function percent(value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    throw new ConfigError("text in a URL must be well-formed Unicode");
  }
}

/** Text of a single value; `name` stands for it in errors, which never repeat the value itself. */
export function text(value: unknown, name: string): string {
  if (typeof value === "string") return value;
  const single =
    value === null || typeof value === "boolean" || typeof value === "bigint" || Number.isFinite(value);
  if (single) return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  throw new ConfigError(
    `"${name}" must be a string, finite number, boolean, bigint or Date, found ${kindOf(value)}`,
  );
}

/** @throws ConfigError when the value is not JSON. */
export function writeJson(value: unknown): string {
  let cause: unknown;
  try {
    const json: string | undefined = JSON.stringify(value);
    if (json !== undefined) return json;
  } catch (error) {
    cause = error;
  }
  throw new ConfigError("JSON holds no bigint, no function and no circular reference", { cause });
}

/** What kind of thing a value is, for messages. */
export function kindOf(value: unknown): string {
  if (typeof value === "number" || value === null) return String(value);
  return value === "" ? "empty string" : Array.isArray(value) ? "array" : typeof value;
}
