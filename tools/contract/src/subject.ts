/** A package under test, as its generated contract test hands it over. */
export interface Subject {
  /** The document the package was made from; a `file:` URL. */
  readonly spec: URL;
  /** Short name, `automox`. */
  readonly name: string;
  /** Makes a client: `createAutomox`. */
  readonly client: (options: never) => object;
  /** What the package exports: free functions and error classes are taken from here, as a user would. */
  readonly package: object;
  /** The package's type test, `test/types.test-d.ts`; a `file:` URL. Without it the cells of types are red. */
  readonly types?: URL;
  /** Where the report on the package is committed, `docs/contract.md`; a `file:` URL. Without it there is none. */
  readonly report?: URL;
}

/** A call of any client. */
export interface AnyCall extends PromiseLike<unknown> {
  safe(): Promise<unknown>;
  withResponse(): Promise<unknown>;
  asResponse(): Promise<unknown>;
}

/** A call that can be walked on from. */
export interface AnyPagedCall extends AnyCall {
  items(options: { readonly maxPages: number }): AsyncIterable<unknown>;
  pages(options: { readonly maxPages: number }): AsyncIterable<unknown>;
}

export type AnyFunction = (...args: readonly unknown[]) => unknown;

/** A member of a package or a client by name; undefined when it is no function. */
export function functionOf(owner: object, name: string): AnyFunction | undefined {
  const member: unknown = Reflect.get(owner, name);
  return typeof member === "function" ? (...args) => Reflect.apply(member, owner, args) : undefined;
}

/** A class that a package exports. */
export function classOf(owner: object, name: string): { readonly prototype: object } | undefined {
  const member: unknown = Reflect.get(owner, name);
  return typeof member === "function" && "prototype" in member
    ? { prototype: Object(member.prototype) }
    : undefined;
}

export function isCall(value: unknown): value is AnyCall {
  return ["then", "safe", "withResponse", "asResponse"].every((view) => has(value, view));
}

export function isPagedCall(value: unknown): value is AnyPagedCall {
  return isCall(value) && has(value, "items") && has(value, "pages");
}

function has(value: unknown, method: string): boolean {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, method) === "function";
}
