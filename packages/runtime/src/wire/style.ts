import type { ParameterDefinition, ParameterStyle } from "../definition.ts";
import { entriesOf, isRecord, percent, text } from "./text.ts";

/** How a style begins, what it puts between values, and whether it repeats the name. */
const styles: Readonly<
  Partial<Record<ParameterStyle, readonly [start: string, between: string, named: boolean]>>
> = {
  simple: ["", ",", false],
  label: [".", ".", false],
  matrix: [";", ";", true],
};
const delimiters: Readonly<Partial<Record<ParameterStyle, string>>> = {
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
  encode: (value: string) => string = percent,
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
    : entriesOf(value).flatMap(([key, member]) =>
        explode ? `${encode(key)}=${write(member)}` : [encode(key), write(member)],
      );
  if (explode) return parts.length === 0 ? "" : start + parts.join(between);
  return start + label + parts.join(delimiters[style] ?? ",");
}

/** `filter[owner][name]=x` and `filter[ids][0]=1`, to any depth. */
function deep(key: string, value: unknown, write: (member: unknown) => string): string[] {
  if (!Array.isArray(value) && !isRecord(value)) return [`${key}=${write(value)}`];
  return entriesOf(value).flatMap(([field, member]) => deep(`${key}[${percent(field)}]`, member, write));
}
