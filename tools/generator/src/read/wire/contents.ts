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
  const body = (value: JsonObject): JsonObject =>
    edited(value, "content", (content) => rebuilt(content, sentContents(root, content)));
  const answer = (value: Json, status: string): Json => {
    if (!isObject(value)) return value;
    const failed = isFailed(status);
    return edited(failed ? withOwnFiles(root, value) : value, "content", (content) =>
      rebuilt(content, answeredContents(root, content, failed)),
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

/** A media type that a client can send or ask for, with what it gives or gets. */
export interface Offered {
  readonly mediaType: string;
  readonly media: Json;
  readonly schema: Json | undefined;
  /** What its own schema says and nothing carries, for a warning. */
  readonly lost: string | undefined;
}

/** What may be sent of a request body's content: the rest only says the same again. */
export function sentContents(root: JsonObject, content: JsonObject): readonly Offered[] {
  const all = Object.entries(content);
  const json = all.filter(([mediaType]) => !isRange(mediaType) && carrierOf(mediaType) === "json");
  return all
    .filter((entry) => !isSentAlready(root, entry, json))
    .map(([mediaType, media]) => {
      const { schema, lost } = sentAs(root, mediaType, member(media, "schema"));
      const isMultipart = carrierOf(mediaType) === "multipart";
      return { mediaType, media, schema: isMultipart ? withFiles(root, schema, media) : schema, lost };
    });
}

/** A range beside what it stands for, and what nobody writes by a schema beside JSON. */
function isSentAlready(root: JsonObject, [mediaType, media]: Entry, json: readonly Entry[]): boolean {
  if (isXml(mediaType)) return json.length > 0 && substanceOf(root, member(media, "schema")) !== "text";
  const alias = isRange(mediaType) || mediaType === "text/json";
  if (!alias || carrierOf(mediaType) !== "json") return false;
  return json.some(([other, otherMedia]) => other !== mediaType && sameSchema(media, otherMedia));
}

/** What is asked for of an answer's content. */
export function answeredContents(root: JsonObject, content: JsonObject, failed: boolean): readonly Offered[] {
  const all = Object.entries(content);
  const json = all.find(([mediaType]) => readingOf(mediaType) === "json");
  return all
    .filter((entry) => {
      if (json === undefined || entry === json) return true;
      return !isXml(entry[0]) && !(readingOf(entry[0]) !== "binary" && sameSchema(entry[1], json[1]));
    })
    .map(([mediaType, media]) => {
      const { schema, lost } = answeredAs(root, mediaType, member(media, "schema"), failed);
      return { mediaType, media, schema, lost };
    });
}

/** Whether an answer of this status, as documents write it, is an error. */
export function isFailed(status: string): boolean {
  return !status.startsWith("2");
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

function rebuilt(content: JsonObject, offered: readonly Offered[]): JsonObject {
  const next = offered.map(({ mediaType, media, schema }): Entry => {
    if (schema === undefined || schema === member(media, "schema") || !isObject(media))
      return [mediaType, media];
    return [mediaType, { ...withoutOtherExamples(media), schema }];
  });
  const same = next.every(([, media], index) => media === offered[index]?.media);
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
