import { type Grant, nothingGranted } from "../auth/credentials.ts";
import { baseUrlOf } from "../client/base-url.ts";
import type { Engine } from "../client/engine.ts";
import type { CallOptions, Fetch } from "../client/options.ts";
import type { OperationDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { type FactsOf, KeysmithError } from "../errors/keysmith-error.ts";
import { logAttempt } from "../redact/logger.ts";
import { discard } from "./answer.ts";
import { attempt } from "./attempt.ts";
import { canResend, type Draft } from "./draft.ts";
import type { RedirectPolicy } from "./redirect.ts";
import { type Outcome, retriesOf, retryDelay } from "./retry.ts";
import { Watch } from "./watch.ts";

/** What is called: an operation, or a method and a path that the document does not know. */
export type Called = Partial<OperationDefinition> & Pick<OperationDefinition, "method" | "path">;

/** What holds where neither a call nor its client says otherwise. */
const defaults = {
  timeoutMs: 60_000,
  deadlineMs: Infinity,
  maxRetries: 2,
  maxRetryAfterMs: 60_000,
  redirect: "same-origin" as RedirectPolicy,
  fetch: ((request, init) => globalThis.fetch(request, init)) as Fetch,
};
type Settings = typeof defaults;

/** One logical call: what is asked for, how far it has come, and the policies that drive it on. */
export class Exchange {
  readonly engine: Engine;
  readonly operation: Called;
  readonly options: CallOptions;
  /** What is done with the request once it is composed. */
  deliver = (draft: Draft): Promise<Response> => this.#send(draft);
  /** Attempts made so far. */
  attempts = 0;
  /** From the call to the last byte of its answer, as far as it has come. */
  durationMs = 0;
  /** Credentials of the current attempt. */
  granted: Grant = nothingGranted;
  /** Those that the server has answered with a 401. */
  refused: Grant | undefined;
  /** Where the last request went. */
  url = "";
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

  /** Where the call goes: to the operation's own server where it has one, else to the API's. */
  get baseUrl(): string {
    const { baseUrl: own } = this.operation;
    return own === undefined ? this.engine.baseUrl : baseUrlOf(this.engine.options, own);
  }

  /** Milliseconds until the deadline of the whole call. */
  get leftMs(): number {
    return this.setting("deadlineMs") - (performance.now() - this.#startedAt);
  }

  /** The call's own setting, else the client's, else the default. */
  setting<Name extends keyof Settings>(name: Name): Settings[Name] {
    const set: Partial<Settings>[Name] = this.options[name] ?? this.engine.options[name];
    return set ?? defaults[name];
  }

  /** One line about this call, without what is secret. */
  message(text: string): string {
    const { method, path } = this.operation;
    return String(this.engine.redactor.value(`${method} ${path} -> ${text}`));
  }

  /** An error of this call. */
  error<E extends KeysmithError>(
    kind: new (message: string, facts: FactsOf<E>) => E,
    text: string,
    facts: FactsOf<E>,
  ): E {
    const { redactor } = this.engine;
    const redact = (value: unknown): unknown => redactor.value(value, (found) => redactor.text(found));
    return new kind(this.message(text), { operationId: this.operation.id, redact, ...facts });
  }

  /** The error with the name of this call, when it comes from where that is not known. */
  named(error: unknown): unknown {
    if (!(error instanceof ConfigError) || error.operationId !== undefined) return error;
    return this.error(ConfigError, error.message, { cause: error.cause });
  }

  /** Sends a draft until an attempt's outcome is final. */
  async #send(draft: Draft): Promise<Response> {
    const maxRetries = retriesOf(this, draft);
    for (let retries = 0; ;) {
      const attemptedAt = performance.now();
      const outcome = await this.#attempt(draft);
      const { response, failure } = outcome;
      // A credential that a provider gave may have run out: the provider gets one chance to give a new one.
      const unauthorized = response?.status === 401 && this.granted.provided.size > 0;
      const renews = unauthorized && !this.refused && canResend(draft);
      const waitMs = renews ? 0 : retries < maxRetries ? retryDelay(this, outcome, retries) : undefined;
      logAttempt(this, draft, outcome, performance.now() - attemptedAt, waitMs);
      if (waitMs === undefined) {
        if (response) return response;
        throw failure;
      }
      if (renews) this.refused = this.granted;
      else retries += 1;
      this.end();
      if (response) discard(response);
      await this.#sleep(waitMs);
    }
  }

  /** The work's outcome, unless time is up first. */
  race<T>(work: Promise<T>): Promise<T> {
    // When time was up before anyone waited for it, its failure is not news.
    work.catch(() => {});
    return this.#watch ? this.#watch.run(() => work) : work;
  }

  /** The outcome of work beside the attempts, unless the call's time is up first, or the work's own. */
  async within<T>(work: () => Promise<T>, timeoutMs = Infinity): Promise<T> {
    const watch = new Watch(this, timeoutMs);
    watch.phase = "body";
    try {
      return await watch.run(work);
    } finally {
      watch.end();
    }
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

  async #attempt(draft: Draft): Promise<Outcome> {
    const timeoutMs = this.setting("timeoutMs");
    if (!(timeoutMs > 0 && this.setting("deadlineMs") > 0))
      throw new ConfigError("timeoutMs and deadlineMs must be above 0; Infinity waits for ever");
    const watch = (this.#watch = new Watch(this, timeoutMs));
    this.attempts += 1;
    try {
      const response = await watch.run(() => attempt(this, draft, watch.signal));
      watch.phase = "body";
      return { response };
    } catch (failure) {
      watch.end();
      if (failure instanceof KeysmithError) return { failure };
      throw failure;
    }
  }

  /** A wait is an attempt at nothing: its time is meant to run out. */
  async #sleep(ms: number): Promise<void> {
    await this.within(() => new Promise(() => {}), ms).catch((end: unknown) => {
      if (!(end instanceof TimeoutError)) throw end;
    });
  }
}
