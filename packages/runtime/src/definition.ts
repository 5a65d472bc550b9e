import type { Encode, Place } from "./wire/parameter.ts";
import type { Sendable } from "./wire/sendable.ts";

/**
 * The data a generated package hands to the runtime. Everything the wire needs and nothing that equals a default,
 * so that a simple operation stays one line and a bundle carries only the operations it calls.
 */

/** One provider's API: where it is, how it authorizes, what is secret in it. */
export interface ApiDefinition {
  /** Short name, `automox`; used in messages. */
  readonly name: string;
  /**
   * Where it is: absolute, without a trailing slash. `selectServer([…])` where the document names several servers or one
   * with variables; absent where it names none, so that the option `baseUrl` has to.
   */
  readonly baseUrl?: string | ((options: ServerOptions) => string);
  /** Security schemes by the name of the option that takes their credential. */
  readonly schemes?: { readonly [scheme: string]: SchemeDefinition };
  /** What an operation needs that does not say otherwise. */
  readonly security?: SecurityDefinition;
  /** Wire names of properties and parameters that hold secrets, anywhere in requests or answers. */
  readonly sensitive?: readonly string[];
}

/** A server of a document. */
export interface ServerDefinition {
  /** Absolute, with `{variables}`, without a trailing slash. */
  readonly url: string;
  /** Chosen by the option `environment`. */
  readonly name?: string;
  readonly variables?: {
    readonly [variable: string]: { readonly default: string; readonly enum?: readonly string[] };
  };
}

/** What chooses among the servers of a document. */
export interface ServerOptions {
  /** Name of one of them. Default: the first. */
  readonly environment?: string | undefined;
  /** Values of the variables in its URL. */
  readonly server?: object | undefined;
}

/** A security scheme: `bearer({ env })`, `basic(…)`, `apiKey(…)` and so on. */
export interface SchemeDefinition {
  /** Environment variable that is the fallback in server runtimes. */
  readonly env?: string | undefined;
  /** Where the document says OAuth2 tokens come from. */
  readonly tokenUrl?: string | undefined;
  /** Header or parameter that holds the secret. */
  readonly name: string;
  /** What a secret has to look like, and that in words, where it may be more than printable ASCII. */
  readonly format?: readonly [pattern: RegExp, expected: string];
  /** Where a secret travels, and how; absent when the connection itself authorizes. */
  readonly place?: (secret: string) => readonly [place: "headers" | "query", name: string, value: string];
}

/** Alternatives, each the names of the schemes needed together. `[]`: nothing; an empty alternative: anonymous is allowed. */
export type SecurityDefinition = readonly (readonly string[])[];

export type Method = "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";

/** Writes a body in a media type. */
export type BodyWriter = (value: unknown, mediaType: string) => Sendable | Promise<Sendable>;

/** How the fields of a body are written, where it is not as their media type has it unasked. */
export interface EncodingDefinition {
  /** Fields of `application/x-www-form-urlencoded`. */
  readonly form?: readonly ParameterDefinition[];
  /** Media types of parts of `multipart/form-data`, by field. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** What one operation looks like on the wire. */
export interface OperationDefinition {
  /** `operationId`: what errors and logs call the operation. */
  readonly id: string;
  readonly method: Method;
  /** `/users/{userId}/api_keys` */
  readonly path: string;
  /** Path parameters whose argument is not their name or whose style is not `simple`. */
  readonly pathStyles?: readonly ParameterDefinition[];
  /** A bare string: the wire name is the argument, in the default style. */
  readonly query?: readonly (string | ParameterDefinition)[];
  readonly header?: readonly (string | ParameterDefinition)[];
  readonly cookie?: readonly (string | ParameterDefinition)[];
  /** Media types of the body, the default one first. Absent: the operation has no body. */
  readonly body?: string | readonly string[];
  /** Writes bodies that are not JSON: `writeBody`, or `encoded({…})`, for operations that take some. */
  readonly writeBody?: BodyWriter;
  /**
   * Where this operation is, when the document gives it a server of its own: as `baseUrl` of the API, `ownServer([…])`
   * where there is a choice. The document is trusted here as it is for the API: credentials go along.
   */
  readonly baseUrl?: string | ((options: ServerOptions) => string);
  /** Media types of the answer, as an `Accept` header. Default `application/json`. */
  readonly accept?: string;
  /** Only when it differs from the API's. */
  readonly security?: SecurityDefinition;
  /** Whether the call may be repeated; absent leaves it to the method. */
  readonly idempotent?: boolean;
  readonly pagination?: PaginationDefinition;
}

/** A parameter of single values or lists, in the default style of its place. */
export interface ParameterDefinition {
  /** Name on the wire. */
  readonly name: string;
  /** Property of the arguments, when it is not the name. */
  readonly arg?: string;
  /** `null` is a value of its own, sent as `null`; otherwise it is left out. */
  readonly nullable?: true;
  /** Writes values in another way: what `styled` adds. */
  readonly write?: (value: unknown, place: Place, encode: Encode) => string;
}

/** Any other parameter, for `styled`. */
export interface StyledParameter extends ParameterDefinition {
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  readonly allowReserved?: true;
  /** A `content` parameter: its value travels as JSON. */
  readonly json?: true;
}

export type ParameterStyle =
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "deepObject";

/** Where pages are: parameters by argument name, places in the answer by JSON pointer. */
export type PaginationDefinition =
  | {
      readonly style: "page" | "offset";
      readonly parameter: string;
      /** Number of the first page. Default 0. */
      readonly first?: number;
      /** Argument that holds the page size, and the size used when it is left out. */
      readonly limit?: string;
      readonly defaultLimit?: number;
      readonly items: string;
      /** Where the answer says how many items there are in all. */
      readonly total?: string;
    }
  | { readonly style: "cursor"; readonly parameter: string; readonly items: string; readonly next: string }
  | { readonly style: "link"; readonly items: string };
