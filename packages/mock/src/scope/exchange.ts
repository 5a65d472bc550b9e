import type { MockRequest, MockResponse, Violation } from "../engine/message.ts";
import type { Fault } from "../scenario/reply.ts";

/** One request and its answer. */
export interface Exchange extends MockRequest {
  /** `operationId` of the operation that was called, or its method and path; undefined when there is none. */
  readonly operation: string | undefined;
  /** Status of the answer. */
  readonly status: number;
  /** The answer. */
  readonly answer: MockResponse;
  /** How the answer was spoilt, by `.fault()`; undefined when it was not. */
  readonly fault: Fault | undefined;
  /** What the document does not allow, in the request or in the answer; empty when all is well. */
  readonly violations: readonly Violation[];
  /** `type` of the problem where the answer is not one of the document's; undefined when it is. */
  readonly problem: string | undefined;
  /** Time in the mock, in milliseconds; an asked-for delay is part of it. */
  readonly durationMs: number;
}
