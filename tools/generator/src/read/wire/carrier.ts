import { isObject, type JsonObject, member } from "../../load/json.ts";
import { has, listAt, resolve, textAt } from "../document.ts";
import type { Content, Json } from "../model.ts";

/** How a body travels. */
export type Carrier = Content["kind"];

/** `application/json; charset=utf-8` -> `application/json` */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

/** How a request's body of this media type is written. Wildcards are JSON: generators of documents mean that by them. */
export function carrierOf(mediaType: string): Carrier {
  const name = essenceOf(mediaType);
  if (name === "multipart/form-data" || name === "multipart/*") return "multipart";
  if (name === "application/x-www-form-urlencoded") return "form";
  if (/[/+]json$|^(?:\*|application)\/\*$/.test(name)) return "json";
  return textual.test(name) ? "text" : "binary";
}

const textual =
  /^text\/|^application\/(?:xml|yaml|x-yaml|javascript|graphql|x-ndjson|ndjson|jsonl|jwt|sql|x-pem-file)$|\+(?:xml|yaml)$/;

/** What the runtime makes of an answer of this media type; of one that may be anything, what the answer then says. */
export function readingOf(mediaType: string): "json" | "text" | "binary" | "any" {
  const name = essenceOf(mediaType);
  if (/[/+]json$/.test(name)) return "json";
  if (/^(?:\*|application)\/\*$/.test(name)) return "any";
  return /^text\/|[/+]xml$|^application\/x-www-form-urlencoded$/.test(name) ? "text" : "binary";
}

export function isXml(mediaType: string): boolean {
  return /[/+]xml$/.test(essenceOf(mediaType));
}

/** Whether it names several media types, `image/*`: the star stands for a part of the name, and nothing else does. */
export function isRange(mediaType: string): boolean {
  return /^(?:\*|(?:\*|[^\s*/]+)\/\*(?:\+[a-z][\w-]*)?)$/.test(essenceOf(mediaType));
}

/** What a body goes out as: a range is none, and stays one where only the caller can know. */
export function sentType({ mediaType, kind }: Pick<Content, "mediaType" | "kind">): string {
  const [start = ""] = essenceOf(mediaType).split("*", 1);
  const usual = usualTypes[kind];
  return isRange(mediaType) && usual.startsWith(start) ? usual : mediaType;
}

const usualTypes: Readonly<Record<Carrier, string>> = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  multipart: "multipart/form-data",
  text: "text/plain",
  binary: "application/octet-stream",
};

/** What values of a schema are, as far as it matters to what carries them. */
export type Substance = "anything" | "text" | "single" | "binary" | "list" | "object";

/** The substance of a schema; of a combination, that of its first member that says anything. */
export function substanceOf(root: JsonObject, schema: Json | undefined, depth = 0): Substance {
  const target = schema === undefined ? undefined : resolve(root, { value: schema, pointer: "#" })?.value;
  // A schema that leads to itself says nothing new on the way.
  if (target === undefined || depth > 8) return "anything";
  const type = [member(target, "type")].flat().find((one) => one !== "null");
  if (type === "object" || has(target, "properties") || has(target, "additionalProperties")) return "object";
  if (type === "array" || has(target, "items") || has(target, "prefixItems")) return "list";
  if (type === "string") return isBinary(target) ? "binary" : "text";
  if (typeof type === "string") return "single";
  for (const keyword of ["allOf", "oneOf", "anyOf"]) {
    for (const part of listAt(target, keyword) ?? []) {
      const substance = substanceOf(root, part, depth + 1);
      if (substance !== "anything") return substance;
    }
  }
  return enumSubstance(target);
}

/** The schemas of text and of a file, for what travels as those. */
export const text: Json = { type: "string" };
export const file: Json = { type: "string", format: "binary" };

/** `format: binary` of 3.0, or 3.1's media type of what is in no text encoding. */
export function isBinary(schema: Json | undefined): boolean {
  if (!isObject(schema)) return false;
  const media = textAt(schema, "contentMediaType");
  const carried = media !== undefined && readingOf(media) === "binary" && !has(schema, "contentEncoding");
  return textAt(schema, "format") === "binary" || carried;
}

function enumSubstance(schema: JsonObject): Substance {
  const [first] = listAt(schema, "enum") ?? [member(schema, "const")];
  if (first === undefined) return "anything";
  return typeof first === "string" ? "text" : "single";
}
