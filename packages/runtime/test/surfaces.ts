/** The three ways to make a call, and what openapi-fetch's middleware makes of two of them, behind one face. */
import { type ApiClientOptions, type CallOptions, createApiClient } from "../src/index.ts";
import { type AcmeClient, createAcme, createKey, definition, getKey, secret } from "./acme.ts";

export interface Surface {
  readonly name: string;
  /** `GET /keys/{id}` */
  get(baseUrl: string, options?: ApiClientOptions, call?: CallOptions, id?: string): Promise<unknown>;
  /** `POST /keys` */
  post(baseUrl: string, options?: ApiClientOptions, call?: CallOptions): Promise<unknown>;
}

/** An error status, which the raw methods return instead of throwing it. */
interface RawResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

async function thrown(result: Promise<RawResult>): Promise<unknown> {
  const { data, error, response } = await result;
  if (response.ok) return data;
  throw Object.assign(new Error("raw"), { status: response.status, body: error });
}

const body = { name: "deploy" };

/** Changes nothing, but takes every request the other way. */
function observed(baseUrl: string, options?: ApiClientOptions): ReturnType<typeof createAcme> {
  const acme = createAcme(baseUrl, options);
  acme.use({ onRequest: () => undefined });
  return acme;
}

/** The smallest client there is: no methods, no openapi-fetch. */
function lean(baseUrl: string, options?: ApiClientOptions): AcmeClient {
  return createApiClient<AcmeClient>(definition, { baseUrl, auth: { bearerAuth: secret }, ...options });
}

function methods(name: string, create: typeof createAcme): Surface {
  return {
    name,
    get: (baseUrl, options, call, id = "1") => create(baseUrl, options).getKey({ id }, call),
    post: (baseUrl, options, call) => create(baseUrl, options).createKey({ body }, call),
  };
}

function raw(name: string, create: typeof createAcme): Surface {
  return {
    name,
    get: (baseUrl, options, call, id = "1") =>
      thrown(create(baseUrl, options).GET("/keys/{id}", { params: { path: { id } }, ...(call as {}) })),
    post: (baseUrl, options, call) =>
      thrown(create(baseUrl, options).POST("/keys", { body, ...(call as {}) })),
  };
}

export const surfaces: readonly Surface[] = [
  methods("method", createAcme),
  methods("method under use()", observed),
  {
    name: "free function",
    get: (baseUrl, options, call, id = "1") => getKey(lean(baseUrl, options), { id }, call),
    post: (baseUrl, options, call) => createKey(lean(baseUrl, options), { body }, call),
  },
  raw("raw GET and POST", createAcme),
  raw("raw GET and POST under use()", observed),
];
