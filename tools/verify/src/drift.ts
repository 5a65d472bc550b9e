/**
 * What a difference between document and server is about.
 *
 * `status`, `mediaType`, `property`: not in the document. `schema`: a value is not what its schema says. `body`: there is
 * one where none is documented, or none where there is one. `header`: documented and absent, or of another kind.
 * `redirect`: the operation is elsewhere. `deprecated`: only one of the two says so. `paging`: pages are not where the
 * document has them. `client`: the document is right, and the client does not take the answer. `access`: a wrong
 * credential, or an id that cannot exist, was taken. `unseen`: documented, and in no answer. `example`: examples show what
 * is written otherwise.
 */
export type DriftKind =
  | "access"
  | "body"
  | "client"
  | "deprecated"
  | "example"
  | "header"
  | "mediaType"
  | "paging"
  | "property"
  | "redirect"
  | "schema"
  | "status"
  | "unseen";

/** One difference between what the document says and what the server does. Holds no value that may be a secret. */
export interface Drift {
  readonly kind: DriftKind;
  /** A `note` is worth knowing and breaks no promise: it does not decide how a run ends. */
  readonly severity: "drift" | "note";
  readonly message: string;
  /** Where in the answer: a JSON pointer into the body, `#/results/0/id`, or the name of a header. */
  readonly at?: string;
  /** In how many places of the answer; 1 where there is but one. */
  readonly times?: number;
  readonly expected?: string;
  readonly found?: string;
  /** Where the document says otherwise. */
  readonly pointer: string;
  /** What to change there, once the server is known to be right. */
  readonly change: string;
}
