const brand: unique symbol = Symbol.for("@keysmith/error");

/** What every error may know about the call it ended. */
export interface ErrorOrigin {
  readonly operationId?: string | undefined;
  readonly cause?: unknown;
}

/**
 * Base of every error a client throws.
 *
 * `instanceof` works across two copies of this package (two providers may depend on different versions): a class
 * recognises errors by the `kind` along their prototype chain, not by the identity of a constructor.
 */
export class KeysmithError extends Error {
  static readonly kind: string = "KeysmithError";
  /** `operationId` of the operation that was called; `undefined` for calls by `GET`, `POST` and so on. */
  readonly operationId: string | undefined;

  constructor(message: string, origin: ErrorOrigin = {}) {
    super(message, origin.cause === undefined ? undefined : { cause: origin.cause });
    this.operationId = origin.operationId;
  }

  get [brand](): true {
    return true;
  }

  override get name(): string {
    return kindOf(this.constructor) ?? "KeysmithError";
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // A class derived elsewhere has no kind of its own: the ordinary rule is the right one for it.
    if (!Object.hasOwn(this, "kind")) return Function.prototype[Symbol.hasInstance].call(this, value);
    if (typeof value !== "object" || value === null || !(brand in value)) return false;
    for (let link: unknown = Object.getPrototypeOf(value); link; link = Object.getPrototypeOf(link)) {
      const constructor: unknown = Reflect.get(Object(link), "constructor");
      if (
        typeof constructor === "function" &&
        Object.hasOwn(constructor, "kind") &&
        kindOf(constructor) === this.kind
      )
        return true;
    }
    return false;
  }
}

function kindOf(constructor: unknown): string | undefined {
  const kind: unknown = Reflect.get(Object(constructor), "kind");
  return typeof kind === "string" ? kind : undefined;
}
