import type { Grant } from "../auth/credentials.ts";
import type { Engine } from "../client/engine.ts";
import type { CallOptions, SharedOptions } from "../client/options.ts";
import type { OperationDefinition } from "../definition.ts";
import { ConfigError } from "../errors/config-error.ts";
import { KeysmithError, type ErrorOrigin } from "../errors/keysmith-error.ts";
import { NetworkError } from "../errors/network-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { requestIdOf } from "../call/meta.ts";
import { discard } from "./discard.ts";
import type { Draft } from "./draft.ts";
import { backoff, isRepeatable, isRetriedStatus, retryAfterOf } from "./retry.ts";
import { transmit } from "./transmit.ts";
import { Watch } from "./watch.ts";

/** A server that knows one of these does the work once, however often it is asked. */
export const idempotencyHeaders: ReadonlySet<string> = new Set(["idempotency-key", "x-idempotency-key"]);

/** How an attempt ended. */
type Outcome =
  | { readonly response: Response; readonly failure?: undefined }
  | { readonly failure: KeysmithError; readonly response?: undefined };

/** One logical call: what is asked for, how far it has come, and the policies that drive it on. */
export class Exchange {
  readonly engine: Engine;
  /** `undefined` for `GET`, `POST` and so on: those calls know no operation. */
  readonly operation: OperationDefinition | undefined;
  readonly options: CallOptions;
  readonly startedAt = performance.now();
  /** Point in time, as `performance.now()` counts, at which the whole call must be over. */
  readonly deadlineAt: number;
  /** Requests sent so far. */
  attempts = 0;
  /** Path parameters by wire name. */
  pathParameters: () => object = () => ({});
  /** From the call to the last byte of its answer, as far as it has come. */
  durationMs = 0;
  /** What is to be said about the answer beside its status. */
  note: string | undefined;
  readonly #label: string;
  /** The last attempt's goes on until the body is read. */
  #watch: Watch | undefined;
  #granted: Grant | undefined;

  /** @param target names the call in messages: `POST /users/{userId}/api_keys`. */
  constructor(engine: Engine, target: string, options: CallOptions, operation?: OperationDefinition) {
    this.engine = engine;
    this.operation = operation;
    this.options = options;
    this.deadlineAt = this.startedAt + (this.setting("deadlineMs") ?? Infinity);
    this.#label = target;
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
    return String(this.engine.redactor.value(`${this.#label} -> ${text}`));
  }

  /** The call's own setting, else the client's. */
  setting<Name extends keyof SharedOptions>(name: Name): SharedOptions[Name] {
    return this.options[name] ?? this.engine.options[name];
  }

  /** A URL without the secrets in its path and query. */
  shownUrl(url: string): string {
    const { redactor } = this.engine;
    let shown = redactor.url(url);
    for (const [name, value] of Object.entries(this.pathParameters())) {
      if (redactor.names.has(name.toLowerCase()))
        shown = shown.replaceAll(encodeURIComponent(String(value)), "[redacted]");
    }
    return shown;
  }

  /** Sends a draft until an attempt's outcome is final. */
  async send(draft: Draft): Promise<Response> {
    const maxRetries = this.#mayRepeat(draft) ? (this.setting("maxRetries") ?? 2) : 0;
    let refused: Grant | undefined;
    for (let retries = 0; ;) {
      const attemptedAt = performance.now();
      const outcome = await this.#attempt(draft, refused);
      const renews = !refused && this.#mayRenew(outcome, draft);
      const waitMs = renews ? 0 : retries < maxRetries ? this.#waitAfter(outcome, retries) : undefined;
      if (this.engine.options.logger) this.#log(draft, outcome, performance.now() - attemptedAt, waitMs);
      if (waitMs === undefined) {
        if (outcome.failure) throw outcome.failure;
        return outcome.response;
      }
      if (renews) refused = this.#granted;
      else retries += 1;
      this.end();
      discard(outcome.response);
      await this.#sleep(waitMs);
    }
  }

  /** The credentials of this call. */
  async grant(refused?: Grant): Promise<Grant> {
    const { credentials, definition } = this.engine;
    const security = this.operation?.security ?? definition.security ?? [];
    const grant = credentials.grant(security, this.setting("fetch") ?? globalThis.fetch, refused);
    return (this.#granted = grant instanceof Promise ? await grant : grant);
  }

  /** The work's outcome, unless time is up first. */
  race<T>(work: Promise<T>): Promise<T> {
    return this.#watch ? this.#watch.run(() => work) : work;
  }

  /** No timer and no listener outlives the call. */
  end(): void {
    this.durationMs = performance.now() - this.startedAt;
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

  #mayRepeat({ method, headers, canResend }: Draft): boolean {
    if (!canResend) return false;
    const keyed = [...idempotencyHeaders].some((name) => headers.has(name));
    return this.options.idempotent ?? (keyed || (this.operation?.idempotent ?? isRepeatable(method)));
  }

  /** A credential that a provider gave may have run out: the provider gets one chance to give a new one. */
  #mayRenew({ response }: Outcome, { canResend }: Draft): boolean {
    return (
      response?.status === 401 && canResend && this.#granted !== undefined && this.#granted.provided.size > 0
    );
  }

  /** Milliseconds to wait before trying again; `undefined` when that is not to be. */
  #waitAfter({ failure, response }: Outcome, retries: number): number | undefined {
    if (failure) {
      const connecting = failure instanceof TimeoutError && failure.phase === "connect";
      if (!(failure instanceof NetworkError) && !connecting) return undefined;
    } else if (!isRetriedStatus(response.status)) {
      return undefined;
    }
    const hint = response && retryAfterOf(response.headers);
    if (hint !== undefined && hint > (this.setting("maxRetryAfterMs") ?? 60_000)) return undefined;
    const waitMs = hint ?? backoff(retries);
    return performance.now() + waitMs < this.deadlineAt ? waitMs : undefined;
  }

  async #sleep(ms: number): Promise<void> {
    if (ms === 0) return;
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
    const level = nextWaitMs === undefined ? (response?.ok ? "info" : "error") : "warn";
    this.engine.options.logger?.[level](failure?.message ?? this.message(String(response?.status)), {
      operationId: this.operationId,
      method,
      url: this.shownUrl(url),
      status: response?.status,
      durationMs,
      attempt: this.attempts,
      requestId: response && requestIdOf(response.headers),
      nextWaitMs,
    });
  }
}
