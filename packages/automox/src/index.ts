// Generated from specs/automox.yaml by Keysmith. Edit the document, then run `pnpm generate automox`.

export {
  createAutomox,
  createClient,
  type Automox,
  type AutomoxAuth,
  type AutomoxClient,
  type AutomoxOptions,
} from "./client.ts";
export * from "./operations.ts";
export type * from "./models.ts";
export type { components, operations, paths } from "./schema.ts";
export {
  AbortError,
  ApiError,
  BadRequestError,
  ConfigError,
  ConflictError,
  ForbiddenError,
  isApiError,
  KeysmithError,
  NetworkError,
  NotFoundError,
  RateLimitError,
  request,
  ResponseParseError,
  ServerError,
  TimeoutError,
  UnauthorizedError,
  UnprocessableEntityError,
  type ApiCall,
  type CallError,
  type CallMeta,
  type CallOptions,
  type Credential,
  type CredentialProvider,
  type CredentialRequest,
  type Fetch,
  type Logger,
  type LogRecord,
  type Middleware,
  type MiddlewareContext,
  type PagedCall,
  type PagingOptions,
  type PreparedRequest,
  type SafeResult,
  type WithResponse,
} from "@keysmith/runtime";
