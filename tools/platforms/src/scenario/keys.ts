import {
  type ApiCall,
  type ApiDefinition,
  bearer,
  type CallOptions,
  type Client,
  type ClientOptions,
  createApiClient,
  createFetchClient,
  type Credential,
  type FetchClient,
  operation,
  type OperationMethods,
  type PagedCall,
  pagedOperation,
} from "@keysmith/runtime";

/**
 * A client as the generator would print it, of an API of the scenario's own: whatever providers there are, the platforms
 * run the same.
 */

/** The environment variable that holds the key. */
export const KEY_VARIABLE = "KEYS_API_KEY";

export interface KeysOptions extends ClientOptions {
  auth?: { bearerAuth?: Credential | undefined };
}

export interface KeysClient extends Client<"keys", KeysOptions> {}

interface Key {
  id?: number;
  name?: string;
}

interface Owner {
  userId: number;
  o: number;
}

interface Errors {
  404: { errors?: string[] };
}

const definition: ApiDefinition = {
  name: "keys",
  baseUrl: "https://keys.example.com/api",
  schemes: { bearerAuth: bearer({ env: KEY_VARIABLE }) },
  security: [["bearerAuth"]],
  sensitive: ["api_key"],
};

export const createUserApiKey = operation<
  (
    client: KeysClient,
    args: Owner & { body: { name: string } },
    options?: CallOptions,
  ) => ApiCall<Key, Errors>
>({
  id: "createUserApiKey",
  method: "POST",
  path: "/users/{userId}/api_keys",
  query: ["o"],
  body: "application/json",
});

export const getUserApiKeys = pagedOperation<
  (
    client: KeysClient,
    args: Owner & { limit?: number; page?: number },
    options?: CallOptions,
  ) => PagedCall<{ results?: Key[]; size?: number }, Errors, Key>
>({
  id: "getUserApiKeys",
  method: "GET",
  path: "/users/{userId}/api_keys",
  query: ["o", "limit", "page"],
  pagination: {
    style: "page",
    parameter: "page",
    first: 0,
    limit: "limit",
    defaultLimit: 500,
    items: "/results",
    total: "/size",
  },
});

export const getUserApiKey = operation<
  (client: KeysClient, args: Owner & { id: number }, options?: CallOptions) => ApiCall<Key, Errors>
>({ id: "getUserApiKey", method: "GET", path: "/users/{userId}/api_keys/{id}", query: ["o"] });

export const deleteUserApiKey = operation<
  (client: KeysClient, args: Owner & { id: number }, options?: CallOptions) => ApiCall<void, Errors>
>({ id: "deleteUserApiKey", method: "DELETE", path: "/users/{userId}/api_keys/{id}", query: ["o"] });

const operations = { createUserApiKey, getUserApiKeys, getUserApiKey, deleteUserApiKey };

/** What a raw call reads of the document's types. */
interface Paths {
  "/users/{userId}/api_keys/{id}": {
    get: {
      parameters: { path: { userId: number; id: number }; query: { o: number } };
      responses: { 200: { content: { "application/json": Key } } };
    };
  };
}

export interface Keys extends FetchClient<Paths, "keys", KeysOptions>, OperationMethods<typeof operations> {}

export function createKeys(options: KeysOptions = {}): Keys {
  return createFetchClient<Keys>(definition, options, operations);
}

export function createClient(options: KeysOptions = {}): KeysClient {
  return createApiClient<KeysClient>(definition, options);
}
