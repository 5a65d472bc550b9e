import type { JsonObject } from "./json.ts";
import { outlineOf, type Outline } from "./outline.ts";
import { readDocument } from "./read.ts";
import type { Source } from "./source.ts";
import { treat } from "./treat.ts";

/** A document as it is served. */
export interface PreparedDocument {
  readonly source: Source;
  readonly document: JsonObject;
  readonly outline: Outline;
}

/**
 * Reads a document and mends what Prism would stumble over, without loading Prism.
 *
 * Throws `MockError` when it is absent or no OpenAPI 3, `SpecError` for what cannot be mended.
 */
export function prepareDocument(spec: string | URL | object): PreparedDocument {
  const read = readDocument(spec);
  const document = treat(read);
  return { source: read.source, document, outline: outlineOf(document) };
}
