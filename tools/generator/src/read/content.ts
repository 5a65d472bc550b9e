import { isObject, type JsonObject, member } from "../load/json.ts";
import { unknown } from "./combine.ts";
import { membersAt } from "./document.ts";
import { examplesOf } from "./example.ts";
import { facetsOf } from "./facets.ts";
import type { Content } from "./model.ts";
import type { Reading } from "./reading.ts";
import { typeOf } from "./type.ts";
import { carrierOf } from "./wire/carrier.ts";
import { encodingOf } from "./wire/encoding.ts";

/** The media types of a body, in the order of the document. */
export function contentsOf(reading: Reading, holder: JsonObject): readonly Content[] {
  return membersAt(holder, "content").map(([mediaType, value]) => {
    const media = isObject(value) ? value : {};
    const schema = member(media, "schema");
    const type = schema === undefined ? unknown : typeOf(reading, schema);
    const examples = examplesOf(reading, media, facetsOf(reading, schema).examples);
    const kind = type.kind === "binary" ? "binary" : carrierOf(mediaType);
    const encoding = encodingOf(media, mediaType);
    const content = { mediaType, kind, type, examples };
    return encoding.length > 0 ? Object.assign(content, { encoding }) : content;
  });
}
