import type { ParameterDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";
import { percent, text, writeJson, writeParameter } from "./parameter.ts";
import { entriesOf, isRecord, styled } from "./style.ts";
import type { Sendable } from "./sendable.ts";

export const formType = "application/x-www-form-urlencoded";

/** `application/json; charset=utf-8` -> `application/json` */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

export function isJson(essence: string): boolean {
  return /[/+]json$/.test(essence);
}

/**
 * A body written in any media type: JSON, form, multipart, text or bytes. Streams in a multipart body are read first,
 * because a form cannot hold them.
 *
 * @throws ConfigError when the value cannot be written in that media type.
 */
export function writeBody(value: unknown, mediaType: string): Sendable | Promise<Sendable> {
  const essence = essenceOf(mediaType);
  if (value instanceof FormData) return value;
  if (isJson(essence)) return writeJson(value);
  if (essence === "multipart/form-data") return writeMultipart(fieldsOf(value));
  if (value instanceof URLSearchParams || value instanceof ReadableStream || isBytes(value)) return value;
  if (essence === formType) return writeForm(fieldsOf(value));
  return text(value, `body of type ${mediaType}`);
}

/** @param known fields that are not written as a form writes them unasked: objects as JSON, lists value by value. */
export function writeForm(fields: [string, unknown][], known: readonly ParameterDefinition[] = []): string {
  const parts = fields.map(([name, field]) => {
    const usual = styled(isRecord(field) ? { name, json: true } : { name });
    return writeParameter(known.find((one) => one.name === name) ?? usual, field, "form", percent);
  });
  return parts.filter(Boolean).join("&");
}

async function writeMultipart(fields: [string, unknown][]): Promise<FormData> {
  const form = new FormData();
  for (const [name, field] of fields) {
    for (const part of [field].flat()) {
      if (part instanceof ReadableStream) form.append(name, await new Response(part).blob());
      else if (isBytes(part)) form.append(name, part instanceof Blob ? part : new Blob([part]));
      else if (isRecord(part) || Array.isArray(part))
        form.append(name, new Blob([writeJson(part)], { type: "application/json" }));
      else form.append(name, text(part, name));
    }
  }
  return form;
}

export function fieldsOf(value: unknown): [string, unknown][] {
  if (isRecord(value)) return entriesOf(value);
  throw new ConfigError("body must be an object of fields");
}

export function isBytes(value: unknown): value is Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> {
  return value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}
