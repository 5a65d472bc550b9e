import type { JsonObject } from "../../load/json.ts";
import type { Json } from "../model.ts";
import { carrierOf, essenceOf, file, isRange, readingOf, substanceOf, text } from "./carrier.ts";

/** What a client gives or gets for the schema of a media type. */
export interface Carried {
  /** The schema's own, or another one where values of it cannot travel like that. */
  readonly schema: Json | undefined;
  /** What is lost by that, for a warning. */
  readonly lost?: string;
}

const fields: Json = { type: "object" };

/** What a caller gives as a request's body of this media type. */
export function sentAs(root: JsonObject, mediaType: string, schema: Json | undefined): Carried {
  const substance = substanceOf(root, schema);
  const carrier = carrierOf(mediaType);
  switch (carrier) {
    case "json":
      return substance === "binary" && !isRange(mediaType) ? noFile(mediaType) : { schema };
    case "form":
    case "multipart":
      if (substance === "object" || (substance === "anything" && schema !== undefined)) return { schema };
      return schema === undefined
        ? { schema: fields }
        : { schema: fields, lost: `A form is an object of fields, so the type is that of any object.` };
    case "text":
      if (substance === "text" || substance === "single") return { schema };
      if (substance === "binary") return { schema: file };
      return { schema: text, ...lostIn(substance, written(mediaType)) };
    case "binary":
      if (substance === "binary") return { schema: file };
      // Bytes that nobody marked as such; text is written, too.
      if (substance === "text") return { schema: { oneOf: [file, text] } };
      return { schema: file, ...lostIn(substance, bytes(mediaType)) };
    default:
      return carrier satisfies never;
  }
}

/**
 * What a caller gets for an answer's body of this media type.
 *
 * @param failed - Bodies of errors are JSON or text, never files.
 */
export function answeredAs(
  root: JsonObject,
  mediaType: string,
  schema: Json | undefined,
  failed: boolean,
): Carried {
  const substance = substanceOf(root, schema);
  const reading = readingOf(mediaType);
  if (reading === "any") return substance === "binary" ? { schema: failed ? text : file } : { schema };
  if (reading === "json") {
    return substance === "binary" ? noFile(mediaType) : { schema };
  }
  if (reading === "text" || failed) {
    if (substance === "text") return { schema };
    return { schema: text, ...lostIn(substance, written(mediaType)) };
  }
  return { schema: file, ...lostIn(substance, bytes(mediaType)) };
}

function noFile(mediaType: string): Carried {
  return { schema: text, lost: `\`${mediaType}\` holds no bytes, so the type is \`string\`.` };
}

/** Files and what nobody described lose nothing. */
function lostIn(substance: string, lost: string): { readonly lost?: string } {
  return substance === "anything" || substance === "binary" || substance === "text" ? {} : { lost };
}

function written(mediaType: string): string {
  return `\`${mediaType}\` travels as text, nothing writes or reads it by a schema: the type is \`string\`. Convert it yourself, or offer JSON.`;
}

function bytes(mediaType: string): string {
  const why = essenceOf(mediaType).startsWith("multipart/")
    ? "is not written, only `multipart/form-data` is"
    : "travels as bytes";
  return `\`${mediaType}\` ${why}: the type is \`Blob\`. Describe a file as \`type: string, format: binary\`.`;
}
