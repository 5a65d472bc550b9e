/** The one module that knows openapi-fetch: it composes requests and runs the middleware of `use()`. */
import createFetchClient, {
  type Client as FetchClient,
  type Middleware as FetchMiddleware,
} from "openapi-fetch";

import { ConfigError } from "../errors/config-error.ts";
import { Draft } from "./draft.ts";

export type { FetchClient };

/** What openapi-fetch gets to compose a request from, and how that request is sent. */
export interface Composition {
  readonly method: string;
  readonly path: string;
  /**
   * openapi-fetch's own options of the call: `baseUrl`, `params`, `body`, serialisers, `headers`.
   *
   * @param observed whether middleware will look at the parameters.
   */
  readonly init: (observed: boolean) => { readonly baseUrl: string };
  readonly send: (draft: Draft) => Promise<Response>;
}

export interface Pipeline extends Pick<FetchClient<{}>, "use" | "eject"> {
  /** Middleware in use. */
  readonly registered: ReadonlySet<FetchMiddleware>;
  /** The answer, its body unread. */
  exchange(composition: Composition, middleware?: readonly object[]): Promise<Response>;
}

export interface PipelineOptions {
  readonly baseUrl: string;
  readonly headers: Record<string, string | null | undefined>;
  readonly querySerializer: (query: Record<string, unknown>) => string;
  readonly bodySerializer: (body: unknown, headers?: Headers) => BodyInit;
}

/** Stands in for an answer, so that openapi-fetch does not read it: how to read is ours to decide. */
class Unread extends Response {
  readonly answer: Response;

  constructor(answer: Response) {
    super(null, { status: 204 });
    this.answer = answer;
  }
}

/** Requests pass middleware first to last, answers last to first: registered first, this one stands at both ends. */
const outermost: FetchMiddleware = {
  onRequest: ({ request, options }) => checkUrl(request.url, options.baseUrl),
  onResponse: ({ response }) => new Unread(response),
};

/** An openapi-fetch client whose every request ends in the `send` of its composition. */
export function createPipeline(options: PipelineOptions): Pipeline {
  const client = createFetchClient<{}>({ ...options, redirect: "manual" });
  // Typed for documents; what is called here is known only at run time.
  const request = client.request as unknown as (
    ...call: [string, string, object]
  ) => Promise<{ response: Response; error: unknown }>;
  const registered = new Set<FetchMiddleware>();
  const unread = new Response(null, { status: 204 });
  let observes = false;

  async function exchange(
    { method, path, init, send }: Composition,
    middleware: readonly object[] = [],
  ): Promise<Response> {
    const observed = registered.size > 0 || middleware.length > 0;
    if (observed) observe();
    const call = init(observed);
    const { baseUrl } = call;
    let answer: Response | undefined;
    const fetch = async (sent: Request | Draft): Promise<Response> => {
      if (sent instanceof Request) return send(await draftOf(sent));
      checkUrl(sent.url, baseUrl);
      answer = await send(sent);
      return unread;
    };
    // Nobody but middleware needs a real request before the first attempt.
    const plan = { ...call, middleware, fetch, parseAs: "stream", Request: observed ? Request : Draft };
    const { response, error } = await request(method, path, plan);
    if (answer) return answer;
    if (response instanceof Unread) return response.answer;
    // Middleware answered by itself, so the answer has not been taken; if it is an error, it has been read.
    return response.bodyUsed ? new Response(JSON.stringify(error), response) : response;
  }

  function observe(): void {
    if (!observes) client.use(outermost);
    observes = true;
  }

  function use(...middleware: FetchMiddleware[]): void {
    observe();
    client.use(...middleware);
    for (const one of middleware) registered.add(one);
  }

  function eject(...middleware: FetchMiddleware[]): void {
    client.eject(...middleware);
    for (const one of middleware) registered.delete(one);
  }

  return { exchange, registered, use, eject };
}

/** Whatever went into the URL of a call, it stays below the base URL. */
function checkUrl(url: string, baseUrl: string): void {
  const root = `${baseUrl}/`;
  // Nothing but these leads elsewhere; only they are worth the cost of parsing.
  const plain = url.startsWith(root) && !/[\\\s]|\/(?:\.|%2e)/i.test(url);
  if (!plain && !new URL(url).href.startsWith(root))
    throw new ConfigError(`the URL of a call must stay below ${baseUrl}`);
}

/** What middleware left. Its body is read once, so that every attempt can send it whole. */
async function draftOf(sent: Request): Promise<Draft> {
  const { url, method, headers, credentials, keepalive } = sent;
  return new Draft(url, {
    method,
    headers,
    credentials,
    keepalive,
    body: sent.body && (await sent.arrayBuffer()),
    redirect: "manual",
  });
}
