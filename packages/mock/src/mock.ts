// `await using` needs it, and not every program that is compiled with these types has it.
/// <reference lib="esnext.disposable" preserve="true" />

import { problem } from "./engine/problem.ts";
import { exampleCall } from "./example-call.ts";
import type { MockFetchOptions } from "./options.ts";
import { prepare } from "./prepare.ts";
import { control } from "./remote/control.ts";
import type { AnyOperations, MockOperations } from "./scenario/operations.ts";
import { controlsOf } from "./scope/controls.ts";
import type { MockScope } from "./scope/mock-scope.ts";
import type { MockResource } from "./state/mock-resource.ts";
import { listen, refused } from "./server/listen.ts";

/** What to serve, and where. */
export interface MockOptions extends MockFetchOptions {
  /** What the mock is called in output. Default: the provider, else the spec's file name, else `mock`. */
  name?: string;
  /** Port to listen on. Default 0: any free one. */
  port?: number;
  /** Address to listen on. Default `127.0.0.1`: nobody else reaches it. */
  host?: string;
}

/** A scope with an address of its own. */
export interface ServedScope<
  Operations extends MockOperations<Operations> = AnyOperations,
> extends MockScope<Operations> {
  /** Base URL for a client, `http://127.0.0.1:40123`; the path of the document's server may follow it or not. */
  readonly url: string;
}

/** A running mock server. */
export interface Mock<
  Operations extends MockOperations<Operations> = AnyOperations,
> extends ServedScope<Operations> {
  readonly name: string;
  /** Number of operations served. */
  readonly operations: number;
  /** What calls have an effect on; empty unless the mock is `stateful`. */
  readonly resources: readonly MockResource[];
  /** A `curl` command that works against this mock. */
  readonly exampleCall: string;
  /**
   * Scenarios, journal and state of their own, at a URL of their own: test files that run in parallel share a server and
   * nothing else. The same name gives the same scope; without a name it is a new one.
   *
   * Throws {@link MockError} for a name that cannot be part of a URL.
   */
  scope(name?: string): ServedScope<Operations>;
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
 * @typeParam Operations - What the document's operations can answer, as types; a provider's package exports them as
 *   `AutomoxMockOperations` from `@keysmith/automox/mock`.
 *
 * @example
 * await using mock = await startMock({ provider: "automox" });
 * const automox = createAutomox({ baseUrl: mock.url, auth: { bearerAuth: "any" } });
 */
export async function startMock<Operations extends MockOperations<Operations> = AnyOperations>(
  options: MockOptions,
): Promise<Mock<Operations>> {
  const { host = "127.0.0.1", port = 0 } = options;
  const { name, document, scopes, state } = prepare(options);
  // Prism takes half a second to load: not before the document is known to be one.
  const { createEngine } = await import("./engine/engine.ts");
  const engine = await createEngine(document);
  const { url, close } = await listen(
    async (request, caller) => {
      const controlled = control(scopes, request);
      if (controlled !== undefined) return { answer: controlled, fault: undefined };
      const found = scopes.of(request);
      return "unknown" in found
        ? refused(problem(404, "no-scope", `there is no scope ${JSON.stringify(found.unknown)}`))
        : found.scope.answer(engine, found.request, caller);
    },
    { host, port },
  );
  return {
    ...controlsOf<Operations>(scopes.root),
    name: options.name ?? name,
    url,
    operations: engine.operations,
    resources: state?.resources ?? [],
    exampleCall: exampleCall(document.document, url),
    scope: (wanted) => {
      const { scope, path } = scopes.named(wanted);
      return { ...controlsOf<Operations>(scope), url: url + path };
    },
    close,
    [Symbol.asyncDispose]: close,
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
