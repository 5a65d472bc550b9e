import { ConfigError } from "../errors/config-error.ts";
import { queryPairs } from "./query.ts";
import { entriesOf, isRecord, text } from "./text.ts";

/** A body as `fetch` takes it, and the media type to announce; `undefined` leaves that to the platform (multipart). */
export interface WireBody {
  readonly content: BodyInit;
  readonly type: string | undefined;
}

/**
 * A body written in a media type: JSON, form, multipart, text or bytes.
 *
 * @throws ConfigError when the value cannot be written in that media type.
 */
export function writeBody(value: unknown, mediaType: string): WireBody {
  const essence = essenceOf(mediaType);
  if (value instanceof FormData) return { content: value, type: undefined };
  if (isJson(essence)) return { content: writeJson(value), type: mediaType };
  if (essence === "multipart/form-data") return { content: writeMultipart(value), type: undefined };
  if (essence === "application/x-www-form-urlencoded") return { content: writeForm(value), type: mediaType };
  if (value instanceof Blob || value instanceof ArrayBuffer || value instanceof ReadableStream) {
    return { content: value, type: mediaType };
  }
  if (isBytes(value)) return { content: value, type: mediaType };
  return { content: text(value, `body of type ${mediaType}`), type: mediaType };
}

/** `application/json; charset=utf-8` -> `application/json` */
export function essenceOf(mediaType: string): string {
  const end = mediaType.indexOf(";");
  return (end < 0 ? mediaType : mediaType.slice(0, end)).trim().toLowerCase();
}

export function isJson(essence: string): boolean {
  return essence === "application/json" || essence.endsWith("+json") || essence === "text/json";
}

function writeJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw new ConfigError("body must be JSON: no bigint and no circular reference", { cause });
  }
}

function writeForm(value: unknown): string {
  if (value instanceof URLSearchParams) return value.toString();
  if (!isRecord(value)) throw new ConfigError("body must be an object of form fields");
  return Object.entries(value)
    .flatMap(([name, member]) => queryPairs({ name, ...(isRecord(member) && { json: true }) }, member))
    .join("&");
}

function writeMultipart(value: unknown): FormData {
  if (!isRecord(value)) throw new ConfigError("body must be an object of multipart fields or a FormData");
  const form = new FormData();
  for (const [name, member] of entriesOf(value)) {
    for (const part of Array.isArray(member) ? member : [member]) form.append(name, writePart(part, name));
  }
  return form;
}

function writePart(part: unknown, name: string): string | Blob {
  if (part instanceof Blob) return part;
  if (part instanceof ArrayBuffer || isBytes(part)) return new Blob([part]);
  if (isRecord(part)) return new Blob([writeJson(part)], { type: "application/json" });
  return text(part, `body field "${name}"`);
}

function isBytes(value: unknown): value is ArrayBufferView<ArrayBuffer> {
  return ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer;
}
