import { childOf } from "../../load/grammar.ts";
import { isObject, type JsonObject, mapMembers, member } from "../../load/json.ts";
import { membersAt, objectAt, resolveDescribed } from "../document.ts";
import type { Json } from "../model.ts";
import { carrierOf, isRange, isXml, readingOf, substanceOf } from "./carrier.ts";
import { answeredAs, sentAs } from "./carried.ts";
import { withFiles } from "./files.ts";

/**
 * The document with what travels under each media type as its schema, so that types say what a client gives and gets.
 * Media types that only say the same again are left out: a client needs one, and asks for that.
 */
export function withWireContents(root: JsonObject): JsonObject {
  const item = (value: Json): Json => (isObject(value) ? mapMembers(value, operationOf) : value);
  const operationOf = (value: Json, method: string): Json =>
    isObject(value) && childOf("pathItem", method)?.kind === "operation"
      ? edited(edited(value, "requestBody", body), "responses", (all) => mapMembers(all, answer))
      : value;
  const body = (value: JsonObject): JsonObject => edited(value, "content", (content) => sent(root, content));
  const answer = (value: Json, status: string): Json => {
    if (!isObject(value)) return value;
    const failed = !status.startsWith("2");
    return edited(failed ? withOwnFiles(root, value) : value, "content", (content) =>
      answered(root, content, failed),
    );
  };
  const components = (value: JsonObject): JsonObject =>
    [
      ["requestBodies", (one: Json): Json => (isObject(one) ? body(one) : one)] as const,
      ["responses", (one: Json): Json => answer(one, "2XX")] as const,
      ["pathItems", item] as const,
    ].reduce(
      (changed, [section, change]) => edited(changed, section, (all) => mapMembers(all, change)),
      value,
    );
  return edited(
    edited(root, "paths", (paths) => mapMembers(paths, item)),
    "components",
    components,
  );
}

type Entry = readonly [mediaType: string, media: Json];

function sent(root: JsonObject, content: JsonObject): JsonObject {
  const all = Object.entries(content);
  const json = all.filter(([mediaType]) => !isRange(mediaType) && carrierOf(mediaType) === "json");
  const entries = all.filter((entry) => !isSentAlready(root, entry, json));
  return rebuilt(content, entries, (mediaType, media) => {
    const { schema } = sentAs(root, mediaType, member(media, "schema"));
    return carrierOf(mediaType) === "multipart" ? withFiles(root, schema, media) : schema;
  });
}

/** A range beside what it stands for, and what nobody writes by a schema beside JSON. */
function isSentAlready(root: JsonObject, [mediaType, media]: Entry, json: readonly Entry[]): boolean {
  if (isXml(mediaType)) return json.length > 0 && substanceOf(root, member(media, "schema")) !== "text";
  const alias = isRange(mediaType) || mediaType === "text/json";
  if (!alias || carrierOf(mediaType) !== "json") return false;
  return json.some(([other, otherMedia]) => other !== mediaType && sameSchema(media, otherMedia));
}

function answered(root: JsonObject, content: JsonObject, failed: boolean): JsonObject {
  const all = Object.entries(content);
  const json = all.find(([mediaType]) => readingOf(mediaType) === "json");
  const entries = all.filter((entry) => {
    if (json === undefined || entry === json) return true;
    return !isXml(entry[0]) && !(readingOf(entry[0]) !== "binary" && sameSchema(entry[1], json[1]));
  });
  return rebuilt(
    content,
    entries,
    (mediaType, media) => answeredAs(root, mediaType, member(media, "schema"), failed).schema,
  );
}

/** An error that shares its description with others, in place of the reference, when it describes a file. */
function withOwnFiles(root: JsonObject, response: JsonObject): JsonObject {
  if (member(response, "$ref") === undefined) return response;
  const target = resolveDescribed(root, { value: response, pointer: "#" })?.value;
  const files = membersAt(target, "content").some(([mediaType]) =>
    ["binary", "any"].includes(readingOf(mediaType)),
  );
  return target !== undefined && files ? target : response;
}

function sameSchema(one: Json, other: Json): boolean {
  return JSON.stringify(member(one, "schema")) === JSON.stringify(member(other, "schema"));
}

function rebuilt(
  content: JsonObject,
  entries: readonly Entry[],
  schemaOf: (mediaType: string, media: Json) => Json | undefined,
): JsonObject {
  const next = entries.map(([mediaType, media]): Entry => {
    const schema = schemaOf(mediaType, media);
    if (schema === undefined || schema === member(media, "schema") || !isObject(media))
      return [mediaType, media];
    return [mediaType, { ...withoutOtherExamples(media), schema }];
  });
  const same = next.every(([, media], index) => media === entries[index]?.[1]);
  return same && next.length === Object.keys(content).length ? content : Object.fromEntries(next);
}

/** Examples of what travels as text or bytes are text. */
function withoutOtherExamples({ example, examples: _named, ...media }: JsonObject): JsonObject {
  return typeof example === "string" ? { ...media, example } : media;
}

/** The object with a member changed, or itself where nothing changed. */
function edited(object: JsonObject, name: string, change: (value: JsonObject) => JsonObject): JsonObject {
  const value = objectAt(object, name);
  if (value === undefined) return object;
  const next = change(value);
  return next === value ? object : { ...object, [name]: next };
}
