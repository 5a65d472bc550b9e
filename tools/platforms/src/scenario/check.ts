/** Where the local server is, as a client's base URL for one of its routes. */
export type BaseUrlOf = (route: string) => string;

/** Proves one thing, or throws. */
export type Check = (at: BaseUrlOf) => Promise<void>;

/** Checks by name, in the order in which they run. */
export type Checks = Readonly<Record<string, Check>>;

/** What became of a check on a platform. */
export interface Result {
  readonly name: string;
  /** What was found instead of what was expected; absent when the check holds. */
  readonly problem?: string;
}

/** The key of every client here; it must not show anywhere but in an `Authorization` header. */
export const SECRET = "am-0123456789-top-secret";

export function expectEqual(found: unknown, expected: unknown, what: string): void {
  const [left, right] = [found, expected].map((value) => JSON.stringify(value) ?? "undefined");
  if (left !== right) throw new Error(`${what}: expected ${right}, found ${left}`);
}

export function expectTrue(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`expected ${what}`);
}

/** What a promise rejects with. */
export async function failureOf(work: PromiseLike<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error("expected a rejection");
}

/** A JSON answer of the local server that is not fetched by a client. */
export async function ask<T>(url: string): Promise<T> {
  const response = await fetch(url);
  return (await response.json()) as T;
}
