import type { Api, Operation, SecurityScheme } from "@keysmith/generator";
import type { Exchange } from "@keysmith/mock";
import { credentialFor } from "../credential.ts";
import type { Finding } from "../finding.ts";
import { decode, wireOf } from "./wire.ts";

/**
 * Findings where the credentials of an operation's first alternative do not arrive as they were given, where the document
 * says, or others do. The mock looks only whether there is one.
 */
export function judgeCredentials(
  { schemes }: Pick<Api, "schemes">,
  operation: Operation,
  exchange: Exchange,
): readonly Finding[] {
  const wanted = new Set((operation.security[0] ?? []).map(({ scheme }) => scheme));
  const needed = schemes.filter(({ name }) => wanted.has(name));
  const places = new Set(needed.map(placeOf));
  const surplus = schemes.filter((scheme) => !wanted.has(scheme.name) && !places.has(placeOf(scheme)));
  return [
    ...needed.flatMap((scheme) => judgeCredential(operation, scheme, exchange)),
    ...surplus
      .filter((scheme) => readCredential(operation, scheme, exchange).length > 0)
      .map(({ name }): Finding => ({
        culprit: "client",
        message: `the credential ${name} is sent, and is not asked for`,
      })),
  ];
}

/** Findings where one credential does not arrive as it was given. */
export function judgeCredential(
  operation: Operation,
  scheme: SecurityScheme,
  exchange: Exchange,
): readonly Finding[] {
  const expected = written(scheme);
  const got = readCredential(operation, scheme, exchange);
  if (expected === undefined || (got.length === 1 && got[0] === expected)) return [];
  const message = `the credential ${scheme.name} does not arrive as it was given`;
  return [{ culprit: "client", message, expected, got: got.length === 1 ? got[0] : got }];
}

/** Schemes of one place cannot be told apart there. */
function placeOf(scheme: SecurityScheme): string {
  return scheme.kind === "apiKey" ? `${scheme.in} ${scheme.parameter.toLowerCase()}` : "header authorization";
}

/** What a request carries for a scheme: one value when all is well. */
function readCredential(operation: Operation, scheme: SecurityScheme, exchange: Exchange): readonly string[] {
  const { headers } = exchange;
  if (scheme.kind !== "apiKey") return [headers.get("authorization") ?? []].flat();
  const { in: place, parameter } = scheme;
  if (place === "header") return [headers.get(parameter.toLowerCase()) ?? []].flat();
  const wire = wireOf(operation, exchange);
  const pairs = (place === "query" ? wire?.query : wire?.cookies) ?? [];
  return pairs.filter(([name]) => name === parameter).map(([, value]) => decode(value));
}

/** The credential as it travels; undefined where the connection carries it. */
function written(scheme: SecurityScheme): string | undefined {
  const secret = credentialFor(scheme);
  switch (scheme.kind) {
    case "mutualTLS":
      return undefined;
    case "apiKey":
    case "http":
      return secret;
    case "basic":
      return `Basic ${Buffer.from(secret).toString("base64")}`;
    case "bearer":
    case "oauth2":
    case "openIdConnect":
      return `Bearer ${secret}`;
    default:
      throw new TypeError(`unknown kind of scheme: ${String(scheme satisfies never)}`);
  }
}
