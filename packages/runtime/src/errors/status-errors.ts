import { ApiError, type ApiErrorAnswer } from "./api-error.ts";
import type { ServerErrorStatus } from "./status.ts";

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
export class ServerError<Body = unknown> extends ApiError<ServerErrorStatus, Body> {
  static override readonly kind: string = "ServerError";
}

/** The error of an answer, of the most specific class. */
export function createApiError(message: string, answer: ApiErrorAnswer): ApiError {
  return new (classOf(answer.status))(message, answer);
}

function classOf(status: number): new (message: string, answer: ApiErrorAnswer) => ApiError {
  switch (status) {
    case 400:
      return BadRequestError;
    case 401:
      return UnauthorizedError;
    case 403:
      return ForbiddenError;
    case 404:
      return NotFoundError;
    case 409:
      return ConflictError;
    case 422:
      return UnprocessableEntityError;
    case 429:
      return RateLimitError;
    default:
      return status >= 500 ? ServerError : ApiError;
  }
}
