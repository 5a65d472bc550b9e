import type { OperationDefinition } from "../definition.ts";
import { ApiError } from "./api-error.ts";

/** An operation function, as far as its errors go. */
interface FailingOperation {
  (client: never, ...rest: never[]): { safe(): PromiseLike<unknown> };
  readonly definition: OperationDefinition;
}

type ErrorOf<Operation extends FailingOperation> = Extract<
  Extract<Awaited<ReturnType<ReturnType<Operation>["safe"]>>, { ok: false }> extends { error: infer Failure }
    ? Failure
    : never,
  ApiError<number>
>;

type WithStatus<Failure, Status extends number> = Failure extends { status: infer Known; body: infer Body }
  ? Status extends Known
    ? ApiError<Status, Body>
    : never
  : never;

/**
 * Whether a caught value is an {@link ApiError}; with an operation, one of that operation; with a status, one of that
 * status, its `body` typed as documented.
 *
 * @example
 * try {
 *   await automox.createUserApiKey({ userId: 1, o: 2, body: { name: "deploy" } });
 * } catch (error) {
 *   if (isApiError(error, createUserApiKey, 422)) console.error(error.body.errors);
 *   else throw error;
 * }
 */
export function isApiError(error: unknown): error is ApiError;
export function isApiError<Operation extends FailingOperation>(
  error: unknown,
  operation: Operation,
): error is ErrorOf<Operation>;
export function isApiError<Operation extends FailingOperation, Status extends number>(
  error: unknown,
  operation: Operation,
  status: Status,
): error is WithStatus<ErrorOf<Operation>, Status>;
export function isApiError(error: unknown, operation?: FailingOperation, status?: number): boolean {
  return (
    error instanceof ApiError &&
    (operation === undefined || error.operationId === operation.definition.id) &&
    (status === undefined || error.status === status)
  );
}
