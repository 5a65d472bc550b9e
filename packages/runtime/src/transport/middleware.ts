import type { Logger } from "../redact/logger.ts";

/**
 * Code around an attempt. It sees the exact request, credentials included, and may change it, answer by itself, or
 * send more than once.
 *
 * @example
 * const timing: Middleware = async (request, next, { operationId }) => {
 *   const start = performance.now();
 *   const response = await next(request);
 *   console.log(operationId, response.status, performance.now() - start);
 *   return response;
 * };
 */
export type Middleware = (
  request: Request,
  next: (request: Request) => Promise<Response>,
  context: MiddlewareContext,
) => Response | Promise<Response>;

export interface MiddlewareContext {
  /** `undefined` for a path its document does not know. */
  readonly operationId: string | undefined;
  /** The first one is 1. */
  readonly attempt: number;
  /** Aborts when the attempt is over: by timeout, deadline or the caller's signal. */
  readonly signal: AbortSignal;
  /** The client's. */
  readonly logger: Logger | undefined;
}
