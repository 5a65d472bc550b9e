const brand = /* @__PURE__ */ Symbol.for("@keysmith/error");
const nodeInspect = /* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom");

/** What every error may know of the call it ended. */
export interface ErrorOrigin {
  readonly operationId?: string | undefined;
  readonly cause?: unknown;
  /** Replaces what is secret in data, and in texts of whatever form; used for everything an error shows by itself. */
  readonly redact?: (value: unknown) => unknown;
}

/** What an error of a class knows beside its origin. */
export type FactsOf<Failure extends KeysmithError> = Omit<Failure, keyof KeysmithError> & ErrorOrigin;

/**
 * Base of every error a client throws.
 *
 * `instanceof` works across two copies of this package (two providers may depend on different versions): a class
 * recognises errors by the `kind` along their prototype chain, not by the identity of a constructor.
 */
export class KeysmithError extends Error {
  static readonly kind: string = "KeysmithError";
  /** `operationId` of the operation that was called; `undefined` for a path its document does not know. */
  declare readonly operationId: string | undefined;
  readonly #redact: (value: unknown) => unknown;

  /** @param facts become properties of the error. */
  constructor(message: string, { cause, redact = (value) => value, ...facts }: ErrorOrigin = {}) {
    // A line per error, in logs too.
    super(message.replaceAll(/\s+/g, " "), cause === undefined ? undefined : { cause });
    Object.assign(this, { operationId: undefined, ...facts });
    this.#redact = redact;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // A class derived elsewhere has no kind of its own: the ordinary rule is the right one for it.
    if (!Object.hasOwn(this, "kind")) return Function.prototype[Symbol.hasInstance].call(this, value);
    const branded = typeof value === "object" && value !== null && brand in value;
    for (let link: object | null = branded ? value : null; link; link = Object.getPrototypeOf(link)) {
      const { constructor } = link;
      if (Object.hasOwn(constructor, "kind") && Reflect.get(constructor, "kind") === this.kind) return true;
    }
    return false;
  }

  get [brand](): true {
    return true;
  }

  override get name(): string {
    return String(Reflect.get(this.constructor, "kind"));
  }

  /** Everything the error knows, without what is secret. */
  toJSON(): Record<string, unknown> {
    return {
      name: this.name,
      message: this.message,
      ...Object(this.#redact({ ...this, ...this.shown() })),
    };
  }

  /** What {@link toJSON} shows beside own properties. */
  protected shown(): object {
    return {};
  }

  /** What `console.log` shows on Node.js. */
  [nodeInspect](
    _depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    const { name: _name, message: _message, ...facts } = this.toJSON();
    const cause = this.cause !== undefined && { cause: this.#redact(String(this.cause)) };
    return `${this.stack} ${inspect({ ...facts, ...cause }, options)}`;
  }
}
