import type { AnswerOf, MockOperation, StatusOf } from "./operations.ts";
import type { Fault, Handle, ReplyOptions, Step } from "./reply.ts";

/**
 * How an operation answers, said by a test. Takes effect at once; members can be called in any order, and what is said
 * twice counts as it was said last.
 *
 * An invalid request is refused as ever: scenarios answer valid ones. Delays and faults always apply, and `once` and
 * `times` count every request to the operation.
 */
export interface Script<Operation extends MockOperation> {
  /**
   * Answers with a documented status, and its first example unless told otherwise.
   *
   * Throws {@link MockError} naming the alternatives when the document has no such status or example.
   *
   * @example
   * mock.on("getUserApiKey").reply(200, { example: "disabled" });
   * mock.on("getUserApiKey").reply(200, { body: (key) => ({ ...key, name: "other" }) });
   */
  reply<Status extends StatusOf<Operation>>(
    status: Status,
    options?: ReplyOptions<AnswerOf<Operation, Status>>,
  ): this;
  /**
   * Answers in turn, one step per request, then gives way. Throws as {@link Script.reply} does.
   *
   * @example
   * mock.on("getUserApiKeys").sequence([503, { fault: "reset" }, { status: 200, example: "noKeys" }]);
   */
  sequence(steps: readonly Step<Operation>[]): this;
  /** Spoils the answer on its way: see {@link Fault}. */
  fault(fault: Fault): this;
  /** Answers so many milliseconds later. */
  delay(milliseconds: number): this;
  /** For the next request only. */
  once(): this;
  /** For so many requests. */
  times(count: number): this;
}

/** A {@link Script} in the mock's own process, where an answer can be code and nothing has to travel. */
export interface Scenario<Operation extends MockOperation> extends Script<Operation> {
  /**
   * Answers by code. What it returns is judged by the document: what that does not allow, and what the code throws,
   * becomes a 500 that says so. Undefined leaves the answer to state and the document.
   */
  handle(handle: Handle<Operation>): this;
  /** Takes the scenario back. */
  remove(): void;
}
