import type { ContentOutline, OperationOutline, ResponseOutline } from "../document/outline.ts";
import type { JsonObject } from "../document/json.ts";
import { quality } from "./accept.ts";
import type { Wish } from "./prism.ts";
import { problem, type Problem } from "./problem.ts";

/** What an answer shall be; undefined members leave it to the document. */
export interface Preference {
  readonly code: number | undefined;
  readonly example: string | undefined;
}

/**
 * The one answer of the document that fits a preference and the request's `Accept`; a {@link Problem} naming the
 * alternatives where there is none. Prism alone would silently answer with another one.
 */
export function wishFor(
  operation: OperationOutline,
  { code, example }: Preference,
  accept: string | undefined,
): Wish | Problem {
  const codes = operation.responses.map((response) => response.code);
  const response = code === undefined ? usual(operation) : documented(operation, code);
  if (response === undefined && code !== undefined) {
    return refuse(`${operation.id} documents no status ${code}; it has ${codes.join(", ")}`, { codes });
  }
  const status = code ?? statusOf(response);
  const contents = response?.contents ?? [];
  const liked = byQuality(contents, accept);
  // Servers report errors in the form they have, whatever was asked for.
  const accepted = liked.length === 0 && status !== undefined && status >= 400 ? contents : liked;
  if (example !== undefined && !accepted.some((content) => content.examples.includes(example))) {
    return refuse(noExample(operation, example, code, contents), { examples: examplesByStatus(operation) });
  }
  const content =
    example === undefined ? accepted[0] : accepted.find((candidate) => candidate.examples.includes(example));
  if (contents.length > 0 && content === undefined) {
    const mediaTypes = contents.map((candidate) => candidate.mediaType);
    return problem(
      406,
      "not-acceptable",
      `status ${status ?? "default"} comes as ${mediaTypes.join(", ")}; the request accepts ${accept}`,
      { mediaTypes },
    );
  }
  return { code: status, mediaType: content?.mediaType, example };
}

function refuse(detail: string, more?: JsonObject): Problem {
  return problem(400, "impossible-preference", detail, more);
}

/** The answer to a request without preference: the lowest success, else the default, else the first. */
function usual({ responses }: OperationOutline): ResponseOutline | undefined {
  const successes = responses
    .filter((response) => /^2(\d\d|XX)$/i.test(response.code))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
  return successes[0] ?? responses.find((response) => response.code === "default") ?? responses[0];
}

/** What is documented for a status: itself, before its range, before `default`. */
export function documented({ responses }: OperationOutline, code: number): ResponseOutline | undefined {
  return [String(code), `${String(code)[0]}XX`, "default"].flatMap(
    (name) => responses.find((response) => response.code.toUpperCase() === name.toUpperCase()) ?? [],
  )[0];
}

/** The number to answer with: ranges start at their first, `default` is a 200 as in Prism. */
function statusOf(response: ResponseOutline | undefined): number | undefined {
  if (response === undefined) return undefined;
  return response.code === "default" ? 200 : Number(response.code.replaceAll(/x/gi, "0"));
}

function byQuality(
  contents: readonly ContentOutline[],
  accept: string | undefined,
): readonly ContentOutline[] {
  const weighed = contents.map((content) => ({ content, weight: quality(accept, content.mediaType) }));
  return weighed
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ content }) => content);
}

function examplesByStatus({ responses }: OperationOutline): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    responses.map(({ code, contents }) => [code, contents.flatMap(({ examples }) => examples)]),
  );
}

function noExample(
  operation: OperationOutline,
  example: string,
  code: number | undefined,
  contents: readonly ContentOutline[],
): string {
  const here = contents.flatMap(({ examples, mediaType }) => examples.map((key) => `${key} (${mediaType})`));
  const elsewhere = Object.entries(examplesByStatus(operation)).filter(([, keys]) => keys.includes(example));
  const hint =
    elsewhere.length === 0
      ? ""
      : `; an example of that name exists for status ${elsewhere.map(([status]) => status).join(", ")}`;
  const which = code === undefined ? "without a status the answer is the success, which" : `status ${code}`;
  return `${operation.id}: ${which} has no acceptable example ${JSON.stringify(example)}; it has ${here.join(", ") || "none"}${hint}`;
}
