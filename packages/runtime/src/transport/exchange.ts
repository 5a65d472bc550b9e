import type { Engine } from "../client/engine.ts";
import type { CallOptions } from "../client/options.ts";
import type { OperationDefinition } from "../definition.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import { NetworkError } from "../errors/network-error.ts";
import type { Draft } from "./openapi-fetch.ts";
import { Watch } from "./watch.ts";

/** One logical call: what is asked for, and how far it has come. */
export class Exchange {
  readonly engine: Engine;
  /** `undefined` for `GET`, `POST` and so on: those calls know no operation. */
  readonly operation: OperationDefinition | undefined;
  readonly options: CallOptions;
  /** Names the call in messages: `POST /users/{userId}/api_keys`. */
  readonly label: string;
  readonly startedAt = performance.now();
  /** Requests sent so far. */
  attempts = 0;
  /** Of the current attempt; the last one's goes on until the body is read. */
  watch: Watch | undefined;

  constructor(
    engine: Engine,
    call: {
      readonly method: string;
      readonly path: string;
      readonly operation?: OperationDefinition;
      readonly options: CallOptions;
    },
  ) {
    this.engine = engine;
    this.operation = call.operation;
    this.options = call.options;
    this.label = `${call.method} ${call.path}`;
  }

  get operationId(): string | undefined {
    return this.operation?.id;
  }

  /** Sends what openapi-fetch composed. */
  async send(draft: Draft): Promise<Response> {
    const { credentials, definition } = this.engine;
    const grant = await credentials.grant(this.operation?.security ?? definition.security ?? []);
    const watch = this.#begin();
    const url =
      grant.query.length > 0
        ? `${draft.url}${draft.url.includes("?") ? "&" : "?"}${grant.query.join("&")}`
        : draft.url;
    for (const [name, value] of grant.headers) {
      if (name === "cookie" && draft.headers.has(name)) draft.headers.append(name, value);
      else draft.headers.set(name, value);
    }
    const { method, headers, body, init } = draft;
    const request = new Request(url, {
      ...init,
      method,
      headers,
      body,
      redirect: "manual",
      signal: watch.signal,
    });
    const fetch = this.options.fetch ?? this.engine.options.fetch ?? globalThis.fetch;
    try {
      const response = await watch.race(fetch(request));
      watch.phase = "body";
      return response;
    } catch (error) {
      watch.end();
      throw error instanceof KeysmithError ? error : this.#networkError(error);
    }
  }

  /** The work's outcome, unless time is up first. */
  race<T>(work: Promise<T>): Promise<T> {
    return this.watch ? this.watch.race(work) : work;
  }

  /** No timer and no listener outlives the call. */
  end(): void {
    this.watch?.end();
  }

  #begin(): Watch {
    this.attempts += 1;
    const { label, operationId, options, attempts } = this;
    const timeoutMs = options.timeoutMs ?? this.engine.options.timeoutMs ?? 60_000;
    return (this.watch = new Watch({ label, operationId, timeoutMs, signal: options.signal, attempts }));
  }

  #networkError(cause: unknown): NetworkError {
    const { label, operationId, attempts } = this;
    const code: unknown = Reflect.get(Object(Reflect.get(Object(cause), "cause")), "code");
    return new NetworkError(`${label} -> no answer${typeof code === "string" ? ` (${code})` : ""}`, {
      operationId,
      cause,
      attempts,
    });
  }
}
