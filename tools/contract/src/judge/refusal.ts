import type { Json, Operation } from "@keysmith/generator";
import type { Exchange } from "@keysmith/mock";
import type { Finding } from "../finding.ts";
import type { Observation } from "../run/observe.ts";
import { classOf } from "../subject.ts";
import { judgeFailure } from "./failure.ts";

/** Findings where the mock does not refuse a request as the document has it, or by a problem. */
export function judgeStatusOfRefusal(
  { responses }: Operation,
  { status, problem }: Exchange,
  expected: string,
): readonly Finding[] {
  const wrong = (message: string): readonly Finding[] => [
    { culprit: "mock", message, expected, got: status },
  ];
  if (status >= 500) return wrong("the mock does not refuse the request, it fails");
  if (problem !== undefined) return [];
  const names = new Set<unknown>([status, "4XX", "default"]);
  return responses.some((response) => names.has(response.status))
    ? []
    : wrong("the mock refuses with a status that is not in the document");
}

/** Findings where a refusal does not reach the caller as what it is: class, status and body. */
export function judgeRefusal(
  seen: Observation,
  operation: Operation,
  { status, answer }: Exchange,
  exports: object,
): readonly Finding[] {
  const json = /\bjson\b/i.test(answer.headers.get("content-type") ?? "");
  const body: Json | undefined =
    answer.body === "" ? undefined : json ? JSON.parse(answer.body) : answer.body;
  return judgeFailure(seen, { operation, code: status, body }, exports);
}

/** Findings where the client does not refuse by a `ConfigError`; with `name`, one that says which argument it is. */
export function judgeConfigError(seen: Observation, exports: object, name?: string): readonly Finding[] {
  const expected = classOf(exports, "ConfigError");
  if (expected === undefined)
    return [{ culprit: "generator", message: "the package does not export ConfigError" }];
  const error = seen.outcome.ok ? undefined : seen.outcome.error;
  if (!Object.prototype.isPrototypeOf.call(expected.prototype, Object(error)))
    return [
      {
        culprit: "client",
        message: "nothing was sent, so the call must throw a ConfigError",
        expected: "ConfigError",
        got: error ?? seen.outcome,
      },
    ];
  const message = String(Reflect.get(Object(error), "message"));
  return name === undefined || message.includes(name)
    ? []
    : [
        {
          culprit: "client",
          message: "the ConfigError must name the argument",
          expected: name,
          got: message,
        },
      ];
}
