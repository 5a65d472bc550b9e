import { MIMEType } from "node:util";
import { messageOf } from "../errors.ts";
import { problem, type Problem } from "./problem.ts";

const JSON_TYPE = /^application\/(?:json|[^;\s]+\+json)\s*(?:;|$)/i;

export function isJson(mediaType: string): boolean {
  return JSON_TYPE.test(mediaType);
}

/** A request's body as Prism wants it: parsed when it is JSON, else text; undefined when there is none. */
export function parseBody(
  contentType: string | undefined,
  body: Uint8Array,
): { readonly body: unknown } | Problem {
  try {
    if (contentType !== undefined) new MIMEType(contentType).toString();
  } catch {
    return problem(
      415,
      "malformed-content-type",
      `expected a media type in Content-Type, found ${JSON.stringify(contentType)}`,
    );
  }
  if (body.length === 0) return { body: undefined };
  if (contentType === undefined || !isJson(contentType)) return { body: new TextDecoder().decode(body) };
  try {
    return { body: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) };
  } catch (error) {
    return problem(
      400,
      "malformed-json",
      `the body is not the JSON that Content-Type says it is: ${messageOf(error)}`,
    );
  }
}
