import { isObject, type JsonObject, member } from "../load/json.ts";
import { membersAt, resolveDescribed, textAt } from "./document.ts";
import type { Example, Json } from "./model.ts";
import type { Reading } from "./reading.ts";

/**
 * Examples of a parameter, header or media type: its `examples`, else its `example`, else those of its schema. Lone ones
 * are called `default`, as mock servers call them.
 *
 * @param fromSchema - Examples the schema gives.
 */
export function examplesOf(
  reading: Reading,
  holder: JsonObject,
  fromSchema: readonly Json[],
): readonly Example[] {
  const named = membersAt(holder, "examples").flatMap(([name, example]) => {
    const target = resolveDescribed(reading.root, { value: example, pointer: "#" })?.value;
    const value = member(target, "value");
    if (value === undefined) return [];
    const [summary, description] = [textAt(target, "summary"), textAt(target, "description")];
    return [{ name, named: true, summary, description, value }];
  });
  if (named.length > 0) return named;
  const single = member(holder, "example");
  return (single === undefined ? fromSchema : [single]).map((value, index) => ({
    name: index === 0 ? "default" : `default-${index + 1}`,
    named: false,
    summary: undefined,
    description: undefined,
    value,
  }));
}

/** A media type, and what a document says of it. */
export interface MediaContent {
  readonly mediaType: string;
  readonly media: JsonObject;
}

/** The media type that a `content` names first, and what it says of it. */
export function firstContent(holder: JsonObject): MediaContent | undefined {
  const [first] = membersAt(holder, "content");
  if (first === undefined) return undefined;
  const [mediaType, value] = first;
  return { mediaType, media: isObject(value) ? value : {} };
}
