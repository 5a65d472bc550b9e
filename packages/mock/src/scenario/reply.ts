import type { AnswerOf, MockAnswer, MockOperation, StatusOf } from "./operations.ts";

/** One answer of a mock, chosen by a test: a documented status, with an example of it or a body of the test's own. */
export type Reply<Operation extends MockOperation> = {
  [Status in StatusOf<Operation>]: { status: Status } & ReplyOptions<AnswerOf<Operation, Status>>;
}[StatusOf<Operation>];

/** What of a documented answer is sent; without more its first example. */
export type ReplyOptions<Answer> =
  Answer extends MockAnswer<infer Body, infer Example>
    ? {
        /** Name of a documented example. */
        example?: Example;
        /**
         * A body in place of the example's, or a function that makes one of it: `(key) => ({ ...key, is_enabled: false })`.
         * It must be what the document allows; else the mock answers 500 and says why.
         */
        body?: Body | ((example: Body) => Body);
        /** Which of the documented media types. Default: by the request's `Accept`, else the first. */
        mediaType?: string;
        /** Headers beside the documented ones, or in their place. */
        headers?: Readonly<Record<string, string>>;
      }
    : never;

/**
 * A way for an answer not to arrive as it should:
 *
 * - `reset`: the connection is cut before anything is answered, and the request has no effect on state;
 * - `truncate`: it is cut in the middle of the body;
 * - `wrongType`: a page of HTML comes in place of the body, as from a proxy, with the status the answer has;
 * - `empty`: status and headers come without the body.
 */
export type Fault = "reset" | "truncate" | "wrongType" | "empty";

/** One turn of `.sequence([…])`: a status, a whole reply, or a fault. */
export type Step<Operation extends MockOperation> = StatusOf<Operation> | Reply<Operation> | { fault: Fault };

/**
 * A request to an operation. `.handle()` sees valid ones alone; the journal also has those that were refused, and their
 * parameters and bodies may be anything.
 */
export interface CallRequest<Operation extends MockOperation> {
  /** In capitals. */
  readonly method: string;
  /** Parameters in the path, decoded: `{ userId: "1" }`. */
  readonly path: Readonly<Record<Operation["path"], string>>;
  /** The query as it was sent. */
  readonly query: URLSearchParams;
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  /** The body: parsed when it is JSON, else text; undefined when there is none. */
  readonly body: Operation["body"];
}

/** Answers requests by code: a reply, or undefined for the answer there would be without it. */
export type Handle<Operation extends MockOperation> = (
  request: CallRequest<Operation>,
) => Reply<Operation> | undefined | Promise<Reply<Operation> | undefined>;
