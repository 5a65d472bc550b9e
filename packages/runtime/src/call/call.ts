import type { CallError } from "../errors/call-error.ts";
import { KeysmithError } from "../errors/keysmith-error.ts";
import { type Answer, readAnswer } from "../transport/answer.ts";
import type { Exchange } from "../transport/exchange.ts";
import { handOver } from "../transport/hand-over.ts";
import type { ApiCall, SafeResult, WithResponse } from "./api-call.ts";
import { type CallMeta, createMeta } from "./meta.ts";

/** The promise behind every operation function. */
export class Call<T, Errors = {}> extends Promise<T> implements ApiCall<T, Errors> {
  /** What `then` returns is an ordinary promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  readonly #exchange: Exchange;
  readonly #response: Promise<Response>;
  readonly #settle: { resolve(data: T): void; reject(reason: unknown): void };
  /** The raw response is all that was asked for so far. */
  #raw = false;
  #dataWanted = false;
  #received: Response | undefined;
  #handedOver: Response | undefined;
  #answer: Promise<Answer> | undefined;
  #meta: CallMeta | undefined;

  constructor(exchange: Exchange, response: Promise<Response>) {
    let settle: { resolve(data: T): void; reject(reason: unknown): void } | undefined;
    super((resolve, reject) => (settle = { resolve, reject }));
    if (!settle) throw new TypeError("a promise runs its executor at once");
    this.#settle = settle;
    this.#exchange = exchange;
    this.#response = response;
    void this.#onResponse();
  }

  // oxlint-disable-next-line unicorn/no-thenable -- it is a promise
  override then<A = T, B = never>(
    onResolved?: ((data: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#dataWanted = true;
    if (this.#received) this.#read();
    return super.then(onResolved, onRejected);
  }

  async withResponse(): Promise<WithResponse<T>> {
    const data = await this;
    const response = await this.#response;
    return { data, response, meta: this.#metaOf(response) };
  }

  async safe(): Promise<SafeResult<T, Errors>> {
    try {
      const data = await this;
      return { ok: true, data, meta: this.#metaOf(await this.#response) };
    } catch (error) {
      // Anything else is a defect in code of the caller's, such as middleware: it stays an exception.
      if (!(error instanceof KeysmithError)) throw error;
      const meta = this.#received && this.#metaOf(this.#received);
      return { ok: false, error: error as CallError<Errors>, meta };
    }
  }

  async asResponse(): Promise<Response> {
    this.#raw = true;
    // The failure surfaces here: the call itself need not report it again.
    super.then(undefined, () => {});
    const response = await this.#response;
    if (!this.#answer) return (this.#handedOver ??= handOver(response, this.#exchange));
    const { content } = await this.#answer;
    const { status, statusText, headers } = response;
    return new Response(content, { status, statusText, headers });
  }

  async #onResponse(): Promise<void> {
    try {
      this.#received = await this.#response;
      if (this.#dataWanted || !this.#raw) this.#read();
    } catch (error) {
      this.#settle.reject(error);
    }
  }

  /** Reads the answer, once, and settles the call. */
  #read(): void {
    this.#answer ??= this.#receive();
  }

  async #receive(): Promise<Answer> {
    try {
      const response = await this.#response;
      const answer = await readAnswer(this.#handedOver?.clone() ?? response, this.#exchange);
      this.#metaOf(response);
      if (answer.error) this.#settle.reject(answer.error);
      else this.#settle.resolve(answer.data as T);
      return answer;
    } catch (failure) {
      const error =
        failure instanceof KeysmithError
          ? failure
          : new KeysmithError(this.#exchange.message("its body was read through asResponse()"), {
              cause: failure,
            });
      this.#settle.reject(error);
      return { content: null, error };
    }
  }

  #metaOf(response: Response): CallMeta {
    return (this.#meta ??= createMeta(response, this.#exchange));
  }
}
