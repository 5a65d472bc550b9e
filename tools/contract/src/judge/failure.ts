import type { Json, Operation } from "@keysmith/generator";
import type { Finding } from "../finding.ts";
import type { Observation } from "../run/observe.ts";
import { classOf, functionOf } from "../subject.ts";
import { equalsJson } from "./equal.ts";

const CLASSES = new Map([
  [400, "BadRequestError"],
  [401, "UnauthorizedError"],
  [403, "ForbiddenError"],
  [404, "NotFoundError"],
  [409, "ConflictError"],
  [422, "UnprocessableEntityError"],
  [429, "RateLimitError"],
]);

/** The class a status is thrown as. */
export function errorClass(code: number): string {
  return CLASSES.get(code) ?? (code >= 500 ? "ServerError" : "ApiError");
}

/** What a documented error must come to. */
export interface Failure {
  readonly operation: Operation;
  readonly code: number;
  readonly body: Json | undefined;
}

/** Findings where a documented error is not thrown as what it is, by any view of the call. */
export function judgeFailure(seen: Observation, failure: Failure, exports: object): readonly Finding[] {
  const { outcome, safe, answered } = seen;
  if (outcome.ok) return [{ culprit: "client", message: `a ${failure.code} must throw`, got: outcome.value }];
  const inSafe: unknown = safe.ok ? safe.value : undefined;
  const error: unknown = Reflect.get(Object(inSafe), "error");
  return [
    ...judgeError("the call rejects", outcome.error, failure, exports),
    ...(safe.ok ? [] : [{ culprit: "client", message: ".safe() must not reject", got: safe.error } as const]),
    ...(safe.ok && Reflect.get(Object(inSafe), "ok") !== false
      ? [{ culprit: "client", message: ".safe().ok", expected: false, got: inSafe } as const]
      : []),
    ...(safe.ok ? judgeError(".safe() gives", error, failure, exports) : []),
    ...(answered.ok
      ? [{ culprit: "client", message: ".withResponse() must reject", got: answered.value } as const]
      : []),
  ];
}

function judgeError(
  view: string,
  error: unknown,
  { operation, code, body }: Failure,
  exports: object,
): readonly Finding[] {
  const findings: Finding[] = [];
  const wrong = (message: string, wanted: unknown, got: unknown): void => {
    findings.push({ culprit: "client", message: `${view} ${message}`, expected: wanted, got });
  };
  for (const name of [errorClass(code), "ApiError", "KeysmithError"]) {
    const expected = classOf(exports, name);
    if (expected === undefined)
      findings.push({ culprit: "generator", message: `the package does not export ${name}` });
    else if (!Object.prototype.isPrototypeOf.call(expected.prototype, Object(error)))
      wrong("another class of error", name, error);
  }
  const { status, body: got, operationId } = Object(error);
  if (status !== code) wrong("an error of another status", code, status);
  if (operationId !== operation.id) wrong("an error of another operation", operation.id, operationId);
  const same = body === undefined ? got === undefined : equalsJson(got, body);
  if (!same) wrong("an error with another body", body, got);
  const isApiError = functionOf(exports, "isApiError");
  const call: unknown = Reflect.get(exports, operation.name);
  if (isApiError?.(error, call, code) !== true)
    wrong(`what isApiError(error, ${operation.name}, ${code}) does not recognise`, true, error);
  if (isApiError?.(error, call, code + 1) === true)
    wrong(`what isApiError(error, ${operation.name}, ${code + 1}) takes for its own`, false, error);
  if (isApiError?.(error, stranger) === true)
    wrong("what isApiError takes for an error of another operation", false, error);
  return findings;
}

/** An operation that nobody called. */
const stranger = Object.assign(() => undefined, { definition: { id: "an operation that nobody called" } });
