import type { ParameterDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";
import { entriesOf, isRecord, text } from "./text.ts";

/** A parameter as the query serialiser wants it: name, and how its value is written. */
export type QueryParameter = Omit<ParameterDefinition, "arg">;

const arrayDelimiters = { spaceDelimited: "%20", pipeDelimited: "|" } as const;

/**
 * The `name=value` pairs of one query parameter, delimiters literal and values encoded; none for a value that is
 * absent.
 */
export function queryPairs(parameter: QueryParameter, value: unknown): string[] {
  const { name, style = "form" } = parameter;
  if (value === undefined || (value === null && !parameter.nullable)) return [];
  const key = encodeURIComponent(name);
  const encode = (one: unknown): string => encodeText(text(one, `query parameter "${name}"`), parameter);
  if (typeof value !== "object" && !parameter.json) return [`${key}=${encode(value)}`];
  if (parameter.json) return [`${key}=${encode(JSON.stringify(value))}`];
  if (style === "deepObject" && typeof value === "object") return deepPairs(key, value, encode);
  const explode = parameter.explode ?? style === "form";
  if (Array.isArray(value)) {
    const parts = value.map((member) => encode(member));
    if (explode) return parts.map((part) => `${key}=${part}`);
    return [
      `${key}=${parts.join(style in arrayDelimiters ? arrayDelimiters[style as "pipeDelimited"] : ",")}`,
    ];
  }
  if (isRecord(value)) {
    const entries = entriesOf(value).map(
      ([field, member]) => [encodeURIComponent(field), encode(member)] as const,
    );
    if (explode) return entries.map(([field, member]) => `${field}=${member}`);
    const delimiter = style in arrayDelimiters ? arrayDelimiters[style as "pipeDelimited"] : ",";
    return [`${key}=${entries.flat().join(delimiter)}`];
  }
  return [`${key}=${encode(value)}`];
}

/** `filter[owner][name]=x&filter[ids][0]=1`, to any depth. */
function deepPairs(key: string, value: unknown, encode: (value: unknown) => string): string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) && !isRecord(value)) return [`${key}=${encode(value)}`];
  return Object.entries(value).flatMap(([field, member]) =>
    deepPairs(`${key}[${encodeURIComponent(field)}]`, member, encode),
  );
}

function encodeText(value: string, { name, allowReserved }: QueryParameter): string {
  try {
    const encoded = encodeURIComponent(value);
    // Reserved characters stay literal, except those that would end the value or the query: `#`, `&`, `+`, `%`.
    return allowReserved
      ? encoded.replaceAll(/%(?:3A|2F|3F|5B|5D|40|24|2C|3B|3D)/g, decodeURIComponent)
      : encoded;
  } catch {
    throw new ConfigError(`query parameter "${name}" must be well-formed Unicode`);
  }
}
