import type {
  Api,
  Content,
  Example,
  Json,
  Operation,
  Parameter,
  Response,
  SecurityScheme,
} from "@keysmith/generator";
import type { Document } from "../document/document.ts";
import type { Validator } from "../judge/validator.ts";

/**
 * One thing a document promises, to be checked through a client. Cells are data: what to do with one is in `run/`.
 * A new kind of promise is a new member here, a maker in this folder and a runner there.
 */
export type Cell =
  | ResponseCell
  | RequestCell
  | FunctionCell
  | CredentialCell
  | MalformedCell
  | RefusalCell
  | TypeCell
  | PagesCell
  | RepeatCell
  | SilenceCell
  | SecrecyCell
  | ServerCell
  | SourceCell
  | UncheckableCell;

interface Place {
  readonly operation: Operation;
  /** JSON pointer to what the document promises. */
  readonly pointer: string;
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

/** A credential that cannot be one is refused, as a missing one is. */
export interface MalformedCell extends Place {
  readonly kind: "malformed";
  /** Schemes that are enough together. */
  readonly needed: readonly string[];
  /** The one whose credential is broken. */
  readonly scheme: SecurityScheme;
  readonly how: "empty" | "another scheme word";
  readonly args: Arguments;
}

/** A request that the document does not allow is refused, and the refusal reaches the caller as what it is. */
export interface RefusalCell extends Place {
  readonly kind: "refusal";
  /** Media type of the body; undefined when none is sent. */
  readonly content: Content | undefined;
  /** As a caller without a compiler would give them. */
  readonly args: Arguments;
  readonly breach: {
    readonly in: Parameter["in"] | "body";
    /** The argument that is broken or left out. */
    readonly argument: string;
    /** What of JSON Schema is broken. */
    readonly keyword: string;
    /** Name on the wire, and the way from there to what is broken. */
    readonly path: readonly string[];
    /** The argument is left out altogether. */
    readonly missing: boolean;
  };
}

/** Something that the compiler has to prove or refuse, in the package's type test. */
export interface TypeCell extends Place {
  readonly kind: "type";
  /** What the proof is called there. */
  readonly proof: string;
}

/** The iterator walks from this page on. */
export interface PagesCell extends Place {
  readonly kind: "pages";
  readonly pagination: NonNullable<Operation["pagination"]>;
  readonly code: number;
  readonly example: Example;
  readonly args: Arguments;
}

/** A call that failed is made once more, where the document allows it, and never where it does not. */
export interface RepeatCell extends Place {
  readonly kind: "repeat";
  readonly repeated: boolean;
  readonly args: Arguments;
}

/** Where no answer comes, or none that can be read, the call says what happened. */
export interface SilenceCell extends Place {
  readonly kind: "silence";
  readonly args: Arguments;
}

/** What the document marks as secret is data for the caller, and hidden where errors are shown. */
export interface SecrecyCell extends Place {
  readonly kind: "secrecy";
  /** Names of properties that hold secrets. */
  readonly names: readonly string[];
  readonly args: Arguments;
}

/** A call goes to the server that the client's options choose. */
export interface ServerCell extends Place {
  readonly kind: "server";
  /** Address of the server, its variables filled in. */
  readonly url: string;
  /** `environment` and `server` of the client's options. */
  readonly options: object;
  readonly args: Arguments;
}

/** A credential need not be given as a text. */
export interface SourceCell extends Place {
  readonly kind: "source";
  readonly scheme: SecurityScheme;
  /** Schemes that are enough together. */
  readonly needed: readonly string[];
  readonly from: "environment" | "function";
  /** Where the document says tokens come from. */
  readonly tokenUrl: string | undefined;
  readonly args: Arguments;
}

/**
 * Something the document promises and the suite cannot check. Red until the document says more, where that would help;
 * where no tool could check it, listed.
 */
export interface UncheckableCell extends Place {
  readonly kind: "uncheckable";
  readonly reason: string;
  readonly limit: "document" | "tools";
  /** The kind of cell that it would be. */
  readonly instead: Exclude<Cell["kind"], "uncheckable">;
}

/** What cells are made from. */
export interface Material {
  readonly api: Api;
  readonly document: Document;
  readonly validator: Validator;
  /** Makes the arguments of an operation. */
  readonly samples: (api: Api, operation: Operation, which: "required" | "all") => Arguments;
  /** Makes a value of a content, whatever examples there are. */
  readonly sample: (api: Api, content: Content) => Json;
}
