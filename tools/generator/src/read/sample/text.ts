import type { Constraints } from "../model.ts";
import { matches, type Trial } from "./matches.ts";
import { matching } from "./pattern.ts";

/**
 * Text of a format, matching its pattern, of a length within the bounds.
 *
 * @param index - Makes neighbours in a list differ.
 */
export function makeText(
  trial: Trial,
  format: string | undefined,
  constraints: Constraints,
  index: number,
): string {
  const formatted = formats.get(format ?? "");
  const { pattern, minLength = 0 } = constraints;
  const short = formatted?.(index, 0);
  const missing = Math.max(0, Math.min(minLength, longest) - (short?.length ?? 0));
  const candidates = [short, formatted?.(index, missing) ?? plain(constraints, index)];
  const fitting = candidates.find((text) => text !== undefined && fits(trial, text, constraints));
  const matched = pattern === undefined ? undefined : matching(trial, pattern, constraints, index);
  return fitting ?? matched ?? short ?? plain(constraints, index);
}

/** Longer texts are not worth making. */
const longest = 10_000;

function plain({ minLength = 0, maxLength = longest }: Constraints, index: number): string {
  const word = index === 0 ? "text" : `text${index + 1}`;
  // Where there is no room for all of it, the end is what differs.
  const short = index === 0 ? word.slice(0, maxLength) : word.slice(-Math.min(maxLength, word.length));
  return short.padEnd(Math.min(minLength, longest), "x");
}

function fits(
  trial: Trial,
  text: string,
  { pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Constraints,
): boolean {
  const { length } = [...text];
  return (
    length >= minLength &&
    length <= maxLength &&
    (pattern === undefined || matches(trial, pattern, text) === true)
  );
}

/** Text of a format: the `index`-th, with room for `more` characters where the format allows. */
type Formatted = (index: number, more: number) => string;

const formats: ReadonlyMap<string, Formatted> = new Map<string, Formatted>([
  ["uuid", (index) => `00000000-0000-4000-8000-${String(index + 1).padStart(12, "0")}`],
  ["date-time", (index) => `2030-01-01T00:${twoDigits(index / 60)}:${twoDigits(index)}Z`],
  ["date", (index) => `2030-01-${twoDigits(index % 28, 1)}`],
  ["time", (index) => `12:${twoDigits(index / 60)}:${twoDigits(index)}Z`],
  ["duration", (index) => `P${index + 1}D`],
  ["email", (index, more) => `user${index + 1}${"x".repeat(more)}@example.com`],
  ["idn-email", (index, more) => `user${index + 1}${"x".repeat(more)}@example.com`],
  ["hostname", (index) => `host${index + 1}.example.com`],
  ["idn-hostname", (index) => `host${index + 1}.example.com`],
  ["ipv4", (index) => `192.0.2.${(index % 254) + 1}`],
  ["ipv6", (index) => `2001:db8::${(index + 1).toString(16)}`],
  ["uri", (index, more) => `https://example.com/${index + 1}${"x".repeat(more)}`],
  ["url", (index, more) => `https://example.com/${index + 1}${"x".repeat(more)}`],
  ["iri", (index, more) => `https://example.com/${index + 1}${"x".repeat(more)}`],
  ["uri-reference", (index, more) => `/${index + 1}${"x".repeat(more)}`],
  ["iri-reference", (index, more) => `/${index + 1}${"x".repeat(more)}`],
  ["uri-template", (index) => `/keys/{id}/${index + 1}`],
  ["json-pointer", (index) => `/${index}`],
  ["relative-json-pointer", (index) => `${index}`],
  ["regex", (index) => `^a{${index + 1}}$`],
  // Four characters hold three bytes, so the length is always a multiple of four.
  ["byte", (index, more) => "a2V5".repeat(index + 1 + Math.ceil(more / 4))],
]);

function twoDigits(value: number, from = 0): string {
  return String((Math.floor(value) % 60) + from).padStart(2, "0");
}
