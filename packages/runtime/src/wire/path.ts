import type { ParameterDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";
import { expand, percent } from "./style.ts";
import { isRecord, kindOf } from "./text.ts";

const placeholder = /\{([^{}]+)\}/;
/** A URL parser resolves `..`, `.%2e` and `%2E%2E` alike. */
const dotSegment = /(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i;

/**
 * Fills the `{placeholders}` of a path template. Every value is encoded, and the finished path judged: no value may
 * reach another endpoint than the template names, as `""` in `/keys/{id}` or `..` would.
 *
 * @throws ConfigError for a value that is missing, empty or not a single value, and for a segment that is `.` or `..`.
 */
export function fillPath(
  template: string,
  valueOf: (name: string) => unknown,
  styles: readonly ParameterDefinition[] = [],
): string {
  // Texts and names of placeholders take turns.
  const parts = template.split(placeholder);
  for (let index = 1; index < parts.length; index += 2) {
    const name = parts[index] ?? "";
    const parameter = styles.find((style) => style.name === name);
    const value = valueOf(name);
    const sound = Array.isArray(value)
      ? value.length > 0 && value.every(isSingle)
      : isSingle(value) && (parameter ?? !isRecord(value));
    if (!sound) throw new ConfigError(`path parameter "${name}" is required, found ${kindOf(value)}`);
    parts[index] = expand(parameter ?? { name }, value, "simple", percent);
  }
  const path = parts.join("");
  if (!dotSegment.test(path)) return path;
  throw new ConfigError(`path parameter of ${template}: "." and ".." would reach another endpoint`);
}

function isSingle(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}
