import { isObject, type JsonObject, member } from "../load/json.ts";
import { unknown } from "./combine.ts";
import { contentsOf } from "./content.ts";
import { booleanAt, membersAt, objectAt, resolveDescribed, textAt } from "./document.ts";
import { examplesOf, firstContent } from "./example.ts";
import { facetsOf } from "./facets.ts";
import { linksOf } from "./link.ts";
import type { Body, Content, Header, Response } from "./model.ts";
import { mediaTypeArgument } from "./names.ts";
import type { Reading } from "./reading.ts";
import { typeOf } from "./type.ts";
import { isRange, sentType } from "./wire/carrier.ts";

/** What comes or goes with an operation; nothing where the document names no media type. */
export function bodyOf(reading: Reading, operation: JsonObject): Body | undefined {
  const request = resolveDescribed(reading.root, {
    value: objectAt(operation, "requestBody") ?? null,
    pointer: "#",
  });
  if (request === undefined) return undefined;
  const [first, ...others] = contentsOf(reading, request.value);
  if (first === undefined) return undefined;
  return {
    required: booleanAt(request.value, "required") === true,
    description: textAt(request.value, "description"),
    contents: [first, ...others],
  };
}

/**
 * What a client sends with an operation.
 *
 * @param taken - Names of its other arguments.
 */
export function sentBodyOf(
  reading: Reading,
  operation: JsonObject,
  taken: readonly string[],
): Body | undefined {
  const body = bodyOf(reading, operation);
  if (body === undefined) return undefined;
  const [first, ...others] = body.contents;
  const contents: Body["contents"] = [asSent(first), ...others.map(asSent)];
  const choice = others.length > 0 || isRange(contents[0].mediaType);
  return { ...body, contents, ...(choice && { mediaTypeArgument: mediaTypeArgument(taken) }) };
}

/** A range cannot be sent: it is what its kind is sent as, if that is in the range. */
function asSent(content: Content): Content {
  const mediaType = sentType(content);
  return mediaType === content.mediaType ? content : { ...content, mediaType };
}

/** What an operation answers. */
export function responsesOf(reading: Reading, operation: JsonObject): readonly Response[] {
  return membersAt(operation, "responses").flatMap(([key, value]) => {
    const status = statusOf(key);
    const response = resolveDescribed(reading.root, { value, pointer: "#" })?.value;
    if (status === undefined || response === undefined) return [];
    const description = textAt(response, "description") ?? "";
    const [contents, headers] = [contentsOf(reading, response), headersOf(reading, response)];
    return [{ status, description, contents, headers, links: linksOf(reading, response) }];
  });
}

function statusOf(key: string): Response["status"] | undefined {
  const name = key.toUpperCase();
  if (/^[1-5]\d\d$/.test(name)) return Number(name);
  if (name === "DEFAULT") return "default";
  return name === "1XX" || name === "2XX" || name === "3XX" || name === "4XX" || name === "5XX"
    ? name
    : undefined;
}

function headersOf(reading: Reading, response: JsonObject): readonly Header[] {
  return membersAt(response, "headers").flatMap(([name, header]) => {
    // The media type of an answer is told by its content.
    if (!isObject(header) || name.toLowerCase() === "content-type") return [];
    const content = firstContent(header);
    const schema = member(content?.media ?? header, "schema");
    const facets = facetsOf(reading, schema);
    return [
      {
        name,
        required: booleanAt(header, "required") === true,
        deprecated: booleanAt(header, "deprecated") === true,
        description: textAt(header, "description") ?? facets.description,
        type: schema === undefined ? unknown : typeOf(reading, schema),
        constraints: facets.constraints,
        examples: examplesOf(reading, header, facets.examples),
      },
    ];
  });
}
