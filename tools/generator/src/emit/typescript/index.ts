import type { Api } from "../../read/model.ts";
import type { Target } from "../target.ts";
import { tokenFlows } from "../token-flows.ts";
import { sourceFile } from "./header.ts";
import { hasWebhooks } from "./webhooks.ts";

/** What users of a client need from the runtime; they should not have to know that there is one. */
const runtimeExports = [
  "AbortError",
  "ApiError",
  "BadRequestError",
  "ConfigError",
  "ConflictError",
  "ForbiddenError",
  "isApiError",
  "KeysmithError",
  "NetworkError",
  "NotFoundError",
  "RateLimitError",
  "request",
  "ResponseParseError",
  "ServerError",
  "TimeoutError",
  "UnauthorizedError",
  "UnprocessableEntityError",
  "type ApiCall",
  "type CallError",
  "type CallMeta",
  "type CallOptions",
  "type Credential",
  "type CredentialProvider",
  "type CredentialRequest",
  "type Fetch",
  "type Logger",
  "type LogRecord",
  "type Middleware",
  "type MiddlewareContext",
  "type PagedCall",
  "type PagingOptions",
  "type PreparedRequest",
  "type SafeResult",
  "type WithResponse",
];

/** Ways to a token, where a scheme of the document has the flow. */
function flowExports(api: Api): readonly string[] {
  return [...new Set(api.schemes.flatMap(tokenFlows).map(({ maker }) => maker))].toSorted();
}

/**
 * `src/functions.ts`: all but the openapi-fetch client, whose types a compiler would have to read. For a large API they
 * are most of what there is.
 */
export function emitFunctions(api: Api, target: Target): string {
  const own = [
    "createClient",
    ...(api.schemes.length > 0 ? [`type ${api.typeName}Auth`] : []),
    `type ${api.typeName}Client`,
    `type ${api.typeName}Options`,
  ];
  return sourceFile(api, target, [
    [
      `export { ${own.join(", ")} } from "./client.ts";`,
      `export * from "./operations.ts";`,
      `export type * from "./models.ts";`,
      ...(hasWebhooks(api) ? [`export type * from "./webhooks.ts";`] : []),
      `export { ${[...flowExports(api), ...runtimeExports].join(", ")} } from "@keysmith/runtime";`,
    ].join("\n"),
  ]);
}

/** `src/index.ts`: the table of contents, everything the package exports. */
export function emitIndex(api: Api, target: Target): string {
  return sourceFile(api, target, [
    [
      `export { create${api.typeName}, type ${api.typeName} } from "./fetch-client.ts";`,
      `export * from "./functions.ts";`,
      `export type { components, operations, paths } from "./schema.ts";`,
    ].join("\n"),
  ]);
}
