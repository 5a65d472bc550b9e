import type { JsonObject } from "../document/json.ts";
import { quality } from "./accept.ts";
import { parsePrefer } from "./prefer.ts";
import type { PrismOperation, Wish } from "./prism.ts";
import { problem, type Problem } from "./problem.ts";

type PrismResponse = PrismOperation["responses"][number];
type PrismContent = NonNullable<PrismResponse["contents"]>[number];

/**
 * What the answer shall be, by the request's `Prefer` and `Accept`; a {@link Problem} naming the alternatives where the
 * document has no such answer. Prism alone would silently answer with another one.
 */
export function wishFor(
  operation: PrismOperation,
  headers: ReadonlyMap<string, string>,
): (Wish & { readonly preferred: boolean }) | Problem {
  const { code, example, dynamic } = parsePrefer(headers.get("prefer"));
  if (dynamic) return refuse("`dynamic` is not supported: answers are the document's examples");
  const codes = operation.responses.map((response) => response.code);
  if (code !== undefined && !/^[1-5]\d\d$/.test(code)) {
    return refuse(`expected a status of three digits after \`code=\`, found ${JSON.stringify(code)}`, {
      codes,
    });
  }
  const response = code === undefined ? usual(operation) : documented(operation, code);
  if (response === undefined && code !== undefined) {
    return refuse(`${nameOf(operation)} documents no status ${code}; it has ${codes.join(", ")}`, { codes });
  }
  const status = code === undefined ? statusOf(response) : Number(code);
  const contents = response?.contents ?? [];
  const liked = byQuality(contents, headers.get("accept"));
  // Servers report errors in the form they have, whatever was asked for.
  const accepted = liked.length === 0 && status !== undefined && status >= 400 ? contents : liked;
  if (example !== undefined && !accepted.some((content) => keysOf(content).includes(example))) {
    return refuse(noExample(operation, example, code, contents), { examples: examplesByStatus(operation) });
  }
  const content =
    example === undefined ? accepted[0] : accepted.find((candidate) => keysOf(candidate).includes(example));
  if (contents.length > 0 && content === undefined) {
    const mediaTypes = contents.map((candidate) => candidate.mediaType);
    return problem(
      406,
      "not-acceptable",
      `status ${status ?? "default"} comes as ${mediaTypes.join(", ")}; the request accepts ${headers.get("accept")}`,
      { mediaTypes },
    );
  }
  return { code: status, mediaType: content?.mediaType, example, preferred: code !== undefined };
}

function refuse(detail: string, more?: JsonObject): Problem {
  return problem(400, "impossible-preference", `Prefer: ${detail}`, more);
}

/** The answer to a request without preference: the lowest success, else the default, else the first. */
function usual({ responses }: PrismOperation): PrismResponse | undefined {
  const successes = responses
    .filter((response) => /^2(\d\d|XX)$/i.test(response.code))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
  return successes[0] ?? responses.find((response) => response.code === "default") ?? responses[0];
}

function documented({ responses }: PrismOperation, code: string): PrismResponse | undefined {
  return [code, `${code[0]}XX`, "default"].flatMap(
    (name) => responses.find((response) => response.code.toUpperCase() === name.toUpperCase()) ?? [],
  )[0];
}

/** The number to answer with: ranges start at their first, `default` is a 200 as in Prism. */
function statusOf(response: PrismResponse | undefined): number | undefined {
  if (response === undefined) return undefined;
  return response.code === "default" ? 200 : Number(response.code.replaceAll(/x/gi, "0"));
}

function byQuality(contents: readonly PrismContent[], accept: string | undefined): readonly PrismContent[] {
  const weighed = contents.map((content) => ({ content, weight: quality(accept, content.mediaType) }));
  return weighed
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ content }) => content);
}

function keysOf(content: PrismContent): readonly string[] {
  return (content.examples ?? []).map((example) => ("key" in example ? example.key : ""));
}

function examplesByStatus({ responses }: PrismOperation): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    responses.map((response) => [response.code, (response.contents ?? []).flatMap(keysOf)]),
  );
}

function noExample(
  operation: PrismOperation,
  example: string,
  code: string | undefined,
  contents: readonly PrismContent[],
): string {
  const here = contents.flatMap((content) => keysOf(content).map((key) => `${key} (${content.mediaType})`));
  const elsewhere = Object.entries(examplesByStatus(operation)).filter(([, keys]) => keys.includes(example));
  const hint =
    elsewhere.length === 0
      ? ""
      : `; an example of that name exists for status ${elsewhere.map(([status]) => status).join(", ")}`;
  const which = code === undefined ? "without `code` the answer is the success, which" : `status ${code}`;
  return `${nameOf(operation)}: ${which} has no acceptable example ${JSON.stringify(example)}; it has ${here.join(", ") || "none"}${hint}`;
}

export function nameOf(operation: PrismOperation): string {
  return `${operation.method.toUpperCase()} ${operation.path}`;
}
