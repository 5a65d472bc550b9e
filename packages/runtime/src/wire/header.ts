import { ConfigError } from "../errors/config-error.ts";

/** Headers by lower-case name; `null` removes one that would be sent otherwise. */
export type HeaderMap = Map<string, string | null>;

/** Headers of the caller's by lower-case name, judged. */
export function checkHeaders(headers: object = {}): HeaderMap {
  const given = Object.entries(headers).filter(([, value]) => value !== undefined);
  return new Map(
    given.map(([name, value]) => [name.toLowerCase(), value === null ? null : checkHeader(name, value)]),
  );
}

/**
 * The value, when it can travel in a header. Judged here, because the platform's message for a bad value repeats it.
 *
 * @throws ConfigError
 */
export function checkHeader(name: string, value: unknown): string {
  const text = String(value);
  // oxlint-disable-next-line no-control-regex -- control characters are what must not pass
  if (/^[\w!#$%&'*+.^`|~-]+$/.test(name) && !/[\0\r\n]|[^\0-\xff]/.test(text)) return text;
  throw new ConfigError(
    `header "${name}" must have a valid name, and no line break, NUL or character outside Latin-1`,
  );
}

/** Headers as they travel with a body. */
export function finishHeaders(headers: HeaderMap, body: unknown): Map<string, string> {
  // The platform names the boundary, and nothing has no type.
  if (body === null || body === undefined || body instanceof FormData) headers.delete("content-type");
  for (const [name, value] of headers) if (value === null) headers.delete(name);
  return headers as Map<string, string>;
}

/** Base64 of a text's UTF-8 bytes; `btoa` alone refuses everything outside Latin-1. */
export function base64(text: string): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}
