import type { AnyOperations, MockOperation, MockOperations, OperationId } from "../scenario/operations.ts";
import type { CallRequest } from "../scenario/reply.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Exchange } from "./exchange.ts";

/**
 * What a test says to a mock and asks of it. Each scope has scenarios, journal and state of its own.
 *
 * @typeParam Operations - The document's operations as types, `AutomoxMockOperations`. Default: any name, judged when used.
 */
export interface MockScope<Operations extends MockOperations<Operations> = AnyOperations> {
  /**
   * Says how an operation answers from now on. The newest scenario wins; one that is used up gives way to the one
   * before, at last to the documented answer.
   *
   * Throws {@link MockError} when the document has no such operation.
   *
   * @example
   * mock.on("getUserApiKey").reply(404);
   * mock.on("createUserApiKey").sequence([429, 200]);
   */
  on<Id extends OperationId<Operations>>(operation: Id): Scenario<Operations[Id]>;
  /**
   * What was asked of an operation so far, in the order of the answers: refused requests too, but not those whose body
   * could not be read, which {@link MockScope.exchanges} has.
   *
   * Throws {@link MockError} when the document has no such operation.
   */
  calls<Id extends OperationId<Operations>>(operation: Id): readonly MockCall<Operations[Id]>[];
  /** Every request with its answer, in the order of the answers: a delayed one comes late. */
  readonly exchanges: readonly Exchange[];
  /** As new: no scenarios, an empty journal, state as the examples have it. */
  reset(): void;
}

/** A request to one operation, and its answer. */
export interface MockCall<Operation extends MockOperation> {
  readonly request: CallRequest<Operation>;
  readonly answer: {
    readonly status: number;
    /** Names in small letters. */
    readonly headers: ReadonlyMap<string, string>;
    /** Parsed when it is JSON, else text; undefined when there is none. */
    readonly body: unknown;
  };
  /** The same, as it was on the wire, with what the document does not allow. */
  readonly exchange: Exchange;
}
