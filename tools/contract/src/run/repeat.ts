import { callMethod, schemesOf, type Bench } from "../bench.ts";
import type { RepeatCell } from "../cells/cell.ts";
import type { Finding } from "../finding.ts";
import { isFinding, observe } from "./observe.ts";

/** Answers with a failure that may pass, at once, and counts the requests of a call that is allowed two. */
export async function runRepeat(
  bench: Bench,
  { operation, repeated, args }: RepeatCell,
): Promise<readonly Finding[]> {
  let sent = 0;
  const fetch = async (): Promise<Response> => {
    sent += 1;
    return new Response(null, { status: 503, headers: { "retry-after-ms": "0" } });
  };
  const client = bench.clientWith(schemesOf(operation));
  const seen = await observe(bench, () => callMethod(client, operation, args, {}, { fetch, maxRetries: 1 }));
  if (isFinding(seen)) return [seen];
  const expected = repeated ? 2 : 1;
  const message = repeated
    ? "a call that may be repeated must be"
    : "a call whose repetition does harm must not be repeated";
  return sent === expected ? [] : [{ culprit: "generator", message, expected, got: sent }];
}
