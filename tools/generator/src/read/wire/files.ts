import { isObject, type JsonObject, member } from "../../load/json.ts";
import { membersAt, objectAt, referenceOf, resolve, textAt } from "../document.ts";
import type { Json } from "../model.ts";
import { carrierOf, file, isBinary, substanceOf } from "./carrier.ts";

/**
 * The schema of a multipart body whose fields are files where the document says so in one of its other ways: by 3.1's
 * `contentMediaType`, or by the media type of the part.
 */
export function withFiles(root: JsonObject, schema: Json | undefined, media: Json): Json | undefined {
  const target = schema === undefined ? undefined : resolve(root, { value: schema, pointer: "#" })?.value;
  const encoding = isObject(media) ? objectAt(media, "encoding") : undefined;
  const changed = membersAt(target, "properties").flatMap(([name, property]) => {
    const next = fileOf(root, property, textAt(objectAt(encoding, name), "contentType"));
    return next === property ? [] : [[name, next] as const];
  });
  if (target === undefined || changed.length === 0) return schema;
  const properties = Object.fromEntries([...membersAt(target, "properties"), ...changed]);
  return { ...target, properties };
}

function fileOf(root: JsonObject, property: Json, partType: string | undefined): Json {
  if (!isObject(property) || referenceOf(property) !== undefined) return property;
  const { contentMediaType: _, items, ...rest } = property;
  if (textAt(property, "format") !== "binary" && isBinary(property)) return { ...rest, format: "binary" };
  if (items !== undefined && member(property, "type") === "array") {
    const next = fileOf(root, items, partType);
    return next === items ? property : { ...property, items: next };
  }
  const bytes = partType !== undefined && partType.split(",").every((type) => carrierOf(type) === "binary");
  // What the document calls text may be given as text.
  return bytes && substanceOf(root, property) === "text" ? { oneOf: [property, file] } : property;
}
