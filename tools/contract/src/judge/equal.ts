import { isDeepStrictEqual } from "node:util";
import type { Json } from "@keysmith/generator";

/** Whether data is exactly that of the document; key order apart. */
export function equalsJson(got: unknown, expected: Json): boolean {
  return isDeepStrictEqual(got, copy(expected));
}

/** Parsed anew, so that prototypes are those of any parsed JSON. */
function copy(value: Json): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Data of an answer as JSON would hold it: bytes and blobs become their text. */
export async function textual(data: unknown): Promise<unknown> {
  if (data instanceof Blob) return data.text();
  if (data instanceof ArrayBuffer || data instanceof Uint8Array) return new TextDecoder().decode(data);
  return data;
}
