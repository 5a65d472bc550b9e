/** The one module that knows openapi-fetch: the client has its types, and its middleware runs here. */
import type { Client as FetchClient, Middleware as FetchMiddleware } from "openapi-fetch";

import type { Draft } from "./draft.ts";

export type { FetchClient, FetchMiddleware };

/** What middleware of `use()` is told beside the request. */
export interface Observed {
  readonly schemaPath: string;
  readonly params: object;
  readonly options: object;
}

type Sight = Parameters<NonNullable<FetchMiddleware["onRequest"]>>[0];

/**
 * Runs middleware of `use()` as openapi-fetch does: once per call, requests pass it first to last, answers and failures
 * last to first.
 */
export async function observe(
  middleware: readonly FetchMiddleware[],
  observed: Observed,
  draft: Draft,
  send: (request: Request) => Promise<Response>,
): Promise<Response> {
  const id = crypto.randomUUID();
  const sight = (request: Request): Sight => ({ ...observed, request, id }) as unknown as Sight;
  let request = draft.request(draft.url);
  for (const { onRequest } of middleware) {
    const result = await onRequest?.(sight(request));
    if (result instanceof Response) return result;
    if (result) request = demand(result, Request, "onRequest");
  }
  const backwards = middleware.toReversed();
  let response: Response;
  try {
    response = await send(request);
  } catch (error) {
    response = await recover(backwards, sight(request), error);
  }
  for (const { onResponse } of backwards) {
    const result = await onResponse?.({ ...sight(request), response });
    if (result) response = demand(result, Response, "onResponse");
  }
  return response;
}

/** The answer middleware has for a failure; throws when it has none. */
async function recover(
  middleware: readonly FetchMiddleware[],
  sight: Sight,
  failure: unknown,
): Promise<Response> {
  let error = failure;
  for (const { onError } of middleware) {
    const result = await onError?.({ ...sight, error });
    if (result instanceof Response) return result;
    if (result) error = demand(result, Error, "onError");
  }
  throw error;
}

function demand<T>(result: unknown, type: new (...args: never[]) => T, hook: string): T {
  if (result instanceof type) return result;
  throw new TypeError(`${hook} of middleware must return a ${type.name}, or nothing`);
}
