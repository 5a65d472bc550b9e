import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { MockError, messageOf } from "../errors.ts";
import { isObject, type JsonObject } from "./json.ts";
import { PARSED, parseText, type Source } from "./source.ts";

/** A document as it was read, before anything is changed for the engine. */
export interface SpecDocument {
  readonly source: Source;
  readonly document: JsonObject;
}

/**
 * Reads an OpenAPI document: a path, a `file:` URL, or the parsed document itself, which is copied and never changed.
 * Throws {@link MockError} when it is absent, not YAML or JSON, or not OpenAPI 3.
 */
export function readDocument(spec: string | URL | object): SpecDocument {
  if (typeof spec !== "string" && !(spec instanceof URL)) {
    return openApi3({ source: PARSED, document: structuredClone(spec) });
  }
  const path = pathOf(spec);
  const name = relative(process.cwd(), path) || path;
  const text = textOf(path, name);
  return openApi3(parseText(name, text));
}

function textOf(path: string, source: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new MockError(`${source} cannot be read: ${messageOf(error)}`);
  }
}

function pathOf(spec: string | URL): string {
  const url = spec instanceof URL ? spec : URL.parse(spec);
  // A drive letter (`C:\…`) parses as a URL with a one-letter protocol.
  if (url === null || url.protocol.length <= 2) return String(spec);
  if (url.protocol !== "file:")
    throw new MockError(`${url.href} is not a file: documents are never fetched from the network`);
  return fileURLToPath(url);
}

function openApi3({ source, document }: { source: Source; document: unknown }): SpecDocument {
  if (!isObject(document)) throw new MockError(`${source.name} is no OpenAPI document: expected an object`);
  const version = document["openapi"];
  if (typeof version !== "string" || !/^3\.[01]\./.test(version)) {
    const found =
      "swagger" in document
        ? "Swagger 2.0"
        : version === undefined
          ? "no `openapi` field"
          : JSON.stringify(version);
    throw new MockError(`${source.name} is no OpenAPI 3.0 or 3.1 document: found ${found}`);
  }
  return { source, document };
}
