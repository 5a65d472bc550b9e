/** A small API for tests, as a generated package would describe it. */
import {
  type ApiCall,
  type ApiClientOptions,
  type ApiDefinition,
  type CallOptions,
  createFetchClient,
  encoded,
  type FetchClient,
  operation,
  type OperationMethods,
  type PagedCall,
  pagedOperation,
  styled,
  writeBody,
  bearer,
} from "../src/index.ts";

export interface AcmeClient extends FetchClient<AcmePaths, "acme", ApiClientOptions> {}
export interface Acme extends AcmeClient, OperationMethods<typeof operations> {}

interface AcmePaths {
  [path: string]: {
    [method in "get" | "put" | "post" | "delete"]: {
      parameters: { path?: Record<string, string>; query?: Record<string, unknown>; header?: object };
      requestBody?: { content: { "application/json": unknown } };
      responses: {
        200: { content: { "application/json": Key } };
        400: { content: { "application/json": Problem } };
      };
    };
  };
}

export interface Key {
  id?: string;
  name?: string;
  secretKey?: string;
}
export interface Problem {
  message: string;
}
interface Errors {
  404: Problem;
  422: Problem;
}

type One<Args, Result = Key> = (
  client: AcmeClient,
  args: Args,
  options?: CallOptions,
) => ApiCall<Result, Errors>;

export const getKey = operation<One<{ id: string | number }>>({
  id: "getKey",
  method: "GET",
  path: "/keys/{id}",
});
export const createKey = operation<One<{ body: unknown }>>({
  id: "createKey",
  method: "POST",
  path: "/keys",
  body: "application/json",
});
export const putKey = operation<One<{ id: string; body?: unknown }>>({
  id: "putKey",
  method: "PUT",
  path: "/keys/{id}",
  body: ["application/json", "text/plain"],
  writeBody,
});
export const deleteKey = operation<One<{ id: string }, void>>({
  id: "deleteKey",
  method: "DELETE",
  path: "/keys/{id}",
});
/** Makes a new key each time, whatever its method says. */
export const rotateKey = operation<One<{ id: string }>>({
  id: "rotateKey",
  method: "PUT",
  path: "/rotations/{id}",
  idempotent: false,
});
export const pay = operation<One<{ body: unknown; "Idempotency-Key"?: string }>>({
  id: "pay",
  method: "POST",
  path: "/payments",
  header: ["Idempotency-Key"],
  body: "application/json",
});
export const ping = operation<(client: AcmeClient, options?: CallOptions) => ApiCall<void>>({
  id: "ping",
  method: "GET",
  path: "/ping",
  security: [],
});
export const listKeys = pagedOperation<
  (
    client: AcmeClient,
    args?: { page?: number; limit?: number },
    options?: CallOptions,
  ) => PagedCall<{ results: number[]; size?: number }, {}, number>
>({
  id: "listKeys",
  method: "GET",
  path: "/keys",
  query: ["page", "limit"],
  pagination: {
    style: "page",
    parameter: "page",
    first: 0,
    limit: "limit",
    defaultLimit: 2,
    items: "/results",
    total: "/size",
  },
});

/** Nothing here is in the default style or media type. */
export const search = operation<One<{ ids: string[]; tags?: string[]; sid?: string }>>({
  id: "search",
  method: "GET",
  path: "/search/{ids}",
  pathStyles: [styled({ name: "ids", style: "label" })],
  query: [styled({ name: "tags", style: "pipeDelimited", explode: false })],
  cookie: ["sid"],
});
export const submit = operation<One<{ body: unknown }>>({
  id: "submit",
  method: "POST",
  path: "/forms",
  body: "application/x-www-form-urlencoded",
  writeBody: encoded({ form: [styled({ name: "filter", style: "deepObject" })] }),
});

const operations = { getKey, createKey, putKey, deleteKey, rotateKey, pay, ping, listKeys, search, submit };

export const definition: ApiDefinition = {
  name: "acme",
  baseUrl: "https://api.acme.example",
  schemes: { bearerAuth: bearer({ env: "ACME_API_KEY" }) },
  security: [["bearerAuth"]],
  sensitive: ["secretKey", "api_key", "token"],
};

export const secret = "sk_live_0123456789";

/** A client of a server on loopback. */
export function createAcme(baseUrl: string, options: ApiClientOptions = {}): Acme {
  return createFetchClient<Acme>(
    definition,
    { baseUrl, auth: { bearerAuth: secret }, ...options },
    operations,
  );
}
