import type { SecurityScheme } from "@keysmith/generator";
import type { Exchange } from "@keysmith/mock";

/** A request as it went over the wire, without its credentials, and what came back. */
export function exchangeText(exchange: Exchange, schemes: readonly SecurityScheme[]): string {
  const { method, target, headers, body, status, answer, problem, violations } = exchange;
  const type = answer.headers.get("content-type");
  return [
    "sent:",
    indented(`${method} ${redactedTarget(target, schemes)} HTTP/1.1`),
    ...[...headers].map(([name, value]) => indented(`${name}: ${redactedHeader(name, value, schemes)}`)),
    ...(body.length === 0 ? [] : ["", indented(new TextDecoder().decode(body))]),
    "answered:",
    indented([status, type, problem === undefined ? "" : `(${problem})`].filter(Boolean).join(" ")),
    ...(answer.body === "" ? [] : [indented(answer.body)]),
    ...violations.map(({ in: where, path, message }) =>
      indented(`! ${[where, ...path].join(".")}: ${message}`),
    ),
  ].join("\n");
}

const REDACTED = "[redacted]";

function redactedTarget(target: string, schemes: readonly SecurityScheme[]): string {
  const [path = "", query] = target.split("?", 2);
  if (query === undefined) return path;
  const secret = parametersOf(schemes, "query").map((name) => encodeURIComponent(name));
  return `${path}?${query
    .split("&")
    .map((pair) => withoutValue(pair, secret))
    .join("&")}`;
}

function redactedHeader(name: string, value: string, schemes: readonly SecurityScheme[]): string {
  // The word of the scheme is shown: it may be what is wrong.
  if (name === "authorization")
    return value.replace(/^(?:(\S+) .+|(?!(?:basic|bearer)$)\S+)$/i, redactedWord);
  if (name === "cookie") {
    const secret = parametersOf(schemes, "cookie");
    return value
      .split("; ")
      .map((pair) => withoutValue(pair, secret))
      .join("; ");
  }
  const isSecret = parametersOf(schemes, "header").some((header) => header.toLowerCase() === name);
  return isSecret && value !== "" ? REDACTED : value;
}

function redactedWord(_: string, word: string | undefined): string {
  return word === undefined ? REDACTED : `${word} ${REDACTED}`;
}

/** `name=value` with the value redacted where the name is secret; that there is none is worth seeing. */
function withoutValue(pair: string, secret: readonly string[]): string {
  const [name = "", ...value] = pair.split("=");
  return secret.includes(name) && value.join("") !== "" ? `${name}=${REDACTED}` : pair;
}

function parametersOf(
  schemes: readonly SecurityScheme[],
  place: "header" | "query" | "cookie",
): readonly string[] {
  return schemes.flatMap((scheme) =>
    scheme.kind === "apiKey" && scheme.in === place ? [scheme.parameter] : [],
  );
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, "  ");
}
