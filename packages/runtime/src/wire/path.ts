import type { ParameterDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";
import { kindOf, percent, writeParameter } from "./parameter.ts";

/** `{name}`, as in the template of a path. */
export const placeholder = /\{([^{}]+)\}/g;
/** Not within the name of a placeholder. */
const fragment = /#(?![^{}]*\}).*/s;
/** A URL parser resolves `..`, `.%2e` and `%2E%2E` alike. */
const dotSegment = /(?:^|\/)(?:\.|%2e){1,2}(?:[/?]|$)/i;

/**
 * Fills the `{placeholders}` of a path template. Every value is encoded, and the finished path judged: no value may
 * reach another endpoint than the template names, as `""` in `/keys/{id}` or `..` would. A fragment only tells templates
 * apart and stays behind; a fixed query is part of the path.
 *
 * @throws ConfigError for a value that is missing, empty or not a single value, and for a segment that is `.` or `..`.
 */
export function fillPath(
  template: string,
  valueOf: (parameter: ParameterDefinition) => unknown,
  styles?: readonly ParameterDefinition[],
): string {
  const path = template.replace(fragment, "").replaceAll(placeholder, (_, name: string) => {
    const parameter = pathParameter(name, styles);
    const value = valueOf(parameter);
    const present = Array.isArray(value) ? value.length > 0 && value.every(isPresent) : isPresent(value);
    // An object without members leaves nothing either.
    const written = present ? writeParameter(parameter, value, "simple", percent) : "";
    if (written) return written;
    throw new ConfigError(`path parameter "${name}" is required, found ${kindOf(value)}`);
  });
  if (!dotSegment.test(path)) return path;
  throw new ConfigError(`path parameter of ${template}: "." and ".." would reach another endpoint`);
}

/** With `name=value` pairs after the query that is there, or as the query. */
export function addQuery(url: string, pairs: readonly string[]): string {
  return pairs.length === 0 ? url : `${url}${url.includes("?") ? "&" : "?"}${pairs.join("&")}`;
}

/** How a path parameter is written. */
export function pathParameter(
  name: string,
  styles: readonly ParameterDefinition[] = [],
): ParameterDefinition {
  return styles.find((style) => style.name === name) ?? { name };
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}
