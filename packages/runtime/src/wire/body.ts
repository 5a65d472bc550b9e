import type { OperationDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";
import type { Arguments } from "./arguments.ts";
import { queryPart } from "./query.ts";
import { entriesOf, isRecord, text } from "./text.ts";

/**
 * A body written in a media type: JSON, form, multipart, text or bytes.
 *
 * @throws ConfigError when the value cannot be written in that media type.
 */
export function writeBody(value: unknown, mediaType: string): BodyInit {
  const essence = essenceOf(mediaType);
  if (value instanceof FormData) return value;
  if (isJson(essence)) return writeJson(value);
  if (essence === "multipart/form-data") return writeMultipart(value);
  if (value instanceof URLSearchParams || value instanceof ReadableStream || isBytes(value)) return value;
  if (essence === "application/x-www-form-urlencoded") return writeForm(value);
  return text(value, `body of type ${mediaType}`);
}

/** Arguments with the streams of a multipart body as files: a form cannot hold a stream. */
export function bufferStreams(
  { body }: OperationDefinition,
  args: Arguments,
): Arguments | Promise<Arguments> {
  const fields = args["body"];
  if (body === undefined || !isRecord(fields) || ![body].flat()[0]?.startsWith("multipart/")) return args;
  const entries = Object.entries(fields).map(async ([name, field]) => {
    return [name, field instanceof ReadableStream ? await new Response(field).blob() : field];
  });
  return Promise.all(entries).then((buffered) => ({ ...args, body: Object.fromEntries(buffered) }));
}

/** `application/json; charset=utf-8` -> `application/json` */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

export function isJson(essence: string): boolean {
  return /[/+]json$/.test(essence);
}

function writeJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw new ConfigError("body must be JSON: no bigint and no circular reference", { cause });
  }
}

function writeForm(value: unknown): string {
  const parts = fieldsOf(value).map(([name, field]) =>
    queryPart(isRecord(field) ? { name, json: true } : { name }, field),
  );
  return parts.filter(Boolean).join("&");
}

function writeMultipart(value: unknown): FormData {
  const form = new FormData();
  for (const [name, field] of fieldsOf(value)) {
    for (const part of Array.isArray(field) ? field : [field]) {
      if (isBytes(part)) form.append(name, part instanceof Blob ? part : new Blob([part]));
      else
        form.append(
          name,
          isRecord(part)
            ? new Blob([writeJson(part)], { type: "application/json" })
            : text(part, `"${name}"`),
        );
    }
  }
  return form;
}

function fieldsOf(value: unknown): [string, unknown][] {
  if (isRecord(value)) return entriesOf(value);
  throw new ConfigError("body must be an object of fields");
}

function isBytes(value: unknown): value is Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> {
  return value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}
