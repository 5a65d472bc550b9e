import type { MockFetchOptions } from "./options.ts";
import { prepare } from "./prepare.ts";
import type { AnyOperations, MockOperations } from "./scenario/operations.ts";
import { controlsOf } from "./scope/controls.ts";
import type { MockScope } from "./scope/mock-scope.ts";
import type { MockResource } from "./state/mock-resource.ts";
import type { Delivery, Scope } from "./scope/scope.ts";

/** A mock without sockets: a `fetch` that answers by the document, with everything a test says to a mock. */
export interface MockFetch<
  Operations extends MockOperations<Operations> = AnyOperations,
> extends MockScope<Operations> {
  /** Takes what the platform's `fetch` takes; of the URL only path and query count. */
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** What calls have an effect on; empty unless the mock is `stateful`. */
  readonly resources: readonly MockResource[];
  /**
   * Another `fetch` on the same document, with scenarios, journal and state of its own, and without loading anything
   * again.
   */
  scope(): MockFetch<Operations>;
}

/**
 * Makes a `fetch` of a document, for tests of applications: nothing is sent, no port is opened. The document is read at
 * once; Prism is loaded at the first call, which rejects with `SpecError` when the document's schemas are broken.
 *
 * Throws {@link MockError} when the provider is unknown or the document cannot be mocked.
 *
 * @typeParam Operations - As for {@link startMock}.
 *
 * @example
 * const fetch = createMockFetch({ provider: "automox" });
 * const automox = createAutomox({ fetch, auth: { bearerAuth: "any" } });
 */
export function createMockFetch<Operations extends MockOperations<Operations> = AnyOperations>(
  options: MockFetchOptions,
): MockFetch<Operations> {
  const { document, scopes, state } = prepare(options);
  let loading: ReturnType<typeof load> | undefined;
  const load = async () => (await import("./engine/engine.ts")).createEngine(document);
  const fetchOf = (scope: Scope): MockFetch<Operations> => {
    const mockFetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const request = new Request(input, init);
      const { signal } = request;
      signal.throwIfAborted();
      const body = new Uint8Array(await request.arrayBuffer());
      loading ??= load();
      const { pathname, search } = new URL(request.url);
      const received = {
        method: request.method,
        target: pathname + search,
        headers: new Map(request.headers),
        body,
      };
      try {
        return responseOf(request, await scope.answer(await loading, received, () => signal));
      } finally {
        // Whoever stopped waiting learns their own reason.
        signal.throwIfAborted();
      }
    };
    return Object.assign(mockFetch, controlsOf<Operations>(scope), {
      resources: state?.resources ?? [],
      scope: () => fetchOf(scopes.nameless()),
    });
  };
  return fetchOf(scopes.root);
}

/** Statuses whose answers have no body, as the platform's `Response` demands. */
const WITHOUT_BODY = new Set([204, 205, 304]);

function responseOf(request: Request, { answer, fault }: Delivery): Response {
  if (fault === "reset") throw networkError("fetch failed", "read ECONNRESET");
  const { status, headers } = answer;
  const bodiless = request.method === "HEAD" || WITHOUT_BODY.has(status);
  const body = bodiless ? null : fault === "truncate" && answer.body !== "" ? half(answer.body) : answer.body;
  const response = new Response(body, { status, headers: [...headers] });
  return Object.defineProperty(response, "url", { value: request.url });
}

/** What a reader sees of a body whose connection is cut in its middle. */
function half(body: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(body);
  let sent = false;
  return new ReadableStream({
    pull: (controller) => {
      if (sent) controller.error(networkError("terminated", "other side closed"));
      else controller.enqueue(bytes.subarray(0, Math.ceil(bytes.length / 2)));
      sent = true;
    },
  });
}

/** As the platform's `fetch` fails when a connection is cut. */
function networkError(message: string, cause: string): TypeError {
  return new TypeError(message, { cause: Object.assign(new Error(cause), { code: "ECONNRESET" }) });
}
