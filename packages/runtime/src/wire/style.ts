import type { ParameterDefinition, ParameterStyle } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";

/** How a style begins, what it puts between values, and whether it repeats the name. */
const styles: {
  readonly [style in ParameterStyle]?: readonly [start: string, between: string, named: boolean];
} = {
  simple: ["", ",", false],
  label: [".", ".", false],
  matrix: [";", ";", true],
};
const delimiters: { readonly [style in ParameterStyle]?: string } = {
  spaceDelimited: "%20",
  pipeDelimited: "|",
};

/**
 * A parameter as its style and `explode` say: delimiters literal, values encoded, `""` when there is nothing to send.
 *
 * @param fallback style of the parameter's place: `simple` for paths and headers, `form` for queries and cookies.
 */
export function expand(
  parameter: ParameterDefinition,
  value: unknown,
  fallback: "form" | "simple",
  encode: (value: string) => string,
): string {
  const { name, style = fallback, explode = style === "form" } = parameter;
  if (value === undefined || (value === null && !parameter.nullable)) return "";
  const write = (member: unknown): string => encode(text(member, `"${name}"`));
  const [start, between, named] = styles[style] ?? ["", "&", true];
  const label = named ? `${encode(name)}=` : "";
  if (parameter.json) return start + label + encode(JSON.stringify(value));
  if (style === "deepObject" && typeof value === "object") return deep(encode(name), value, write).join("&");
  if (!Array.isArray(value) && !isRecord(value)) return start + label + write(value);
  const parts = Array.isArray(value)
    ? value.map((member) => (explode ? label : "") + write(member))
    : entriesOf(value).map(([key, member]) => encode(key) + (explode ? "=" : ",") + write(member));
  if (explode) return parts.length === 0 ? "" : start + parts.join(between);
  return start + label + parts.join(delimiters[style] ?? ",");
}

/** `filter[owner][name]=x` and `filter[ids][0]=1`, to any depth. */
function deep(key: string, value: unknown, write: (member: unknown) => string): string[] {
  if (!Array.isArray(value) && !isRecord(value)) return [`${key}=${write(value)}`];
  return entriesOf(value).flatMap(([field, member]) => deep(`${key}[${percent(field)}]`, member, write));
}

/** Percent-encoded text. */
export function percent(value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    throw new ConfigError("text in a URL must be well-formed Unicode");
  }
}

/** As {@link percent}, but reserved characters stay, except those that would end the value or the query: `# & + %`. */
export function percentReserved(value: string): string {
  return percent(value).replaceAll(/%(?:3A|2F|3F|5B|5D|40|24|2C|3B|3D)/g, decodeURIComponent);
}

/** Text of a single value; `what` names it in errors, which never repeat the value itself. */
export function text(value: unknown, what: string): string {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  const isSingle =
    value === null || /^(?:string|boolean|bigint)$/.test(typeof value) || Number.isFinite(value);
  if (isSingle) return String(value);
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
