import { type JsonObject, member } from "../load/json.ts";
import { unknown } from "./combine.ts";
import { membersAt, resolve } from "./document.ts";
import { examplesOf } from "./example.ts";
import { facetsOf } from "./facets.ts";
import type { Content, Type } from "./model.ts";
import type { Reading } from "./reading.ts";
import { typeOf } from "./type.ts";

/** The media types of a body, in the order of the document. */
export function contentsOf(reading: Reading, holder: JsonObject): readonly Content[] {
  return membersAt(holder, "content").map(([mediaType, value]) => {
    const media = resolve(reading.root, { value, pointer: "#" })?.value ?? {};
    const schema = member(media, "schema");
    const type = schema === undefined ? unknown : typeOf(reading, schema);
    const examples = examplesOf(reading, media, facetsOf(reading, schema).examples);
    return { mediaType, kind: kindOf(mediaType, type), type, examples };
  });
}

/** How a body of this media type travels. Wildcards are taken for JSON: generators of documents mean that by them. */
function kindOf(mediaType: string, type: Type): Content["kind"] {
  const [essence = ""] = mediaType.toLowerCase().split(";");
  const name = essence.trim();
  if (name.startsWith("multipart/")) return "multipart";
  if (name === "application/x-www-form-urlencoded") return "form";
  if (type.kind === "binary") return "binary";
  if (/^(?:application|text)\/json$|\+json$|^(?:\*|application)\/\*$/.test(name)) return "json";
  return textual.test(name) ? "text" : "binary";
}

const textual =
  /^text\/|^application\/(?:xml|yaml|x-yaml|javascript|graphql|x-ndjson|ndjson|jsonl|jwt|sql|x-pem-file)$|\+(?:xml|yaml)$/;
