import { callMethod, type Bench } from "../bench.ts";
import type { SourceCell } from "../cells/cell.ts";
import { credentialFor, credentialsFor } from "../credential.ts";
import type { Finding } from "../finding.ts";
import { judgeArrival } from "../judge/exchange.ts";
import { judgeCredential } from "../oracle/credential.ts";
import { isFinding, observe } from "./observe.ts";

/** Gives a credential by the environment, or by a function: it must arrive as if it had been given as a text. */
export async function runSource(bench: Bench, cell: SourceCell): Promise<readonly Finding[]> {
  const { operation, scheme, needed, from, args } = cell;
  const secret = credentialFor(scheme);
  const asked: unknown[] = [];
  const provider = (request: unknown): string => {
    asked.push(request);
    return secret;
  };
  const others = needed.filter((name) => name !== scheme.name);
  const given = from === "function" ? { [scheme.name]: provider } : {};
  const auth = { ...credentialsFor(bench.api, others), ...given };
  const environment = scheme.env !== undefined && from === "environment" ? { [scheme.env]: secret } : {};
  const client = bench.clientOf({ baseUrl: bench.url, auth }, environment);
  const seen = await observe(bench, () => callMethod(client, operation, args, {}));
  if (isFinding(seen)) return [seen];
  const [exchange] = seen.exchanges;
  return [
    ...judgeArrival(operation, seen.exchanges),
    ...(exchange === undefined ? [] : judgeCredential(operation, scheme, exchange)),
    ...(from === "function" ? judgeAsked(bench, cell, asked) : []),
  ];
}

function judgeAsked(
  bench: Bench,
  { scheme, tokenUrl }: SourceCell,
  asked: readonly unknown[],
): readonly Finding[] {
  const [request] = asked;
  if (request === undefined)
    return [{ culprit: "client", message: `the function that provides ${scheme.name} is never called` }];
  const got: unknown = Reflect.get(Object(request), "tokenUrl");
  // A relative address is one of the server that is called.
  const expected = tokenUrl && new URL(tokenUrl, `${bench.url}/`).href;
  return got === expected
    ? []
    : [{ culprit: "generator", message: `tokens of ${scheme.name} come from elsewhere`, expected, got }];
}
