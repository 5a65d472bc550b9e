import type { StateOperation } from "./operations.ts";

/** What an operation does to the records of a resource. */
export const ACTIONS = ["create", "list", "read", "update", "renew", "delete"] as const;
export type Action = (typeof ACTIONS)[number];

/** Where a request names something. */
export interface Source {
  readonly in: "path" | "query" | "header" | "body";
  /** Name of the parameter; JSON pointer within the body. */
  readonly name: string;
}

/** The part that one operation has in a resource. */
export interface Role {
  readonly operation: StateOperation;
  readonly action: Action;
  /** Where the request names the record; undefined for `create` and `list`. */
  readonly identity: Source | undefined;
  /** Owner -> where the request names it. An owner that begins with `/` is a pointer into the record. */
  readonly within: ReadonlyMap<string, Source>;
  /** JSON pointer to the record, or to the list of records, within the answer. */
  readonly record: string;
  /** Property of the record that the whole answer is. */
  readonly property: string | undefined;
  /** Example that shows what new records look like in this answer. */
  readonly fresh: string | undefined;
  /** Status for a record that is not there; undefined: the documented one that is nearest. */
  readonly missing: number | undefined;
  readonly paging: Paging;
}

/** How a list is cut into pages; without a style it is not. */
export interface Paging {
  readonly style: "page" | "offset" | "cursor" | "link" | undefined;
  readonly parameter: string | undefined;
  readonly first: number;
  readonly limit: string | undefined;
  /** JSON pointers within the answer. */
  readonly total: string | undefined;
  readonly next: string | undefined;
  readonly previous: string | undefined;
}

/** Records of one kind, and the operations on them. */
export interface Resource {
  readonly name: string;
  readonly roles: readonly Role[];
  /** Property that identifies a record. */
  readonly identity: string;
  /** Properties that only the answer of `create` shows; undefined: to be guessed. */
  readonly once: ReadonlySet<string> | undefined;
  /** Properties that no two records of the same owners share. */
  readonly unique: readonly string[];
  /** Largest number of records of the same owners. */
  readonly most: number;
  /** Status of an answer that refuses because of `unique` or `most`. */
  readonly refusal: number;
}
