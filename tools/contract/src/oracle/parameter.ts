import type { Parameter, Type } from "@keysmith/generator";
import { decode, type Wire } from "./wire.ts";

/** What a parameter holds, by its style: text, a list of texts or an object of texts; undefined when it is not there. */
export function readParameter(parameter: Parameter, type: Type, wire: Wire): unknown {
  const { name, style, explode, mediaType } = parameter;
  const raw = (parameter.in === "query" ? wire.query : wire.cookies)
    .filter(([key]) => key === name)
    .map(([, value]) => value);
  const single =
    parameter.in === "path"
      ? wire.path.get(name)
      : parameter.in === "header"
        ? wire.headers.get(name.toLowerCase())
        : raw[0];
  if (mediaType !== undefined) return single === undefined ? undefined : jsonText(decode(single));
  switch (type.kind) {
    case "array":
    case "tuple":
      if (style === "form" && explode) return raw.length === 0 ? undefined : raw.map(decode);
      return single === undefined
        ? undefined
        : unprefixed(single, parameter).split(separator(parameter)).map(decode);
    case "object":
      if (style === "deepObject") return deepObject(name, wire);
      if (style === "form" && explode)
        return ownProperties(
          type.properties.map((property) => property.name),
          wire,
        );
      return single === undefined ? undefined : flatObject(unprefixed(single, parameter), parameter);
    default:
      if (raw.length > 1) return raw.map(decode);
      return single === undefined ? undefined : decode(unprefixed(single, parameter));
  }
}

/** Styles `label` and `matrix` begin with a mark. */
function unprefixed(value: string, { style, name }: Parameter): string {
  if (style === "label") return value.replace(/^\./, "");
  return style === "matrix" ? value.replace(new RegExp(`^;${name}=?`), "") : value;
}

function separator({ style, explode }: Parameter): string | RegExp {
  switch (style) {
    case "label":
      return explode ? "." : ",";
    case "matrix":
      return explode ? /;[^=;]*=/ : ",";
    case "spaceDelimited":
      return "%20";
    case "pipeDelimited":
      return /\||%7C/i;
    default:
      return ",";
  }
}

function flatObject(value: string, { explode, style }: Parameter): unknown {
  if (explode) {
    const mark = style === "label" ? "." : style === "matrix" ? ";" : ",";
    return Object.fromEntries(value.split(mark).map((pair) => pair.split("=").map(decode)));
  }
  const parts = value.split(",").map(decode);
  return Object.fromEntries(
    parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? ""]] : [])),
  );
}

function deepObject(name: string, { query }: Wire): unknown {
  const own = query.filter(([key]) => key.startsWith(`${name}[`));
  return own.length === 0
    ? undefined
    : Object.fromEntries(own.map(([key, value]) => [key.slice(name.length + 1, -1), decode(value)]));
}

function ownProperties(names: readonly string[], { query }: Wire): unknown {
  const own = query.filter(([key]) => names.includes(key));
  return own.length === 0 ? undefined : Object.fromEntries(own.map(([key, value]) => [key, decode(value)]));
}

function jsonText(text: string): unknown {
  return JSON.parse(text, scalarText);
}

/** As {@link readParameter} promises: every scalar is text. */
function scalarText(_: string, value: unknown): unknown {
  return typeof value === "number" || typeof value === "boolean" || value === null ? String(value) : value;
}
