import { isObject, type JsonObject } from "../../load/json.ts";
import { booleanAt, has, membersAt, textAt } from "../document.ts";
import type { FieldEncoding, Parameter } from "../model.ts";
import { carrierOf, isRange } from "./carrier.ts";

/** What a media type says of how the fields of a form travel; nothing of those that travel as they would anyway. */
export function encodingOf(media: JsonObject, mediaType: string): readonly FieldEncoding[] {
  const carrier = carrierOf(mediaType);
  return membersAt(media, "encoding").flatMap(([name, value]): readonly FieldEncoding[] => {
    const encoding = isObject(value) ? value : {};
    const written = carrier === "form" ? writtenAs(encoding) : undefined;
    const type = carrier === "multipart" ? textAt(encoding, "contentType") : undefined;
    // Of several, the caller's file has the one that it is.
    const single = type !== undefined && !type.includes(",") && !isRange(type) ? type.trim() : undefined;
    if (written !== undefined) return [{ name, written }];
    return single === undefined ? [] : [{ name, mediaType: single }];
  });
}

/** Where any of the three is said, the field is written as a query parameter would be. */
function writtenAs(encoding: JsonObject): FieldEncoding["written"] {
  if (!["style", "explode", "allowReserved"].some((name) => has(encoding, name))) return undefined;
  const style = styles.find((one) => one === textAt(encoding, "style")) ?? "form";
  return {
    style,
    explode: booleanAt(encoding, "explode") ?? style === "form",
    allowReserved: booleanAt(encoding, "allowReserved") === true,
  };
}

const styles: readonly Parameter["style"][] = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];
