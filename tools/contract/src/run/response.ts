import { callMethod, schemesOf, type Bench } from "../bench.ts";
import type { ResponseCell } from "../cells/cell.ts";
import { isSuccess } from "../cells/response.ts";
import type { Finding } from "../finding.ts";
import { judgeExample } from "../judge/example.ts";
import { judgeArrival, judgeStatus, judgeViolations } from "../judge/exchange.ts";
import { judgeFailure } from "../judge/failure.ts";
import { judgeRaw } from "../judge/raw.ts";
import { judgeSuccess } from "../judge/success.ts";
import { essence } from "../oracle/body.ts";
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
    ...(await judgeRaw(seen, code, expected)),
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

/** Findings where a documented header, or the media type, does not reach the caller. */
function judgeHeaders(
  { response, code, body, operation }: ResponseCell,
  seen: Observation,
): readonly Finding[] {
  const headers = headersOf(seen, code);
  const sent = seen.exchanges[0]?.answer.headers;
  const lost = response.headers.flatMap(({ name }): readonly Finding[] => {
    const [got, expected] = [
      headers instanceof Headers ? headers.get(name) : null,
      sent?.get(name.toLowerCase()),
    ];
    if (got !== null && got === expected) return [];
    const message = `${operation.id} ${code}: the documented header ${name} does not reach the caller`;
    return [{ culprit: "client", message, expected, got }];
  });
  const got = headers instanceof Headers ? headers.get("content-type") : undefined;
  const expected = body?.content.mediaType;
  // A range, `text/*`, is any of its kind.
  if (expected === undefined || expected.includes("*") || essence(got ?? "") === essence(expected))
    return lost;
  const message = `${operation.id} ${code}: another media type reaches the caller`;
  return [...lost, { culprit: "client", message, expected, got }];
}

function headersOf({ outcome, answered }: Observation, code: number): unknown {
  const response: unknown = answered.ok ? Reflect.get(Object(answered.value), "response") : undefined;
  const source = isSuccess(code) && answered.ok ? response : outcome.ok ? undefined : outcome.error;
  return Reflect.get(Object(source), "headers");
}
