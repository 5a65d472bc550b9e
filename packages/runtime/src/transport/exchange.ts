import type { Grant } from "../auth/credentials.ts";
import { requestIdOf } from "../call/meta.ts";
import type { Engine } from "../client/engine.ts";
import type { CallOptions, SharedOptions } from "../client/options.ts";
import type { OperationDefinition, SecurityDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";
import { KeysmithError, type ErrorOrigin } from "../errors/keysmith-error.ts";
import type { Draft } from "./draft.ts";
import { isRepeatable, retryDelay } from "./retry.ts";
import { transmit } from "./transmit.ts";
import { Watch } from "./watch.ts";

const nothing: SecurityDefinition = [];

/** How an attempt ended. */
export type Outcome =
  | { readonly response: Response; readonly failure?: undefined }
  | { readonly response?: undefined; readonly failure: KeysmithError };

/** One logical call: what is asked for, how far it has come, and the policies that drive it on. */
export class Exchange {
  readonly engine: Engine;
  readonly options: CallOptions;
  /** `undefined` for `GET`, `POST` and so on: those calls know no operation. */
  readonly operation: OperationDefinition | undefined;
  /** Point in time, as `performance.now()` counts, at which the whole call must be over. */
  readonly deadlineAt: number;
  /** Requests sent so far. */
  attempts = 0;
  /** From the call to the last byte of its answer, as far as it has come. */
  durationMs = 0;
  /** Path parameters by wire name. */
  pathParameters: () => object = () => ({});
  /** Credentials of the current attempt. */
  granted: Grant | undefined;
  /** What is to be said about the answer beside its status. */
  note: string | undefined;
  readonly #startedAt = performance.now();
  readonly #target: string;
  /** The last attempt's goes on until the body is read. */
  #watch: Watch | undefined;

  /** @param target names the call in messages: `POST /users/{userId}/api_keys`. */
  constructor(engine: Engine, target: string, options: CallOptions, operation?: OperationDefinition) {
    this.engine = engine;
    this.options = options;
    this.operation = operation;
    this.deadlineAt = this.#startedAt + (this.setting("deadlineMs") ?? Infinity);
    this.#target = target;
  }

  get operationId(): string | undefined {
    return this.operation?.id;
  }

  /** What every error of this call carries. */
  get origin(): ErrorOrigin {
    return { operationId: this.operationId, redact: (value) => this.engine.redactor.value(value) };
  }

  /** One line for an error. */
  message(text: string): string {
    return String(this.engine.redactor.value(`${this.#target} -> ${text}`));
  }

  /** The error with the name of this call, when it comes from where that is not known. */
  named(error: unknown): unknown {
    if (!(error instanceof ConfigError) || error.operationId !== undefined) return error;
    return new ConfigError(this.message(error.message), { ...this.origin, cause: error.cause });
  }

  /** The call's own setting, else the client's. */
  setting<Name extends keyof SharedOptions>(name: Name): SharedOptions[Name] {
    return this.options[name] ?? this.engine.options[name];
  }

  /** Sends a draft until an attempt's outcome is final. */
  async send(draft: Draft): Promise<Response> {
    const maxRetries = this.#mayRepeat(draft) ? (this.setting("maxRetries") ?? 2) : 0;
    let refused: Grant | undefined;
    for (let retries = 0; ;) {
      const attemptedAt = performance.now();
      const outcome = await this.#attempt(draft, refused);
      const { response, failure } = outcome;
      // A credential that a provider gave may have run out: the provider gets one chance to give a new one.
      const renews =
        response?.status === 401 &&
        !refused &&
        draft.canResend &&
        this.granted &&
        this.granted.provided.size > 0;
      const waitMs = renews ? 0 : retries < maxRetries ? this.#delay(outcome, retries) : undefined;
      if (this.engine.options.logger) this.#log(draft, outcome, performance.now() - attemptedAt, waitMs);
      if (waitMs === undefined && response) return response;
      if (waitMs === undefined) throw failure;
      if (renews) refused = this.granted;
      else retries += 1;
      this.end();
      discard(response);
      await this.#sleep(waitMs);
    }
  }

  /** The credentials of this call. */
  grant(refused?: Grant): Grant | Promise<Grant> {
    const { baseUrl, credentials, definition } = this.engine;
    const fetch = this.setting("fetch") ?? globalThis.fetch;
    return credentials.grant(
      this.operation?.security ?? definition.security ?? nothing,
      { baseUrl, fetch },
      refused,
    );
  }

  /** The work's outcome, unless time is up first. */
  race<T>(work: Promise<T>): Promise<T> {
    return this.#watch ? this.#watch.run(() => work) : work;
  }

  /** Whether the caller reads the answer, and when, does not keep a process alive. */
  unref(): void {
    this.#watch?.unref();
  }

  /** No timer and no listener outlives the call. */
  end(): void {
    this.durationMs = performance.now() - this.#startedAt;
    this.#watch?.end();
  }

  async #attempt(draft: Draft, refused: Grant | undefined): Promise<Outcome> {
    const timeoutMs = this.setting("timeoutMs") ?? 60_000;
    if (!(timeoutMs > 0)) throw new ConfigError("timeoutMs must be above 0; Infinity waits for ever");
    const watch = (this.#watch = new Watch(this, timeoutMs));
    this.attempts += 1;
    try {
      const response = await watch.run(() => transmit(this, draft, watch.signal, refused));
      watch.phase = "body";
      return { response };
    } catch (error) {
      watch.end();
      if (error instanceof KeysmithError) return { failure: error };
      throw error;
    }
  }

  #delay(outcome: Outcome, retries: number): number | undefined {
    const delay = retryDelay(outcome, retries, this.setting("maxRetryAfterMs"));
    return delay !== undefined && performance.now() + delay < this.deadlineAt ? delay : undefined;
  }

  #mayRepeat({ method, headers, canResend }: Draft): boolean {
    const repeatable = this.operation?.idempotent ?? isRepeatable(method);
    return (
      canResend &&
      (this.options.idempotent ?? (repeatable || [...idempotencyHeaders].some((name) => headers.has(name))))
    );
  }

  async #sleep(ms: number): Promise<void> {
    const watch = (this.#watch = new Watch(this, Infinity));
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      await watch.run(() => new Promise((done) => (timer = setTimeout(done, ms))));
    } finally {
      clearTimeout(timer);
      watch.end();
    }
  }

  #log(
    { method, url }: Draft,
    { failure, response }: Outcome,
    durationMs: number,
    nextWaitMs: number | undefined,
  ): void {
    const { engine, operationId, attempts: attempt } = this;
    const level = nextWaitMs !== undefined ? "warn" : response?.ok ? "info" : "error";
    const status = response?.status;
    engine.options.logger?.[level](failure?.message ?? this.message(String(status)), {
      operationId,
      method,
      url: engine.redactor.url(url, this.pathParameters()),
      status,
      durationMs,
      attempt,
      requestId: response && requestIdOf(response.headers),
      nextWaitMs,
    });
  }
}

/** A server that knows one of these does the work once, however often it is asked. */
export const idempotencyHeaders: ReadonlySet<string> = new Set(["idempotency-key", "x-idempotency-key"]);

/** Gives up an answer nobody will read, so that its connection is free. */
export function discard(response: Response | undefined): void {
  response?.body?.cancel().catch(() => {});
}
