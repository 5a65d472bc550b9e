import type { ParameterDefinition, ParameterStyle, StyledParameter } from "../definition.ts";
import { type Encode, percent, type Place, text, writeJson } from "./parameter.ts";

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

/** A parameter whose values may be objects, or that has another style than the default of its place. */
export function styled(parameter: StyledParameter): ParameterDefinition {
  return { ...parameter, write: (value, place, encode) => expand(parameter, value, place, encode) };
}

function expand(parameter: StyledParameter, value: unknown, place: Place, fallback: Encode): string {
  const { name, style = place, explode = style === "form", allowReserved, json } = parameter;
  // In a path, a slash that stays would be another segment.
  const encode = allowReserved && place === "form" ? percentReserved : fallback;
  // Nothing says how lists and objects within others travel: they do as JSON.
  const write = (member: unknown): string =>
    encode(Array.isArray(member) || isRecord(member) ? writeJson(member) : text(member, name));
  const [start, between, named] = styles[style] ?? ["", "&", true];
  const label = named ? `${encode(name)}=` : "";
  const delimiter = delimiters[style] ?? ",";
  if (json) return start + label + encode(writeJson(value));
  if (style === "deepObject" && typeof value === "object") return deep(encode(name), value, write).join("&");
  if (!Array.isArray(value) && !isRecord(value)) return start + label + write(value);
  const parts = Array.isArray(value)
    ? value.map((member) => (explode ? label : "") + write(member))
    : entriesOf(value).map(([key, member]) => encode(key) + (explode ? "=" : delimiter) + write(member));
  if (explode) return parts.length === 0 ? "" : start + parts.join(between);
  return start + label + parts.join(delimiter);
}

/** `filter[owner][name]=x` and `filter[ids][0]=1`, to any depth. */
function deep(key: string, value: unknown, write: (member: unknown) => string): string[] {
  if (!Array.isArray(value) && !isRecord(value)) return [`${key}=${write(value)}`];
  return entriesOf(value).flatMap(([field, member]) => deep(`${key}[${percent(field)}]`, member, write));
}

/** As `percent`, but reserved characters stay, except those that would end the value or the query: `# & + %`. */
function percentReserved(value: string): string {
  return percent(value).replaceAll(/%(?:3A|2F|3F|5B|5D|40|24|2C|3B|3D)/g, decodeURIComponent);
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
