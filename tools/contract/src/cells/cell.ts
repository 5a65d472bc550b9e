import type { Api, Content, Example, Json, Operation, Response } from "@keysmith/generator";

/**
 * One thing a document promises, to be checked through a client. Cells are data: what to do with one is in `run/`.
 * A new kind of promise is a new member here, a maker in this folder and a runner there.
 */
export type Cell = ResponseCell | RequestCell | FunctionCell | CredentialCell | PagesCell | UncheckableCell;

interface Place {
  readonly operation: Operation;
  /** Unique among the cells of its operation: `404 application/json notFound`. */
  readonly title: string;
}

/** Arguments of a call, by name. */
export type Arguments = ReadonlyMap<string, Json>;

/** A documented answer reaches the caller as it is documented. */
export interface ResponseCell extends Place {
  readonly kind: "response";
  readonly response: Response;
  /** The status to ask for: the documented one, or one that a range or `default` stands for. */
  readonly code: number;
  /** What the answer holds; undefined when it has no body. */
  readonly body: { readonly content: Content; readonly example: Example } | undefined;
  readonly args: Arguments;
}

/** A request that the document allows arrives as it was meant. */
export interface RequestCell extends Place {
  readonly kind: "request";
  /** Media type of the body; undefined when none is sent. */
  readonly content: Content | undefined;
  readonly args: Arguments;
}

/** The operation is a free function too. */
export interface FunctionCell extends Place {
  readonly kind: "function";
  readonly args: Arguments;
}

/** Without its credential an operation is refused: by the client before anything is sent, and by the mock. */
export interface CredentialCell extends Place {
  readonly kind: "credential";
  /** Schemes that are enough together. */
  readonly needed: readonly string[];
  /** Those of them the caller has. */
  readonly present: readonly string[];
  readonly args: Arguments;
}

/** The iterator walks from this page on. */
export interface PagesCell extends Place {
  readonly kind: "pages";
  readonly pagination: NonNullable<Operation["pagination"]>;
  readonly code: number;
  readonly example: Example;
  readonly args: Arguments;
}

/** Something the document promises and the suite cannot check: red, until the document says more. */
export interface UncheckableCell extends Place {
  readonly kind: "uncheckable";
  readonly reason: string;
}

/** Makes the arguments of an operation from the document. */
export type Samples = (api: Api, operation: Operation, which: "required" | "all") => Arguments;
