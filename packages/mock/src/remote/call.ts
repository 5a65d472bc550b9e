import type { AnyOperations, MockOperation } from "../scenario/operations.ts";
import type { Exchange } from "../scope/exchange.ts";
import type { MockCall } from "../scope/mock-scope.ts";

/** A request to one operation and its answer, as another process learns of them. */
export interface RemoteCall<Operation extends MockOperation> extends Omit<MockCall<Operation>, "exchange"> {
  readonly exchange: Pick<Exchange, "target" | "fault" | "violations" | "problem" | "durationMs">;
}

type AnyCall = RemoteCall<AnyOperations[string]>;

type Pairs = readonly (readonly [string, string])[];

/** A {@link RemoteCall} as JSON: maps are lists of pairs. */
export interface JsonCall extends Pick<AnyCall, "exchange"> {
  readonly request: Omit<AnyCall["request"], "query" | "headers"> & {
    readonly query: Pairs;
    readonly headers: Pairs;
  };
  readonly answer: Omit<AnyCall["answer"], "headers"> & { readonly headers: Pairs };
}

export function toJson({ request, answer, exchange }: MockCall<AnyOperations[string]>): JsonCall {
  const { target, fault, violations, problem, durationMs } = exchange;
  return {
    request: { ...request, query: [...request.query], headers: [...request.headers] },
    answer: { ...answer, headers: [...answer.headers] },
    exchange: { target, fault, violations, problem, durationMs },
  };
}

export function fromJson({ request, answer, exchange }: JsonCall): AnyCall {
  const query = new URLSearchParams(request.query.map(([name, value]): [string, string] => [name, value]));
  return {
    // JSON has no undefined: a member that is not there is one.
    request: { ...request, body: request.body, query, headers: new Map(request.headers) },
    answer: { ...answer, body: answer.body, headers: new Map(answer.headers) },
    exchange: { ...exchange, fault: exchange.fault, problem: exchange.problem },
  };
}
