/** Rows of the conformance table: what the generator makes of each feature of OpenAPI, and the proof of it. */

/** Documents are given in full or, as here, without what every document has: `openapi`, `info` and `servers`. */
export type Fragment = Readonly<Record<string, unknown>>;

export interface Feature {
  /** As the table shows it: Markdown on one line. */
  readonly feature: string;
  /** Versions of OpenAPI that have the feature; the row is proven in each. Default: both. */
  readonly versions?: readonly Version[];
  readonly document: Fragment;
  /** Further files beside the document, by path; JSON. */
  readonly files?: Readonly<Record<string, Fragment>>;
  /** What a reader of the table should know besides: the wider type, or what to write instead. */
  readonly note?: string;
  /** Further tests of it, relative to `tools/generator`. */
  readonly also?: string;
}

export type Version = "3.0" | "3.1";

/** What a program that uses the package can do. In all of these, `sdk` is the package and `client` is a client of it. */
export interface Usage {
  /** Source of options the client is made with. */
  readonly options?: string;
  /** Calls, and what each of them has to put on the wire. They are compiled, and made to a server on loopback. */
  readonly calls?: Readonly<Record<string, Sent | Exchange>>;
  /** Types that are exactly another one. */
  readonly types?: Readonly<Record<string, string>>;
  /** Expressions, each on one line, that must not compile. */
  readonly wrong?: readonly string[];
  /** Text that files of the package have, by path, as it is before formatting: doc comments and reference pages. */
  readonly shows?: Readonly<Record<string, readonly string[]>>;
}

/** The first line of a request as the server sees it, `GET /things?id=1`. */
export type Sent = string;

export interface Exchange {
  readonly sends?: Sent;
  /** Headers that the request has to have, by lower-case name; `undefined`: that it may not have. */
  readonly headers?: Readonly<Record<string, string | RegExp | undefined>>;
  readonly body?: string | RegExp;
  /** What the server answers. Default: 204. */
  readonly answers?: { readonly status?: number; readonly type?: string; readonly body?: string };
  /** What the call resolves to. */
  readonly gives?: unknown;
  /** What the error it throws instead says. */
  readonly throws?: RegExp;
}

/** A pointer, and a piece of what is said of the place. */
export type Said = readonly [pointer: string, message: string];

/** Works as OpenAPI means it, without a word. */
export type Supported = Feature & Usage & { readonly status: "supported" };

/** Works in part: what is lost is said, and the type is wider. */
export type Warned = Feature & Usage & { readonly status: "warned"; readonly says: readonly Said[] };

/** Nothing is made of a document with it. */
export type Refused = Feature & { readonly status: "refused"; readonly says: readonly Said[] };

export type Row = Supported | Warned | Refused;

/** One heading of the table, and one file of rows. */
export interface Area {
  readonly title: string;
  /** Relative to `tools/generator`. */
  readonly file: string;
  readonly rows: readonly Row[];
}
