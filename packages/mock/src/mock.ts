import { basename, extname } from "node:path";
import { locateProvider } from "./document/locate.ts";
import { readDocument } from "./document/read.ts";
import { createEngine } from "./engine/engine.ts";
import type { Violation } from "./engine/prism.ts";
import { exampleCall } from "./example-call.ts";
import { MockError } from "./errors.ts";
import { listen } from "./server/listen.ts";

/** What to serve, and where; one of `spec` and `provider` is needed. */
export interface MockOptions {
  /** An OpenAPI 3.0 or 3.1 document: a path, a `file:` URL or the parsed document. References must stay within it. */
  spec?: string | URL | object;
  /** A provider by name, `automox`: `specs/automox.yaml` of the workspace around, else the installed `@keysmith/automox`. */
  provider?: string;
  /** What the mock is called in output. Default: the provider, else the spec's file name, else `mock`. */
  name?: string;
  /** Port to listen on. Default 0: any free one. */
  port?: number;
  /** Address to listen on. Default `127.0.0.1`: nobody else reaches it. */
  host?: string;
  /** Called after every exchange. */
  onExchange?: (exchange: Exchange) => void;
  /** How many exchanges {@link Mock.exchanges} keeps, the latest ones. Default 1000. */
  journal?: number;
}

/** One request and its answer. */
export interface Exchange {
  readonly method: string;
  /** As sent: path and query, `/users/1/api_keys?o=2`. */
  readonly target: string;
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  /** The bytes of the body. */
  readonly body: Uint8Array;
  /** `operationId` of the operation that was called, or its method and path; undefined when there is none. */
  readonly operation: string | undefined;
  /** Status of the answer. */
  readonly status: number;
  /** What the document does not allow, in the request or in the answer; empty when all is well. */
  readonly violations: readonly Violation[];
  /** `type` of the problem where the answer is not one of the document's; undefined when it is. */
  readonly problem: string | undefined;
  /** Time in the mock, in milliseconds. */
  readonly durationMs: number;
}

/** A running mock server. */
export interface Mock {
  readonly name: string;
  /** Base URL for a client, `http://127.0.0.1:40123`; the path of the document's server may follow it or not. */
  readonly url: string;
  /** Number of operations served. */
  readonly operations: number;
  /** A `curl` command that works against this mock. */
  readonly exampleCall: string;
  /** What was asked and answered so far, oldest first. */
  readonly exchanges: readonly Exchange[];
  /** Empties {@link Mock.exchanges}. */
  clear(): void;
  /** Stops the server and ends its connections. */
  close(): Promise<void>;
  /** As {@link Mock.close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts a mock server: it answers with the document's examples and refuses what the document does not allow.
 *
 * Throws {@link MockError} when the provider is unknown, the document cannot be served or the port cannot be had.
 *
 * @example
 * await using mock = await startMock({ provider: "automox" });
 * const automox = createAutomox({ baseUrl: mock.url, auth: { bearerAuth: "any" } });
 */
export async function startMock(options: MockOptions): Promise<Mock> {
  const { provider, host = "127.0.0.1", port = 0, journal = 1000, onExchange } = options;
  const spec = options.spec ?? (provider === undefined ? undefined : await locateProvider(provider));
  if (spec === undefined) throw new MockError("Nothing to serve: give `spec` or `provider`");
  const engine = await createEngine(await readDocument(spec));
  const name = options.name ?? provider ?? nameOf(spec);

  const exchanges: Exchange[] = [];
  const listener = await listen(
    async (request) => {
      const start = performance.now();
      const { operation, answer } = await engine.answer(request);
      const { status, violations, problem } = answer;
      const exchange = {
        ...request,
        operation,
        status,
        violations,
        problem,
        durationMs: performance.now() - start,
      };
      exchanges.push(exchange);
      if (exchanges.length > journal) exchanges.shift();
      onExchange?.(exchange);
      return answer;
    },
    { host, port },
  );
  return {
    name,
    url: listener.url,
    operations: engine.operations,
    exampleCall: exampleCall(engine.document, listener.url),
    exchanges,
    clear: () => void exchanges.splice(0),
    close: () => listener.close(),
    [Symbol.asyncDispose]: () => listener.close(),
  };
}

/** Starts several mocks in this process. When one cannot start, the others are stopped again and its error is thrown. */
export async function startMocks(options: readonly MockOptions[]): Promise<readonly Mock[]> {
  const results = await Promise.allSettled(options.map((each) => startMock(each)));
  const mocks = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const failed = results.find((result) => result.status === "rejected");
  if (failed === undefined) return mocks;
  await Promise.all(mocks.map((mock) => mock.close()));
  throw failed.reason;
}

function nameOf(spec: string | URL | object): string {
  if (typeof spec !== "string" && !(spec instanceof URL)) return "mock";
  const path = spec instanceof URL ? spec.pathname : spec;
  return basename(path, extname(path));
}
