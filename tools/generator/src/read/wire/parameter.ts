import { type JsonObject, member } from "../../load/json.ts";
import { textAt } from "../document.ts";
import { firstContent, type MediaContent } from "../example.ts";
import { carrierOf, isRange, substanceOf, text } from "./carrier.ts";

/** What a parameter says of the JSON it travels as; nothing of one that travels in a style, or as a text of the caller's. */
export function jsonContentOf(root: JsonObject, parameter: JsonObject): MediaContent | undefined {
  const content = firstContent(parameter);
  if (content === undefined || carrierOf(content.mediaType) !== "json") return undefined;
  // What may be anything is JSON, unless it is text already.
  const isText = isRange(content.mediaType) && substanceOf(root, member(content.media, "schema")) === "text";
  return isText ? undefined : content;
}

/**
 * The parameter with what callers give as its `schema`, so that it is typed like any other. In calls by path headers
 * travel as they are given: there JSON is text, too.
 */
export function withContentSchema(root: JsonObject, parameter: JsonObject): JsonObject {
  if (firstContent(parameter) === undefined) return parameter;
  const json = textAt(parameter, "in") === "header" ? undefined : jsonContentOf(root, parameter);
  return { ...parameter, schema: json === undefined ? text : (member(json.media, "schema") ?? true) };
}
