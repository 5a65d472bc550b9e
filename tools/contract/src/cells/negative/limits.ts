import { fullFormats } from "ajv-formats/dist/formats.js";
import type { Content, Parameter } from "@keysmith/generator";
import { isKnown, type Site } from "./sites.ts";

/** Why nothing can tell whether a keyword is kept; undefined where the mock has to refuse what breaks it. */
export function limitOf(place: Parameter | Content, site: Site): string | undefined {
  if ("in" in place) {
    // What is no text has no form in a cookie: that the client sees.
    const isText = site.keyword === "type" && site.schema["type"] === "string";
    if (place.in === "cookie" && !isText) return "Prism does not look at cookie parameters";
    if (place.mediaType !== undefined)
      return `Prism does not read parameters that travel as ${place.mediaType}`;
  } else {
    if (place.kind === "binary") return "every sequence of bytes is a file";
    if ((place.kind === "form" || place.kind === "multipart") && site.path.length > 1)
      return "Prism takes every field of a form for one text, and does not see what is in it";
  }
  return ofWire(place, site) ?? ofKeyword(site);
}

/** Types that every text has which can be sent. */
function ofWire(place: Parameter | Content, { keyword, schema, path }: Site): string | undefined {
  const isField = "kind" in place && (place.kind === "form" || place.kind === "multipart");
  if (keyword !== "type" || (!("in" in place) && !isField)) return undefined;
  const types = new Set<unknown>([schema["type"]].flat());
  if (types.has("array")) return "what is sent once is a list of one";
  if (types.has("object") && !isField) return "what is sent as text instead is another parameter";
  return isField && path.length > 0 && types.has("string") ? "every field of a form is text" : undefined;
}

function ofKeyword({ keyword, schema }: Site): string | undefined {
  if (keyword === "discriminator") return "neither Prism nor the suite's validator reads `discriminator`";
  if (!isKnown(keyword)) return `neither Prism nor the suite's validator knows \`${keyword}\``;
  if (keyword !== "format") return undefined;
  const format = String(schema["format"]);
  if (!Object.hasOwn(fullFormats, format)) return `no validator knows the format \`${format}\``;
  return LAX.get(format);
}

/** Formats that validators take everything for. */
const LAX = new Map([
  ["binary", "every text has the format `binary`"],
  ["password", "every text has the format `password`"],
  ["double", "every number has the format `double`"],
  ["float", "every number has the format `float`"],
  ["int64", "validators take every whole number for an `int64`: JavaScript cannot tell where they end"],
]);
