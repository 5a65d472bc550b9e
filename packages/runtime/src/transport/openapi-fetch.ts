/** The one module that knows openapi-fetch: it composes requests and runs the middleware of `use()`. */
import createFetchClient, {
  type Client as FetchClient,
  type Middleware as FetchMiddleware,
} from "openapi-fetch";

import { ConfigError } from "../errors/config-error.ts";

export type { FetchClient, FetchMiddleware };

/** A request before it is one: what openapi-fetch composed, without the cost of a `Request`. */
export class Draft {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: BodyInit | null;
  /** Whatever else the caller set: `credentials`, `keepalive`, … */
  readonly init: RequestInit;

  constructor(url: string, init: RequestInit) {
    this.url = url;
    this.method = init.method ?? "GET";
    this.headers = init.headers instanceof Headers ? init.headers : new Headers(init.headers);
    this.body = init.body ?? null;
    this.init = init;
    // The platform names the boundary, and anew for every request.
    if (this.body instanceof FormData) this.headers.delete("content-type");
  }
}

/** What openapi-fetch gets to compose a request from, and how that request is sent. */
export interface Composition {
  /** What the finished URL must begin with. */
  readonly baseUrl: string;
  readonly method: string;
  readonly path: string;
  /** openapi-fetch's own options of the call: `params`, `body`, serialisers, `headers`. */
  readonly init: Record<string, unknown>;
  readonly send: (draft: Draft) => Promise<Response>;
}

export interface Pipeline extends Pick<FetchClient<{}>, "use" | "eject"> {
  /** Middleware in use. */
  readonly registered: ReadonlySet<FetchMiddleware>;
  /** The answer, its body unread. */
  exchange(composition: Composition): Promise<Response>;
}

/** Stands in for an answer, so that openapi-fetch does not read it: how to read is ours to decide. */
class Unread extends Response {
  readonly answer: Response;

  constructor(answer: Response) {
    super(null, { status: 204 });
    this.answer = answer;
  }
}

export interface PipelineOptions {
  readonly baseUrl: string;
  readonly headers: Record<string, string | null | undefined>;
  readonly querySerializer: (query: Record<string, unknown>) => string;
  readonly bodySerializer: (body: unknown, headers?: Headers) => BodyInit;
}

type Compose = (method: string, path: string, init: object) => Promise<{ response: Response }>;

/** An openapi-fetch client whose every request ends in the `send` of its composition. */
export function createPipeline(options: PipelineOptions): Pipeline {
  const client = createFetchClient<{}>(options);
  // Typed for documents; what is called here is known only at run time.
  const request = client.request as unknown as Compose;
  // Answers pass middleware last to first, so the first one registered sees the answer everybody else has left.
  client.use({ onResponse: ({ response }) => new Unread(response) });
  const registered = new Set<FetchMiddleware>();

  async function exchange({ baseUrl, method, path, init, send }: Composition): Promise<Response> {
    const { middleware } = init;
    const observed = registered.size > 0 || (Array.isArray(middleware) && middleware.length > 0);
    let composed: Draft | undefined;
    let made: Request | undefined;
    function ComposedRequest(url: string, requestInit: RequestInit): Draft | Request {
      composed = new Draft(checkUrl(url, baseUrl), requestInit);
      // Middleware expects a real request; nobody else needs one before the first attempt.
      return observed ? (made = new Request(url, requestInit)) : composed;
    }
    const { response } = await request(method, path, {
      ...init,
      Request: ComposedRequest,
      fetch: async (sent: Request | Draft) =>
        send(sent === made && composed ? withHeaders(composed, made) : await toDraft(sent, composed)),
    });
    return response instanceof Unread ? response.answer : response;
  }

  return {
    exchange,
    registered,
    use(...middleware) {
      client.use(...middleware);
      for (const one of middleware) registered.add(one);
    },
    eject(...middleware) {
      client.eject(...middleware);
      for (const one of middleware) registered.delete(one);
    },
  };
}

/** The URL as it will be parsed: whatever went into it, it stays below the base URL. */
function checkUrl(url: string, baseUrl: string): string {
  const { href } = new URL(url);
  if (href.startsWith(`${baseUrl}/`)) return href;
  throw new ConfigError(`the URL of a call must stay below ${baseUrl}`);
}

/** Middleware may have changed the headers of the request it saw. */
function withHeaders(draft: Draft, request: Request): Draft {
  return new Draft(draft.url, { ...draft.init, headers: request.headers });
}

/** Middleware may have made another request: its body is read once, so that every attempt can send it whole. */
async function toDraft(sent: Request | Draft, composed: Draft | undefined): Promise<Draft> {
  if (sent instanceof Draft) return sent;
  const { method, headers } = sent;
  const body = sent.body ? await sent.arrayBuffer() : null;
  return new Draft(sent.url, { ...composed?.init, method, headers, body });
}
