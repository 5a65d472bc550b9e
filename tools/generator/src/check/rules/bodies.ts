import { isObject, type JsonObject, member } from "../../load/json.ts";
import type { Node } from "../../load/walk.ts";
import { essenceOf } from "../../read/wire/carrier.ts";
import { jsonFilesOf } from "../../read/wire/json-files.ts";
import { answeredContents, isFailed, type Offered, sentContents } from "../../read/wire/contents.ts";
import { at, type Context } from "../context.ts";
import { entriesOf, textOf } from "../reading.ts";

/** Bodies that nobody writes or reads by their schema: their types say what a client gives or gets instead. */
export function bodySupport({ document, nodes, warning }: Context): void {
  const tell = (node: Node, offered: readonly Offered[]): void => {
    for (const { mediaType, lost } of offered)
      if (lost !== undefined) warning(at(node, "content", mediaType), lost);
  };
  for (const node of nodes("requestBody")) tell(node, sentContents(document, contentOf(node)));
  for (const node of nodes("response")) {
    const { key = "", parent } = node.place ?? {};
    const failed = parent?.parent?.key !== "components" && isFailed(key);
    tell(node, answeredContents(document, contentOf(node), failed));
  }
}

/** Files in JSON and in parameters, where values are text. */
export function fileSupport({ document, nodes, warning }: Context): void {
  const { inJson, inForms } = jsonFilesOf(document);
  if (inJson.size === 0) return;
  for (const node of nodes("schema")) {
    if (!inJson.has(node.value)) continue;
    const type = inForms.has(node.value)
      ? "forms send it as a file, JSON has none: the type is that of both, and JSON takes a text"
      : "JSON and parameters have no files: the type is `string`";
    warning(
      at(node, "format"),
      `\`format: binary\` is a file, but ${type}. Write \`format: byte\` for Base64.`,
    );
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

function contentOf({ value }: Node): JsonObject {
  const content = member(value, "content");
  return isObject(content) ? content : {};
}
