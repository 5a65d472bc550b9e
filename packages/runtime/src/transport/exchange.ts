import { type Grant, nothingGranted } from "../auth/credentials.ts";
import { requestIdOf } from "../call/meta.ts";
import type { Engine } from "../client/engine.ts";
import type { CallOptions, SharedOptions } from "../client/options.ts";
import type { OperationDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import { attempt, authorize } from "./attempt.ts";
import { canResend, type Draft } from "./draft.ts";
import { retriesOf, retryDelay } from "./retry.ts";
import { Watch } from "./watch.ts";

/** What is called: an operation, or only a method and a path by `GET`, `POST` and so on. */
export type Called = Partial<OperationDefinition> & Pick<OperationDefinition, "method" | "path">;

/** How an attempt ended. */
export type Outcome =
  | { readonly response: Response; readonly failure?: undefined }
  | { readonly response?: undefined; readonly failure: KeysmithError };

/** Sends a draft: until its outcome is final, or for show. */
export type Send = (draft: Draft) => Promise<Response>;

/** One logical call: what is asked for, how far it has come, and the policies that drive it on. */
export class Exchange {
  readonly engine: Engine;
  readonly operation: Called;
  readonly options: CallOptions;
  /** Parameters by wire name, for those who look on. */
  parameters: () => { readonly path?: object } = () => ({});
  /** Requests sent so far. */
  attempts = 0;
  /** From the call to the last byte of its answer, as far as it has come. */
  durationMs = 0;
  /** Credentials of the current attempt. */
  granted: Grant = nothingGranted;
  /** What is to be said about the answer beside its status. */
  note: string | undefined;
  readonly #startedAt = performance.now();
  /** The last attempt's goes on until the body is read. */
  #watch: Watch | undefined;

  constructor(engine: Engine, operation: Called, options: CallOptions) {
    this.engine = engine;
    this.operation = operation;
    this.options = options;
  }

  /** Milliseconds until the deadline of the whole call. */
  get leftMs(): number {
    return (this.setting("deadlineMs") ?? Infinity) - (performance.now() - this.#startedAt);
  }

  /** One line for an error, without what is secret. */
  message(text: string): string {
    const { method, path } = this.operation;
    return String(this.engine.redactor.value(`${method} ${path} -> ${text}`));
  }

  /** An error of this call. */
  error<Failure, Facts extends object>(
    kind: new (message: string, facts: Facts) => Failure,
    text: string,
    facts: Facts,
  ): Failure {
    const redact = (value: unknown): unknown => this.engine.redactor.value(value);
    return new kind(this.message(text), { operationId: this.operation.id, redact, ...facts });
  }

  /** The error with the name of this call, when it comes from where that is not known. */
  named(error: unknown): unknown {
    if (!(error instanceof ConfigError) || error.operationId !== undefined) return error;
    return this.error(ConfigError, error.message, { cause: error.cause });
  }

  /** The call's own setting, else the client's. */
  setting<Name extends keyof SharedOptions>(name: Name): SharedOptions[Name] {
    return this.options[name] ?? this.engine.options[name];
  }

  /** Sends a draft until an attempt's outcome is final. */
  async send(draft: Draft): Promise<Response> {
    const maxRetries = retriesOf(this, draft);
    let refused: Grant | undefined;
    for (let retries = 0; ;) {
      const attemptedAt = performance.now();
      const outcome = await this.#attempt(draft, refused);
      const { response, failure } = outcome;
      // A credential that a provider gave may have run out: the provider gets one chance to give a new one.
      const renews =
        response?.status === 401 && !refused && this.granted.provided.size > 0 && canResend(draft);
      const waitMs = renews ? 0 : retries < maxRetries ? this.#waitMs(outcome, retries) : undefined;
      this.#log(draft, outcome, performance.now() - attemptedAt, waitMs);
      if (waitMs === undefined) {
        if (response) return response;
        throw failure;
      }
      if (renews) refused = this.granted;
      else retries += 1;
      this.end();
      discard(response);
      await this.#sleep(waitMs);
    }
  }

  /** The draft with the credentials of this call on. */
  authorize(draft: Draft, refused?: Grant): Draft | Promise<Draft> {
    const grant = this.engine.credentials.grant(this, refused);
    const put = (granted: Grant): Draft => authorize(draft, (this.granted = granted));
    return grant instanceof Promise ? grant.then(put) : put(grant);
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
      const response = await watch.run(async () => {
        const authorized = this.authorize(draft, refused);
        const ready = authorized instanceof Promise ? await authorized : authorized;
        return attempt(this, ready, watch.signal);
      });
      watch.phase = "body";
      return { response };
    } catch (failure) {
      watch.end();
      if (failure instanceof KeysmithError) return { failure };
      throw failure;
    }
  }

  #waitMs(outcome: Outcome, retries: number): number | undefined {
    const delay = retryDelay(outcome, retries, this.setting("maxRetryAfterMs"));
    return delay !== undefined && delay < this.leftMs ? delay : undefined;
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
    const { engine, operation, attempts } = this;
    const { logger } = engine.options;
    if (!logger) return;
    const level = nextWaitMs !== undefined ? "warn" : response?.ok ? "info" : "error";
    try {
      logger[level](failure?.message ?? this.message(String(response?.status)), {
        operationId: operation.id,
        method,
        url: engine.redactor.url(url, this.parameters().path),
        status: response?.status,
        durationMs,
        attempt: attempts,
        requestId: response && requestIdOf(response.headers),
        nextWaitMs,
      });
    } catch {
      // A key that was made must not be lost because a line about it could not be written.
    }
  }
}

/** Gives up an answer nobody will read, so that its connection is free. */
export function discard(response: Response | undefined): void {
  response?.body?.cancel().catch(() => {});
}
