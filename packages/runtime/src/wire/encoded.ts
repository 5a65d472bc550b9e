import type { BodyWriter, EncodingDefinition } from "../definition.ts";
import { essenceOf, fieldsOf, formType, isBytes, isJson, writeBody, writeForm } from "./body.ts";
import { text, writeJson } from "./parameter.ts";
import { isRecord } from "./style.ts";

/** A {@link BodyWriter} for bodies of whose fields the document says how each is written. */
export function encoded({ form, parts = {} }: EncodingDefinition): BodyWriter {
  return (value, mediaType) => {
    const fields = isRecord(value);
    if (fields && essenceOf(mediaType) === formType) return writeForm(fieldsOf(value), form);
    const typed = fields && essenceOf(mediaType) === "multipart/form-data";
    return writeBody(typed ? typedParts(value, parts) : value, mediaType);
  };
}

function typedParts(value: object, parts: Readonly<Record<string, string>>): object {
  const typed = fieldsOf(value).map(([name, field]) => {
    const type = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (type === undefined) return [name, field];
    return [name, Array.isArray(field) ? field.map((one) => part(one, type, name)) : part(field, type, name)];
  });
  return Object.fromEntries(typed);
}

/** A part of that media type. A file that has a type of its own keeps it, a stream has none. */
function part(value: unknown, type: string, name: string): unknown {
  if (value instanceof ReadableStream || (value instanceof Blob && value.type !== "")) return value;
  if (value instanceof File) return new File([value], value.name, { type });
  if (isBytes(value)) return new Blob([value], { type });
  return new Blob([isJson(essenceOf(type)) ? writeJson(value) : text(value, name)], { type });
}
