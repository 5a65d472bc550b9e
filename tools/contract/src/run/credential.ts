import type { SecurityScheme } from "@keysmith/generator";
import type { Exchange } from "@keysmith/mock";
import { callMethod, type Bench } from "../bench.ts";
import type { CredentialCell } from "../cells/cell.ts";
import type { Finding } from "../finding.ts";
import { classOf } from "../subject.ts";
import { isFinding, observe } from "./observe.ts";

/** Leaves credentials out: the client must not send anything, and the mock must refuse such a request. */
export async function runCredential(bench: Bench, cell: CredentialCell): Promise<readonly Finding[]> {
  return [...(await withClient(bench, cell)), ...(await withoutClient(bench, cell))];
}

async function withClient(
  bench: Bench,
  { operation, needed, present, args }: CredentialCell,
): Promise<readonly Finding[]> {
  const client = bench.clientWith(present);
  const seen = await observe(bench, () => callMethod(client, operation, args, {}));
  if (isFinding(seen)) return [seen];
  const expected = classOf(bench.package, "ConfigError");
  if (expected === undefined)
    return [{ culprit: "generator", message: "the package does not export ConfigError" }];
  const findings: Finding[] = [];
  if (seen.exchanges.length > 0)
    findings.push({
      culprit: "client",
      message: "without credential nothing may be sent",
      got: seen.exchanges.map(({ target }) => target),
    });
  const error = seen.outcome.ok ? undefined : seen.outcome.error;
  if (!Object.prototype.isPrototypeOf.call(expected.prototype, Object(error))) {
    findings.push({
      culprit: "client",
      message: "without credential the call must throw a ConfigError",
      got: error ?? seen.outcome,
    });
  }
  const message = String(Reflect.get(Object(error), "message"));
  for (const name of namesOf(bench, needed, present).filter((each) => !message.includes(each)))
    findings.push({
      culprit: "client",
      message: "the error must say what is missing",
      expected: name,
      got: message,
    });
  return findings;
}

/** What somebody who lacks a credential has to know: of which API, the option, and the variable that would do as well. */
function namesOf({ api }: Bench, needed: readonly string[], present: readonly string[]): readonly string[] {
  const missing = api.schemes.filter(({ name }) => needed.includes(name) && !present.includes(name));
  return [
    `${api.name}: `,
    ...missing.map(({ name }) => `auth.${name}`),
    ...missing.flatMap(({ env }) => env ?? []),
  ];
}

/** Sends what the client sends with credentials once more, without them. */
async function withoutClient(
  bench: Bench,
  { operation, needed, present, args }: CredentialCell,
): Promise<readonly Finding[]> {
  const client = bench.clientWith(needed);
  const seen = await observe(bench, () => callMethod(client, operation, args, {}));
  if (isFinding(seen)) return [seen];
  const [exchange] = seen.exchanges;
  if (exchange === undefined)
    return [{ culprit: "client", message: "with credentials a request must be sent", got: seen.outcome }];
  const missing = bench.api.schemes.filter(({ name }) => needed.includes(name) && !present.includes(name));
  bench.forget();
  const answer = await fetch(bench.url + withoutQuery(exchange.target, missing), {
    method: exchange.method,
    headers: withoutHeaders(exchange, missing),
    ...(exchange.body.length > 0 && { body: Buffer.from(exchange.body) }),
  });
  await answer.arrayBuffer();
  return [
    ...missing
      .filter((scheme) => !carries(exchange, scheme))
      .map(({ name }): Finding => ({
        culprit: "client",
        message: `the credential ${name} is not sent where the document says`,
      })),
    ...(answer.status === 401
      ? []
      : [
          {
            culprit: "mock",
            message: "a request without credential must be refused",
            expected: 401,
            got: answer.status,
          } as const,
        ]),
  ];
}

function carries({ target, headers }: Exchange, scheme: SecurityScheme): boolean {
  if (scheme.kind !== "apiKey") return scheme.kind === "mutualTLS" || headers.has("authorization");
  if (scheme.in === "header") return headers.has(scheme.parameter.toLowerCase());
  if (scheme.in === "query") return new URLSearchParams(target.split("?")[1]).has(scheme.parameter);
  return (headers.get("cookie") ?? "").includes(`${scheme.parameter}=`);
}

function withoutHeaders({ headers }: Exchange, missing: readonly SecurityScheme[]): [string, string][] {
  // Those of the connection belong to it, not to the request.
  const dropped = new Set(["host", "connection", "content-length", "transfer-encoding", "accept-encoding"]);
  for (const scheme of missing) {
    if (scheme.kind !== "apiKey") dropped.add("authorization");
    else if (scheme.in !== "query")
      dropped.add(scheme.in === "cookie" ? "cookie" : scheme.parameter.toLowerCase());
  }
  return [...headers].filter(([name]) => !dropped.has(name));
}

function withoutQuery(target: string, missing: readonly SecurityScheme[]): string {
  const dropped = new Set<string>();
  for (const scheme of missing) {
    if (scheme.kind === "apiKey" && scheme.in === "query") dropped.add(encodeURIComponent(scheme.parameter));
  }
  const [path = "", query = ""] = target.split("?", 2);
  const kept = query.split("&").filter((pair) => pair !== "" && !dropped.has(pair.split("=")[0] ?? ""));
  return kept.length === 0 ? path : `${path}?${kept.join("&")}`;
}
