import { isObject, type JsonObject, member } from "../../load/json.ts";
import type { Node } from "../../load/walk.ts";
import { carrierOf, essenceOf, isXml, readingOf } from "../../read/wire/carrier.ts";
import { answeredAs, sentAs } from "../../read/wire/carried.ts";
import { at, type Context } from "../context.ts";
import { entriesOf, textOf } from "../reading.ts";

/** Bodies that nobody writes or reads by their schema: their types say what a client gives or gets instead. */
export function bodySupport({ document, nodes, warning }: Context): void {
  for (const node of nodes("requestBody")) {
    const content = contentOf(node);
    const json = content.some(([mediaType]) => carrierOf(mediaType) === "json");
    for (const [mediaType, media] of content) {
      if (json && isXml(mediaType)) continue;
      const { lost } = sentAs(document, mediaType, member(media, "schema"));
      if (lost !== undefined) warning(at(node, "content", mediaType), lost);
    }
  }
  for (const node of nodes("response")) {
    const failed = /^(?:[45]|default)/.test(node.place?.key ?? "");
    const content = contentOf(node);
    const json = content.find(([mediaType]) => readingOf(mediaType) === "json");
    for (const [mediaType, media] of content) {
      // Asked for is JSON, where it says the same.
      const same = JSON.stringify(member(media, "schema")) === JSON.stringify(member(json?.[1], "schema"));
      if (json !== undefined && json[0] !== mediaType && (isXml(mediaType) || same)) continue;
      const { lost } = answeredAs(document, mediaType, member(media, "schema"), failed);
      if (lost !== undefined) warning(at(node, "content", mediaType), lost);
    }
  }
}

/** What an `encoding` asks for that no form can have. */
export function encodingSupport({ nodes, warning }: Context): void {
  for (const node of nodes("mediaType")) {
    const mediaType = node.place?.key ?? "";
    for (const [name, encoding] of entriesOf(member(node.value, "encoding"))) {
      const pointer = at(node, "encoding", name);
      if (member(encoding, "headers") !== undefined) {
        warning(
          `${pointer}/headers`,
          "Headers of single parts are not supported: parts are sent with their content type only.",
        );
      }
      const style = textOf(encoding, "style");
      if (!essenceOf(mediaType).startsWith("multipart/") || style === undefined || style === "form") continue;
      warning(
        `${pointer}/style`,
        "Parts of a multipart body have no style: objects are sent as JSON, lists as one part for each item.",
      );
    }
  }
}

function contentOf({ value }: Node): readonly (readonly [string, JsonObject])[] {
  return entriesOf(member(value, "content")).flatMap(([mediaType, media]) =>
    isObject(media) ? [[mediaType, media] as const] : [],
  );
}
