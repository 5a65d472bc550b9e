import type { AnyReply } from "../engine/reply.ts";
import type { Role } from "./resource.ts";

/** The documented success, with this body or the example. */
export function success(
  { operation: { success: documented } }: Role,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
): AnyReply | undefined {
  if (documented === undefined) return undefined;
  const { status, mediaType } = documented;
  if (body === undefined || mediaType === undefined) return { status };
  return { status, body, mediaType, ...(headers && { headers }) };
}

/** There is no such record. Undefined when no documented status can say that: the example of the success is all there is. */
export function missing(role: Role): AnyReply | undefined {
  return refusal(role, role.missing, ["404", "410", "422", "400", "409", "403"]);
}

/** The record would break a rule of the resource. */
export function conflict(role: Role, status = 0): AnyReply | undefined {
  return refusal(role, status === 0 ? undefined : status, ["409", "422", "400"]);
}

/** The documented status that comes nearest, of those in order; `4XX` and `default` mean the first. */
function refusal(
  { operation }: Role,
  said: number | undefined,
  [first = "404", ...others]: readonly string[],
): AnyReply | undefined {
  const known = new Set(operation.codes.map((code) => code.toUpperCase()));
  const isOpen = known.has("4XX") || known.has("DEFAULT");
  // What is said of one operation of a resource may not be documented for another.
  if (said !== undefined && (known.has(String(said)) || isOpen)) return { status: said };
  const status = known.has(first) || isOpen ? first : others.find((code) => known.has(code));
  return status === undefined ? undefined : { status: Number(status) };
}
