import type { AbortError } from "./abort-error.ts";
import type { ConfigError } from "./config-error.ts";
import type { NetworkError } from "./network-error.ts";
import type { ResponseParseError } from "./response-parse-error.ts";
import type { TimeoutError } from "./timeout-error.ts";
import type { ApiError } from "./api-error.ts";

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
/** The hundred statuses that begin with a digit, as literals: `error.status === 404` tells members of a union apart. */
export type Hundred<First extends Digit> = `${First}${Digit}${Digit}` extends `${infer Status extends number}`
  ? Status
  : never;
/** Every status that ends a call with an `ApiError`. */
export type ErrorStatus = Hundred<3 | 4 | 5>;

/** Statuses of a range such as `4XX`. */
type Ranges = { [First in 3 | 4 | 5 as `${First}XX`]: Hundred<First> };
type DocumentedStatus<Errors> = Extract<keyof Errors, number>;
type DocumentedRange<Errors> = Extract<keyof Errors, keyof Ranges>;
type OtherStatus<Errors> = Exclude<ErrorStatus, DocumentedStatus<Errors> | Ranges[DocumentedRange<Errors>]>;

/**
 * The `ApiError`s of an operation, from the bodies it documents by status: `{ 404: ErrorBody; "5XX": Trouble }`.
 * Documented statuses first, then ranges, then every other status with the body of `default`, or an unknown one.
 */
export type ApiErrorOf<Errors> =
  | { [Status in DocumentedStatus<Errors>]: ApiError<Status, Errors[Status]> }[DocumentedStatus<Errors>]
  | {
      [Range in DocumentedRange<Errors>]: ApiError<
        Exclude<Ranges[Range], DocumentedStatus<Errors>>,
        Errors[Range]
      >;
    }[DocumentedRange<Errors>]
  | ApiError<OtherStatus<Errors>, Errors extends { default: infer Body } ? Body : unknown>;

/** Everything that can end a call. */
export type CallError<Errors = {}> =
  | ApiErrorOf<Errors>
  | AbortError
  | ConfigError
  | NetworkError
  | ResponseParseError
  | TimeoutError;
