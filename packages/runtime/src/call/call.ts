import type { CallError } from "../errors/call-error.ts";
import { ConfigError } from "../errors/config-error.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import { type Answer, readAnswer } from "../transport/answer.ts";
import type { Exchange } from "../transport/exchange.ts";
import { handOver } from "../transport/hand-over.ts";
import type { ApiCall, SafeResult, WithResponse } from "./api-call.ts";
import { createMeta } from "./meta.ts";

/** The promise behind every operation function. */
export class Call<T, Errors = {}> extends Promise<T> implements ApiCall<T, Errors> {
  /** What `then` returns is an ordinary promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  readonly #exchange: Exchange;
  readonly #response: Promise<Response>;
  readonly #resolve: (data: T) => void;
  readonly #reject: (reason: unknown) => void;
  /** What the caller asked for so far; unless it is the raw response alone, the answer is read as it arrives. */
  #wanted: "data" | "response" | undefined;
  #received: Response | undefined;
  #handedOver: Response | undefined;
  #answer: Promise<Answer> | undefined;

  constructor(exchange: Exchange, response: Promise<Response>) {
    let settle: [(data: T) => void, (reason: unknown) => void] = [() => {}, () => {}];
    super((...functions) => (settle = functions));
    [this.#resolve, this.#reject] = settle;
    this.#exchange = exchange;
    this.#response = response;
    response.then(this.#onResponse, (reason: unknown) => {
      exchange.end();
      this.#reject(reason);
    });
  }

  // oxlint-disable-next-line unicorn/no-thenable -- it is a promise
  override then<A = T, B = never>(
    onResolved?: ((data: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#wanted = "data";
    if (this.#received) this.#read(this.#received);
    return super.then(onResolved, onRejected);
  }

  async withResponse(): Promise<WithResponse<T>> {
    const data = await this;
    const response = await this.#response;
    return { data, response, meta: createMeta(response, this.#exchange) };
  }

  async safe(): Promise<SafeResult<T, Errors>> {
    try {
      const { data, meta } = await this.withResponse();
      return { ok: true, data, meta };
    } catch (error) {
      // Anything else is a defect in code of the caller's, such as middleware: it stays an exception.
      if (!(error instanceof KeysmithError)) throw error;
      const meta = this.#received && createMeta(this.#received, this.#exchange);
      return { ok: false, error: error as CallError<Errors>, meta };
    }
  }

  async asResponse(): Promise<Response> {
    this.#wanted ??= "response";
    // The failure surfaces here: the call itself need not report it again.
    super.then(undefined, () => {});
    const response = await this.#response;
    if (!this.#answer) return (this.#handedOver ??= handOver(response, this.#exchange));
    const { status, statusText, headers } = response;
    return new Response((await this.#answer).content, { status, statusText, headers });
  }

  readonly #onResponse = (received: Response): void => {
    this.#received = received;
    if (this.#wanted !== "response") this.#read(received);
  };

  /** Reads the answer, once, and settles the call. */
  #read(response: Response): void {
    if (this.#answer) return;
    this.#answer = this.#handedOver ? this.#readCopy(this.#handedOver) : readAnswer(response, this.#exchange);
    this.#answer.then(
      ({ data, error }) => (error ? this.#reject(error) : this.#resolve(data as T)),
      this.#reject,
    );
  }

  async #readCopy(response: Response): Promise<Answer> {
    if (!response.bodyUsed && !response.body?.locked) return readAnswer(response.clone(), this.#exchange);
    throw this.#exchange.error(ConfigError, "its body was read through asResponse()", {});
  }
}
