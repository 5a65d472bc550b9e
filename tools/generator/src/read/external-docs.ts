import type { JsonObject } from "../load/json.ts";
import { objectAt, textAt } from "./document.ts";
import type { ExternalDocs } from "./model.ts";

/** Where more is said of something; a document says it of itself, of tags, of operations and of schemas. */
export function externalDocsOf(holder: JsonObject | undefined): ExternalDocs | undefined {
  const docs = objectAt(holder, "externalDocs");
  const url = textAt(docs, "url");
  return url === undefined ? undefined : { url, description: textAt(docs, "description") };
}
