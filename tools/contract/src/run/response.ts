import { callMethod, schemesOf, type Bench } from "../bench.ts";
import type { ResponseCell } from "../cells/cell.ts";
import { isSuccess } from "../cells/response.ts";
import type { Finding } from "../finding.ts";
import { judgeExample } from "../judge/example.ts";
import { judgeArrival, judgeStatus, judgeViolations } from "../judge/exchange.ts";
import { judgeFailure } from "../judge/failure.ts";
import { judgeSuccess } from "../judge/success.ts";
import { isFinding, observe, type Observation } from "./observe.ts";

/** Has the mock give one documented answer, and compares what the client makes of it with the document. */
export async function runResponse(bench: Bench, cell: ResponseCell): Promise<readonly Finding[]> {
  const { operation, code, body, args } = cell;
  const headers = wish(code, body);
  const client = bench.clientWith(schemesOf(operation));
  const seen = await observe(bench, () => callMethod(client, operation, args, headers));
  if (isFinding(seen)) return [seen];
  const expected = body?.example.value;
  return [
    ...judgeExample(bench.document, bench.validator, cell),
    ...judgeArrival(operation, seen.exchanges),
    ...judgeViolations(seen.exchanges),
    ...judgeStatus(seen.exchanges, code),
    ...judgeHeaders(cell, seen),
    ...(isSuccess(code)
      ? await judgeSuccess(seen, code, expected)
      : judgeFailure(seen, { operation, code, body: expected }, bench.package)),
  ];
}

/** Headers that make the mock give one answer. */
export function wish(code: number, body: ResponseCell["body"]): Readonly<Record<string, string>> {
  if (body === undefined) return { Prefer: `code=${code}` };
  const { content, example } = body;
  const accept = { Accept: content.mediaType };
  // A lone `example` has no name in the document; the mock gives it without being told.
  if (content.examples.length === 1) return { ...accept, Prefer: `code=${code}` };
  return {
    ...accept,
    Prefer: `code=${code}, example="${example.name.replaceAll(/["\\]/g, String.raw`\$&`)}"`,
  };
}

/** Findings where a documented header does not reach the caller. */
function judgeHeaders(
  { response, code, operation }: ResponseCell,
  { outcome, answered }: Observation,
): readonly Finding[] {
  const source: unknown =
    isSuccess(code) && answered.ok
      ? Reflect.get(Object(answered.value), "response")
      : outcome.ok
        ? undefined
        : outcome.error;
  const headers: unknown = Reflect.get(Object(source), "headers");
  return response.headers
    .filter(({ name }) => !(headers instanceof Headers && headers.has(name)))
    .map(({ name }): Finding => ({
      culprit: "client",
      message: `${operation.id} ${code}: the documented header ${name} does not reach the caller`,
    }));
}
