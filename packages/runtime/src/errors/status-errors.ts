import { ApiError } from "./api-error.ts";
import type { Hundred } from "./call-error.ts";

/** 400: the request is malformed. */
export class BadRequestError<Body = unknown> extends ApiError<400, Body> {
  static override readonly kind: string = "BadRequestError";
}

/** 401: no credential, or not a valid one. */
export class UnauthorizedError<Body = unknown> extends ApiError<401, Body> {
  static override readonly kind: string = "UnauthorizedError";
}

/** 403: the credential does not allow this. */
export class ForbiddenError<Body = unknown> extends ApiError<403, Body> {
  static override readonly kind: string = "ForbiddenError";
}

/** 404: no such thing. */
export class NotFoundError<Body = unknown> extends ApiError<404, Body> {
  static override readonly kind: string = "NotFoundError";
}

/** 409: it contradicts what is there. */
export class ConflictError<Body = unknown> extends ApiError<409, Body> {
  static override readonly kind: string = "ConflictError";
}

/** 422: understood, but not acceptable. */
export class UnprocessableEntityError<Body = unknown> extends ApiError<422, Body> {
  static override readonly kind: string = "UnprocessableEntityError";
}

/** 429: too many requests; see `retryAfterMs`. */
export class RateLimitError<Body = unknown> extends ApiError<429, Body> {
  static override readonly kind: string = "RateLimitError";
}

/** 500–599: the server failed. */
export class ServerError<Body = unknown> extends ApiError<Hundred<5>, Body> {
  static override readonly kind: string = "ServerError";
}

const classes: { readonly [status: number]: typeof ApiError<number> } = {
  400: BadRequestError,
  401: UnauthorizedError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
  422: UnprocessableEntityError,
  429: RateLimitError,
};

/** The most specific class for a status. */
export function apiErrorClass(status: number): typeof ApiError<number> {
  return classes[status] ?? (status >= 500 ? ServerError : ApiError);
}
