/** What generated packages are made of, and what their users meet: errors, calls and options. */
export type { Credential, CredentialProvider, CredentialRequest } from "./auth/credentials.ts";
export * from "./auth/oauth2.ts";
export * from "./auth/schemes.ts";
export type * from "./call/api-call.ts";
export type { CallMeta, RateLimit } from "./call/meta.ts";
export { pagedOperation, type PagedOperationDefinition } from "./call/paged.ts";
export { type Client, createApiClient } from "./client/client.ts";
export * from "./client/fetch-client.ts";
export type * from "./client/options.ts";
export { type PreparedRequest, request } from "./client/request.ts";
export { ownServer, selectServer } from "./client/server.ts";
export type * from "./definition.ts";
export { AbortError } from "./errors/abort-error.ts";
export { ApiError } from "./errors/api-error.ts";
export type { ApiErrorOf, CallError, ErrorStatus } from "./errors/call-error.ts";
export { ConfigError } from "./errors/config-error.ts";
export { isApiError } from "./errors/is-api-error.ts";
export { KeysmithError } from "./errors/keysmith-error.ts";
export { NetworkError } from "./errors/network-error.ts";
export { ResponseParseError } from "./errors/response-parse-error.ts";
export {
  BadRequestError,
  ConflictError,
  ForbiddenError,
  NotFoundError,
  RateLimitError,
  ServerError,
  UnauthorizedError,
  UnprocessableEntityError,
} from "./errors/status-errors.ts";
export { TimeoutError, type TimeoutPhase } from "./errors/timeout-error.ts";
export { operation, type OperationFunction } from "./operation.ts";
export type { Logger, LogRecord } from "./redact/logger.ts";
export type { Middleware, MiddlewareContext } from "./transport/middleware.ts";
export { writeBody } from "./wire/body.ts";
export { encoded } from "./wire/encoded.ts";
export { styled } from "./wire/style.ts";
