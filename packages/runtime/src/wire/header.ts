import type { ParameterDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";
import { entriesOf, isRecord, text } from "./text.ts";

/** Value of a header parameter in style `simple`; `undefined` when there is nothing to send. */
export function headerValue(parameter: Omit<ParameterDefinition, "arg">, value: unknown): string | undefined {
  if (value === undefined || (value === null && !parameter.nullable)) return undefined;
  const what = `header "${parameter.name}"`;
  return checkHeaderValue(parameter.name, join(value, what, parameter));
}

function join(value: unknown, what: string, { json, explode }: Omit<ParameterDefinition, "arg">): string {
  if (json) return JSON.stringify(value);
  if (Array.isArray(value)) return value.map((member) => text(member, what)).join(",");
  if (!isRecord(value)) return text(value, what);
  return entriesOf(value)
    .map(([field, member]) => `${field}${explode ? "=" : ","}${text(member, what)}`)
    .join(",");
}

/** Headers of the caller's by lower-case name, judged; `null` stays: it removes a header. */
export function checkHeaders(
  headers: { readonly [name: string]: string | null | undefined } = {},
): Map<string, string | null> {
  const checked = new Map<string, string | null>();
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) throw new ConfigError(`"${name}" is not the name of a header`);
    checked.set(name.toLowerCase(), value === null ? null : checkHeaderValue(name, value));
  }
  return checked;
}

/**
 * The value, when it can travel in a header. Judged here, because the platform's message for a bad value repeats it.
 *
 * @throws ConfigError
 */
export function checkHeaderValue(name: string, value: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what must not pass
  if (/[\0\r\n]|[^\0-\xff]/.test(value)) {
    throw new ConfigError(`header "${name}" must not contain line breaks, NUL or characters outside Latin-1`);
  }
  return value;
}
