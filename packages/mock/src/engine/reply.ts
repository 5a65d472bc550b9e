import { isObject } from "../document/json.ts";
import type { OperationOutline } from "../document/outline.ts";
import { messageOf, shown } from "../errors.ts";
import { quality } from "./accept.ts";
import type { Call } from "./call.ts";
import type { Prism, PrismOutput } from "./prism.ts";
import { problem, type Problem } from "./problem.ts";
import { documented as documentedFor } from "./wish.ts";

/** An answer that something other than the document chose: a scenario of a test, or the state of a resource. */
export interface AnyReply {
  readonly status: number;
  /** Name of a documented example. */
  readonly example?: string | undefined;
  /** A body in place of the example's, or a function that makes one of it. */
  readonly body?: unknown;
  readonly mediaType?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

const MEMBERS: readonly string[] = ["status", "example", "body", "mediaType", "headers"];

/**
 * What keeps a reply from being an answer at all, whoever gave it: callers may have no types. Whether the document has such
 * an answer is asked elsewhere.
 */
export function faultOfReply(operation: OperationOutline, reply: AnyReply): string | undefined {
  if (!isObject(reply)) return `expected { status: … }, found ${shown(reply)}`;
  const misspelt = Object.keys(reply).filter((name) => !MEMBERS.includes(name));
  if (misspelt.length > 0) return `a reply has no ${misspelt.join(", ")}; it has ${MEMBERS.join(", ")}`;
  const { status, mediaType } = reply;
  // A status below announces an answer and is none: a client would wait for ever.
  if (!Number.isInteger(status) || status < 200 || status > 599)
    return `expected a status of 200 to 599, found ${shown(status)}`;
  const contents = documentedFor(operation, status)?.contents ?? [];
  if (mediaType === undefined) return undefined;
  if (typeof mediaType !== "string") return `expected a media type, found ${shown(mediaType)}`;
  if (contents.length === 0) return undefined;
  if (contents.some((content) => quality(mediaType, content.mediaType) > 0)) return undefined;
  const known = contents.map((content) => content.mediaType).join(", ");
  return `status ${status} does not come as ${mediaType}; it comes as ${known}`;
}

/** The documented answer with what a reply puts in its place; a {@link Problem} where the document does not allow that. */
export async function replied(
  prism: Prism,
  { operation, outline }: Call,
  documented: PrismOutput,
  reply: AnyReply,
): Promise<PrismOutput | Problem> {
  const headers = new Map(documented.headers);
  for (const [name, value] of Object.entries(reply.headers ?? {})) headers.set(name.toLowerCase(), value);
  if (reply.body === undefined) return { ...documented, headers };
  if (documented.body === undefined && !headers.has("content-type"))
    return invalidAnswer(`${outline.id} ${reply.status} is documented without a body, and one was given`);
  const { status } = documented;
  let body: unknown;
  try {
    body = bodyOf(reply.body, documented.body);
  } catch (error) {
    return invalidAnswer(
      `the body given for ${outline.id} ${reply.status} could not be made: ${messageOf(error)}`,
    );
  }
  const judged = await prism.judge(operation, { status, headers, body });
  const errors = judged.filter(({ severity }) => severity === "error");
  if (errors.length === 0) {
    const ofRequest = documented.violations.filter((violation) => violation.in === "request");
    return { status, headers, body, violations: [...ofRequest, ...judged] };
  }
  const found = errors.map(({ message }) => message).join("; ");
  return invalidAnswer(
    `the body given for ${outline.id} ${reply.status} is not what the document allows: ${found}`,
    {
      violations: errors.map(({ path, code, message }) => ({ path, code, message })),
    },
  );
}

/** Says that a test, not the document, answered wrongly. */
export function invalidAnswer(detail: string, more?: Problem["more"]): Problem {
  return problem(500, "invalid-answer", detail, more);
}

function bodyOf(given: unknown, example: unknown): unknown {
  if (typeof given !== "function") return given;
  // What the test does to the example must not reach the document.
  const made: unknown = Reflect.apply(given, undefined, [structuredClone(example)]);
  return made;
}

/** What a test's own code threw, as an answer: the test sees it where it looks. */
export function thrownProblem(operation: string, error: unknown): Problem {
  return invalidAnswer(`the handler of ${operation} threw: ${messageOf(error)}`);
}
