import type { ParameterDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";
import { entriesOf, isRecord, kindOf, text } from "./text.ts";

const placeholder = /\{([^{}]+)\}/;
/** A URL parser resolves `..`, `.%2e` and `%2E%2E` alike. */
const dotSegment = /(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i;

/**
 * Fills the `{placeholders}` of a path template. Every value is encoded, and every finished segment judged: no value
 * may reach another endpoint than the template names, as `""` in `/keys/{id}` or `..` would.
 *
 * @throws ConfigError for a value that is missing, empty or not a single value, and for a segment that is `.` or `..`.
 */
export function fillPath(
  template: string,
  valueOf: (name: string) => unknown,
  styles?: ReadonlyMap<string, ParameterDefinition>,
): string {
  // Texts and names of placeholders take turns.
  const parts = template.split(placeholder);
  let path = "";
  for (const [index, part] of parts.entries()) {
    path += index % 2 === 0 ? part : expand(part, valueOf(part), styles?.get(part));
  }
  if (dotSegment.test(path))
    throw new ConfigError(`path parameter of ${template}: "." and ".." would reach another endpoint`);
  return path;
}

function expand(name: string, value: unknown, parameter: ParameterDefinition | undefined): string {
  const style = parameter?.style ?? "simple";
  const explode = parameter?.explode ?? false;
  if (parameter?.json) return encodeURIComponent(JSON.stringify(value));
  if (Array.isArray(value)) return expandArray(name, value, style, explode);
  if (parameter && isRecord(value)) return expandRecord(name, value, style, explode);
  const single = encode(name, value);
  if (style === "label") return `.${single}`;
  return style === "matrix" ? `;${encodeURIComponent(name)}=${single}` : single;
}

function expandArray(name: string, values: readonly unknown[], style: string, explode: boolean): string {
  if (values.length === 0) throw new ConfigError(`path parameter "${name}" must not be an empty array`);
  const parts = values.map((value) => encode(name, value));
  const key = encodeURIComponent(name);
  if (style === "label") return `.${parts.join(explode ? "." : ",")}`;
  if (style !== "matrix") return parts.join(",");
  return explode ? parts.map((part) => `;${key}=${part}`).join("") : `;${key}=${parts.join(",")}`;
}

function expandRecord(name: string, value: Record<string, unknown>, style: string, explode: boolean): string {
  const entries = entriesOf(value);
  if (entries.length === 0) throw new ConfigError(`path parameter "${name}" must not be an empty object`);
  const pairs = entries.map(
    ([key, member]) => `${encodeURIComponent(key)}${explode ? "=" : ","}${encode(name, member)}`,
  );
  if (style === "label") return `.${pairs.join(explode ? "." : ",")}`;
  if (style !== "matrix") return pairs.join(",");
  return explode ? `;${pairs.join(";")}` : `;${encodeURIComponent(name)}=${pairs.join(",")}`;
}

function encode(name: string, value: unknown): string {
  if (value === undefined || value === null || value === "") {
    throw new ConfigError(`path parameter "${name}" is required, found ${kindOf(value)}`);
  }
  try {
    return encodeURIComponent(text(value, `path parameter "${name}"`));
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new ConfigError(`path parameter "${name}" must be well-formed Unicode`);
  }
}
