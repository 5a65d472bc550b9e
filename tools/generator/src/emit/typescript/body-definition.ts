import type { Body, FieldEncoding, Operation } from "../../read/model.ts";
import { listLiteral, literal, literals, objectLiteral } from "./literal.ts";

/** Source of what writes a body; nothing where the runtime does unasked, which is JSON. */
export function bodyWriter(operation: Operation): string | undefined {
  if (isEncoded(operation)) return `/* @__PURE__ */ encoded(${encodingDefinition(fieldsOf(operation))})`;
  return usesWriteBody(operation) ? "writeBody" : undefined;
}

/** Whether the document says how fields of its body are written. */
export function isEncoded(operation: Operation): boolean {
  return fieldsOf(operation).length > 0;
}

export function usesWriteBody(operation: Operation): boolean {
  return !isEncoded(operation) && operation.body?.contents.some(({ kind }) => kind !== "json") === true;
}

/** Whether fields of its body are written as parameters of a query are. */
export function hasStyledFields(operation: Operation): boolean {
  return fieldsOf(operation).some(({ written }) => written !== undefined);
}

function fieldsOf({ body }: Operation): readonly FieldEncoding[] {
  return (body?.contents ?? []).flatMap(({ encoding = [] }) => encoding);
}

/** The argument that names a body's media type travels as the header that it is. */
export function mediaTypeHeader(body: Body | undefined): readonly string[] {
  if (body?.mediaTypeArgument === undefined) return [];
  return [objectLiteral(literals({ name: "content-type", arg: body.mediaTypeArgument }))];
}

function encodingDefinition(fields: readonly FieldEncoding[]): string {
  const form = fields.flatMap(({ name, written }) => {
    if (written === undefined) return [];
    const { style, explode, allowReserved } = written;
    const said = literals({
      name,
      style: style === "form" ? undefined : style,
      explode: style === "deepObject" || explode === (style === "form") ? undefined : explode,
      allowReserved: allowReserved ? true : undefined,
    });
    return [`/* @__PURE__ */ styled(${objectLiteral(said)})`];
  });
  const parts = fields.flatMap(({ name, mediaType }) => (mediaType === undefined ? [] : [[name, mediaType]]));
  return objectLiteral({
    form: form.length === 0 ? undefined : listLiteral(form),
    parts: parts.length === 0 ? undefined : literal(Object.fromEntries(parts)),
  });
}
