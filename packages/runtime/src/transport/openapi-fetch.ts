/** The one module that knows openapi-fetch: it composes requests and runs the middleware of `use()`. */
import createFetchClient, {
  type Client as FetchClient,
  type Middleware as FetchMiddleware,
} from "openapi-fetch";

import { Draft } from "./draft.ts";

export type { FetchClient };

/** What openapi-fetch gets to compose a request from, and how that request is sent. */
export interface Composition {
  /** What the finished URL must begin with. */
  readonly baseUrl: string;
  readonly method: string;
  readonly path: string;
  /**
   * openapi-fetch's own options of the call: `params`, `body`, serialisers, `headers`.
   *
   * @param observed whether middleware will look at the parameters.
   */
  readonly init: (observed: boolean) => object;
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

/** What middleware gets to see. It knows what it was made from, so that its body can be sent more than once. */
class ObservedRequest extends Request {
  readonly #draft: Draft;

  constructor(url: string, init: RequestInit) {
    super(url, init);
    this.#draft = new Draft(url, init);
  }

  /** openapi-fetch asks whether what middleware returned is one of these: any request will do. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Request;
  }

  static draftOf(request: Request): Draft | undefined {
    return #draft in request ? request.#draft : undefined;
  }
}

const takeAnswer: FetchMiddleware = { onResponse: ({ response }) => new Unread(response) };

/** An openapi-fetch client whose every request ends in the `send` of its composition. */
export function createPipeline(options: PipelineOptions): Pipeline {
  const client = createFetchClient<{}>({ ...options, redirect: "manual" });
  // Typed for documents; what is called here is known only at run time.
  const request = client.request as unknown as (
    method: string,
    path: string,
    init: object,
  ) => Promise<{ response: Response; error?: unknown }>;
  const registered = new Set<FetchMiddleware>();
  const unread = new Response(null, { status: 204 });
  let takes = false;

  /** Answers pass middleware last to first, so the first one registered gets what everybody else has left. */
  function takeAnswers(): void {
    if (!takes) client.use(takeAnswer);
    takes = true;
  }

  async function exchange(composition: Composition, middleware: readonly object[] = []): Promise<Response> {
    const { baseUrl, method, path, init, send } = composition;
    const observed = registered.size > 0 || middleware.length > 0;
    let answer: Response | undefined;
    if (observed) takeAnswers();
    const { response, error } = await request(method, path, {
      ...init(observed),
      middleware,
      parseAs: "stream",
      // Nobody but middleware needs a real request before the first attempt.
      Request: observed ? ObservedRequest : Draft,
      fetch: async (sent: Request | Draft) => {
        if (!(sent instanceof Draft)) return send(await draftOf(sent, baseUrl));
        sent.baseUrl = baseUrl;
        answer = await send(sent);
        return unread;
      },
    });
    if (answer) return answer;
    if (response instanceof Unread) return response.answer;
    // Middleware answered by itself, so the answer has not been taken; if it is an error, it has been read.
    return response.bodyUsed ? new Response(JSON.stringify(error), response) : response;
  }

  return {
    exchange,
    registered,
    use(...middleware) {
      takeAnswers();
      client.use(...middleware);
      for (const one of middleware) registered.add(one);
    },
    eject(...middleware) {
      client.eject(...middleware);
      for (const one of middleware) registered.delete(one);
    },
  };
}

/** What middleware left: our request with other headers, or another one, whose body is read once for all attempts. */
async function draftOf(sent: Request, baseUrl: string): Promise<Draft> {
  const { url, method, headers } = sent;
  const ours = ObservedRequest.draftOf(sent);
  if (!ours) return new Draft(url, { method, headers, body: sent.body ? await sent.arrayBuffer() : null });
  const draft = new Draft(ours.url, { ...ours.init, headers });
  draft.baseUrl = baseUrl;
  return draft;
}
