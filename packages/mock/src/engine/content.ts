import { MIMEType } from "node:util";
import { messageOf } from "../errors.ts";
import { formFault } from "./form.ts";
import { problem, type Problem } from "./problem.ts";

const JSON_TYPE = /^application\/(?:json|[^;\s]+\+json)\s*(?:;|$)/i;

const MAX_DEPTH = 500;
const MAX_VALUES = 100_000;

export function isJson(mediaType: string): boolean {
  return JSON_TYPE.test(mediaType);
}

/** A request's body as Prism wants it: parsed when it is JSON, else text; undefined when there is none. */
export function parseBody(
  headers: ReadonlyMap<string, string>,
  body: Uint8Array,
): { readonly body: unknown } | Problem {
  const contentType = headers.get("content-type");
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
  const coding = headers.get("content-encoding");
  if (coding !== undefined && coding.trim().toLowerCase() !== "identity") {
    const refused = problem(
      415,
      "encoded-body",
      `a mock reads bodies as they are, not in Content-Encoding ${coding}`,
    );
    return { ...refused, headers: new Map([["accept-encoding", "identity"]]) };
  }
  if (contentType !== undefined && isJson(contentType)) return parseJson(body);
  const text = new TextDecoder().decode(body);
  return (contentType === undefined ? undefined : formFault(contentType, text)) ?? { body: text };
}

function parseJson(body: Uint8Array): { readonly body: unknown } | Problem {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    const parsed: unknown = JSON.parse(text);
    return excess(text) ?? { body: parsed };
  } catch (error) {
    return problem(
      400,
      "malformed-json",
      `the body is not the JSON that Content-Type says it is: ${messageOf(error)}`,
    );
  }
}

/**
 * Prism takes a body for valid when checking it runs out of stack, as one nested deep does under a recursive schema; and
 * it lists every fault of every value, which takes gigabytes for a list of some million wrong ones.
 */
function excess(json: string): Problem | undefined {
  let depth = 0;
  let values = 1;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]},]/g)) {
    if (token === "[" || token === "{") depth += 1;
    if (token === "]" || token === "}") depth -= 1;
    if (token === ",") values += 1;
    if (depth > MAX_DEPTH)
      return problem(400, "body-too-deep", `the body is nested more than ${MAX_DEPTH} levels deep`);
    if (values > MAX_VALUES)
      return problem(413, "body-too-large", `the body has more than ${MAX_VALUES} values`);
  }
  return undefined;
}
