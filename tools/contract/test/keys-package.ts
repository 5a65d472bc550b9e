import * as runtime from "@keysmith/runtime";
import type {
  ApiCall,
  ApiDefinition,
  CallOptions,
  Client,
  ClientOptions,
  Fetch,
  OperationDefinition,
  PagedCall,
  PagedOperationDefinition,
} from "@keysmith/runtime";

/** A package for the document beside, as the generator would write it; every part of it can be broken. */

type KeysClient = Client<"keys">;
type Call = (client: KeysClient, args: object, options?: CallOptions) => ApiCall<unknown>;
type Pages = (client: KeysClient, args?: object, options?: CallOptions) => PagedCall<unknown>;
type Plain = (client: KeysClient, options?: CallOptions) => ApiCall<unknown>;

export interface Definitions {
  readonly api: ApiDefinition;
  readonly getKey: OperationDefinition;
  readonly updateKey: OperationDefinition;
  readonly createKey: OperationDefinition;
  readonly listKeys: PagedOperationDefinition;
  readonly ping: OperationDefinition;
}

export const definitions: Definitions = {
  api: {
    name: "keys",
    baseUrl: "https://keys.example.com/v1",
    schemes: {
      id: runtime.apiKey({ in: "header", name: "X-Id", env: "KEYS_ID" }),
      secret: runtime.apiKey({ in: "query", name: "secret" }),
    },
    security: [["id", "secret"]],
  },
  getKey: {
    id: "getKey",
    method: "GET",
    path: "/users/{user}/keys/{key}",
    query: ["fields"],
    accept: "application/json, text/csv",
  },
  updateKey: {
    id: "updateKey",
    method: "PUT",
    path: "/users/{user}/keys/{key}",
    body: ["application/json", "application/x-www-form-urlencoded"],
    writeBody: runtime.writeBody,
  },
  createKey: {
    id: "createKey",
    method: "POST",
    path: "/new",
    query: ["role", "count"],
    header: ["X-Trace"],
    cookie: ["session"],
    body: ["application/json", "multipart/form-data"],
    writeBody: runtime.writeBody,
  },
  listKeys: {
    id: "listKeys",
    method: "GET",
    path: "/keys",
    query: ["cursor"],
    security: [["id"], ["secret"]],
    pagination: { style: "cursor", parameter: "cursor", items: "/items", next: "/next" },
  },
  ping: { id: "ping", method: "GET", path: "/ping", accept: "text/plain", security: [] },
};

/** What can go wrong in a package. */
export interface Sabotage {
  /** Operations or the API as another generator would have written them. */
  readonly definitions?: Partial<Definitions>;
  /** Exports as they would be in another package. */
  readonly exports?: Readonly<Record<string, unknown>>;
  /** Changes an answer on its way to the client. */
  readonly answer?: (response: Response, request: Request) => Promise<Response> | Response;
  /** Changes a request on its way to the mock. */
  readonly request?: (request: Request) => Promise<Request> | Request;
}

export interface Package {
  readonly client: (options: ClientOptions) => object;
  readonly exports: object;
}

export function keysPackage(sabotage: Sabotage = {}): Package {
  const { api, getKey, updateKey, createKey, listKeys, ping } = { ...definitions, ...sabotage.definitions };
  const operations = {
    getKey: runtime.operation<Call>(getKey),
    updateKey: runtime.operation<Call>(updateKey),
    createKey: runtime.operation<Call>(createKey),
    listKeys: runtime.pagedOperation<Pages>(listKeys),
    ping: runtime.operation<Plain>(ping),
  };
  const wire =
    (options: ClientOptions): Fetch =>
    async (request, init) => {
      const sent = (await sabotage.request?.(request)) ?? request;
      const response = await (options.fetch ?? fetch)(sent, init);
      return (await sabotage.answer?.(response, sent)) ?? response;
    };
  return {
    client: (options) =>
      runtime.createFetchClient<KeysClient>(api, { ...options, fetch: wire(options) }, operations),
    exports: { ...runtime, ...operations, ...sabotage.exports },
  };
}
