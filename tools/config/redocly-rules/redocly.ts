/** The part of Redocly's plugin interface that our rules use; the package ships no types for it. */

/** Place of a node in the document. */
export interface Location {
  /** JSON pointer with `#`, such as `#/components/schemas/ApiKey`. */
  readonly pointer: string;
  child(keys: readonly (string | number)[]): Location;
  /** The same place, with the key marked instead of the value. */
  key(): Location;
}

export interface Context {
  readonly location: Location;
  /** Kind of the node in OpenAPI's terms, such as `Operation` or `Schema`. */
  readonly type: { readonly name: string };
  report(problem: { readonly message: string; readonly location: Location }): void;
  /** Follows a reference; hands anything else back. `node` is missing when the reference leads nowhere. */
  resolve(node: unknown): { readonly node?: unknown };
}

/** Called with a node of one kind, references followed; `parents` has the enclosing nodes that the visitor is nested in. */
export type Visit = (node: unknown, context: Context, parents: Readonly<Record<string, unknown>>) => void;

/** Kind of node -> what to do there. */
export interface Visitors {
  readonly [kind: string]: Visit | { readonly enter: Visit } | Visitors;
}

/** One rule: made anew for every document. */
export type Rule = () => Visitors;

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
