import type { Exchange } from "@keysmith/mock";
import { callMethod, schemesOf, type Bench } from "../bench.ts";
import type { RefusalCell } from "../cells/cell.ts";
import type { Finding } from "../finding.ts";
import { judgeArrival } from "../judge/exchange.ts";
import { judgeConfigError, judgeRefusal, judgeStatusOfRefusal } from "../judge/refusal.ts";
import { requestFaults } from "../oracle/request.ts";
import { isFinding, observe } from "./observe.ts";
import { mediaTypeHeader } from "./request.ts";

/**
 * Makes a call that the document does not allow, as a caller without a compiler could. What cannot travel the client has
 * to refuse before it sends anything; everything else the mock has to refuse, for the right reason, and the client has
 * to say so.
 */
export async function runRefusal(bench: Bench, cell: RefusalCell): Promise<readonly Finding[]> {
  const { operation, content, args, breach } = cell;
  const client = bench.clientWith(schemesOf(operation));
  const headers = args.has("body") ? mediaTypeHeader(operation, content) : {};
  const seen = await observe(bench, () => callMethod(client, operation, args, headers));
  if (isFinding(seen)) return [seen];
  const [exchange] = seen.exchanges;
  if (exchange === undefined) {
    return [
      ...(mayStay(cell)
        ? []
        : [
            {
              culprit: "client",
              message: "the client does not send what can be sent",
              got: seen.outcome,
            } as const,
          ]),
      ...judgeConfigError(seen, bench.package, breach.missing ? breach.argument : undefined),
    ];
  }
  const arrival = judgeArrival(operation, seen.exchanges);
  // What the client makes of an answer that should not be is nobody's fault.
  if (exchange.status < 400) return [...arrival, ...(await judgeAcceptance(bench, cell, exchange))];
  return [
    ...arrival,
    ...judgeStatusOfRefusal(operation, exchange, expectation(cell)),
    ...judgeReason(cell, exchange),
    ...judgeRefusal(seen, operation, exchange, bench.package),
  ];
}

/** Whether the client may refuse by itself: where the value has no form on the wire, or would lead elsewhere. */
function mayStay({ breach, args, content }: RefusalCell): boolean {
  if (breach.missing) return true;
  if (breach.in === "body") return content?.kind !== "json";
  const value = args.get(breach.argument);
  return typeof value === "object" || value === "" || (typeof value === "string" && !/^[ -~]+$/.test(value));
}

function expectation({ breach }: RefusalCell): string {
  return `a documented 4xx or a problem, for breaking \`${breach.keyword}\` of ${[breach.in, ...breach.path].join(".")}`;
}

/** The mock is not at fault where what was broken never reached it. */
async function judgeAcceptance(
  bench: Bench,
  cell: RefusalCell,
  exchange: Exchange,
): Promise<readonly Finding[]> {
  const common = { expected: expectation(cell), got: exchange.status };
  const faults = await requestFaults(bench, cell.operation, exchange);
  return faults.length === 0
    ? [{ culprit: "client", message: "what is broken in the arguments is not in the request", ...common }]
    : [{ culprit: "mock", message: "the mock accepts what the document does not allow", ...common }];
}

/** Findings where the mock refuses, but not because of what was broken. */
function judgeReason(cell: RefusalCell, { violations }: Exchange): readonly Finding[] {
  const { breach } = cell;
  const found = violations.filter(
    (violation) => violation.in === "request" && violation.severity === "error",
  );
  // Some keywords are told of at what is broken, others at what holds it or is in it; names of headers in small letters.
  const place = [breach.in, ...breach.path].map((key) => key.toLowerCase());
  const right = found.some(
    ({ code, path }) =>
      code === breach.keyword &&
      path.slice(0, place.length).every((key, index) => key.toLowerCase() === place[index]),
  );
  if (right) return [];
  return [
    {
      culprit: "mock",
      message: "the mock refuses the request for another reason",
      expected: expectation(cell),
      got: found.map(({ path, code, message }) => `${path.join(".")} ${code}: ${message}`),
    },
  ];
}
