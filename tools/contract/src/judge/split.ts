import type { Operation } from "@keysmith/generator";
import type { Exchange } from "@keysmith/mock";
import type { Bench } from "../bench.ts";
import type { Finding } from "../finding.ts";
import { requestFaults } from "../oracle/request.ts";

/**
 * Findings where the mock's validator and the suite's own do not agree whether a request, or an answer of the document,
 * is what the document says.
 */
export async function judgeSplits(bench: Bench, operation: Operation): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const exchange of bench.exchanges()) {
    if (exchange.operation !== operation.id && exchange.operation !== `${operation.method} ${operation.path}`)
      continue;
    findings.push(...(await judgeRequest(bench, operation, exchange)));
    if (exchange.problem === undefined) findings.push(...judgeAnswer(bench, operation, exchange));
  }
  return findings;
}

async function judgeRequest(
  bench: Bench,
  operation: Operation,
  exchange: Exchange,
): Promise<readonly Finding[]> {
  const ours = (await requestFaults(bench, operation, exchange)).map(
    ({ where, message }) => `${where} ${message}`,
  );
  return split("request", theirs(exchange, "request"), ours);
}

function judgeAnswer(bench: Bench, operation: Operation, exchange: Exchange): readonly Finding[] {
  const { status, headers, body } = exchange.answer;
  const mediaType = headers.get("content-type") ?? "";
  if (!/^application\/(?:json|[^;\s]+\+json)\s*(?:;|$)/i.test(mediaType)) return [];
  const names = [String(status), `${String(status)[0]}XX`, "default"];
  const { document, validator } = bench;
  const response = names
    .map((name) => document.follow(document.at(operation.pointer, "responses", name)))
    .find((spot) => spot !== undefined);
  const schema =
    response && document.at(response.pointer, "content", mediaType.split(";")[0] ?? "", "schema");
  if (schema === undefined) return [];
  const faults = validator.faults(schema.pointer, JSON.parse(body), { direction: "response" });
  const ours = faults.map(({ message }) => message);
  return split("answer", theirs(exchange, "response"), ours);
}

/** What the mock's validator says of schemas: credentials, media types and headers of answers are not compared. */
function theirs({ violations }: Exchange, where: "request" | "response"): readonly string[] {
  return violations
    .filter((violation) => violation.in === where && violation.severity === "error")
    .filter(({ code, path }) => !/^\d+$/.test(code) && (where === "request" || path[0] !== "header"))
    .map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": "));
}

function split(what: string, found: readonly string[], ours: readonly string[]): readonly Finding[] {
  if ((found.length === 0) === (ours.length === 0)) return [];
  const [strict, lax] =
    ours.length === 0 ? ["the mock's validator", "the suite's"] : ["the suite's validator", "the mock's"];
  return [
    {
      // The suite reads the document as it is written, the mock's validator as it was translated for it.
      culprit: "mock",
      message: `split: ${strict} refuses the ${what}, ${lax} accepts it`,
      expected: `suite: ${ours.join(", ") || "valid"}`,
      got: `mock: ${found.join(", ") || "valid"}`,
    },
  ];
}
