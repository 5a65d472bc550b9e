import type { SecurityScheme } from "@keysmith/generator";
import { callMethod, type Bench } from "../bench.ts";
import type { MalformedCell } from "../cells/cell.ts";
import type { Finding } from "../finding.ts";
import { judgeArrival } from "../judge/exchange.ts";
import { judgeConfigError, judgeRefusal } from "../judge/refusal.ts";
import { isFinding, observe, settle } from "./observe.ts";

/**
 * Breaks a credential. An empty one the client has to refuse itself. One that is broken on its way the mock has to
 * refuse with 401, and the client has to say so.
 */
export async function runMalformed(bench: Bench, cell: MalformedCell): Promise<readonly Finding[]> {
  const { operation, needed, scheme, how, args } = cell;
  const client = bench.clientWith(needed);
  // Behind the client's back: it would not send such a thing itself.
  const middleware = [
    (request: Request, next: (request: Request) => Promise<Response>): Promise<Response> =>
      next(broken(request, scheme, how)),
  ];
  const seen = await observe(bench, () => callMethod(client, operation, args, {}, { middleware }));
  if (isFinding(seen)) return [seen];
  const [exchange] = seen.exchanges;
  const refused: readonly Finding[] =
    exchange === undefined || exchange.status === 401
      ? []
      : [
          {
            culprit: "mock",
            message: `a credential that is ${how === "empty" ? how : `of ${how}`} must be refused`,
            expected: 401,
            got: exchange.status,
          },
        ];
  return [
    ...(how === "empty" ? await withEmpty(bench, cell) : []),
    ...judgeArrival(operation, seen.exchanges),
    ...refused,
    ...(exchange?.status === 401 ? judgeRefusal(seen, operation, exchange, bench.package) : []),
  ];
}

/** A client is made with the empty credential, or at the latest called: either must throw. */
async function withEmpty(
  bench: Bench,
  { operation, needed, scheme, args }: MalformedCell,
): Promise<readonly Finding[]> {
  const outcome = await settle(
    (async () => callMethod(bench.clientWith(needed, scheme.name), operation, args, {}))(),
  );
  return judgeConfigError(
    { outcome, safe: outcome, answered: outcome, raw: outcome, exchanges: [] },
    bench.package,
  );
}

function broken(request: Request, scheme: SecurityScheme, how: MalformedCell["how"]): Request {
  const headers = new Headers(request.headers);
  const url = new URL(request.url);
  if (scheme.kind !== "apiKey") {
    const [word = "", ...credential] = (headers.get("authorization") ?? "").split(" ");
    headers.set("authorization", how === "empty" ? word : ["Sesame", ...credential].join(" "));
  } else if (scheme.in === "header") headers.set(scheme.parameter, "");
  else if (scheme.in === "query") url.searchParams.set(scheme.parameter, "");
  else
    headers.set(
      "cookie",
      (headers.get("cookie") ?? "")
        .split("; ")
        .map((pair) => (pair.startsWith(`${scheme.parameter}=`) ? `${scheme.parameter}=` : pair))
        .join("; "),
    );
  return new Request(url, new Request(request, { headers }));
}
