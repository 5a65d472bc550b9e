import type { Level } from "./level.ts";

/** What one axis says of a change. */
export interface Verdict {
  readonly level: Level;
  /** What decided: a rule of Redocly's diff (`redocly/schema-constraint-changed`), or one of ours (`type/result-nullable`). */
  readonly rule: string;
  /** What that rule saw, in words: `Upper bound changed from '<= 100' to '<= 50'.` */
  readonly message: string;
}

/** Where a change stands in a document: in the new one, or in the old one where the new one no longer has it. */
export interface Place {
  readonly side: "before" | "after";
  /** JSON pointer as a URI fragment, `#/components/schemas/ApiKey/properties/name`; references are followed. */
  readonly pointer: string;
}

/** What a server, or an old client on the wire, would notice. */
export interface WireChange extends Verdict {
  /** What changed, in a few words: `query parameter "limit": maximum 100 → 50`. */
  readonly what: string;
  /** `GET /keys` of every operation it reaches; empty for what belongs to no operation. */
  readonly operations: readonly string[];
  readonly place: Place;
  /** Of what has another name now: its pointer in the old document. */
  readonly formerly?: string | undefined;
}

/** What somebody who compiles against the package would notice. */
export interface TypeChange extends Verdict {
  /** What changed, in a few words: `result of listKeys: items[].note may be undefined`. */
  readonly what: string;
  /** `GET /keys` of every operation it reaches; empty for exports that belong to no operation. */
  readonly operations: readonly string[];
  /** Types as the compiler prints them; absent on the side that has none. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** The part of the document the type was made from; undefined for what comes from no document, such as the runtime. */
  readonly place: Place | undefined;
}

/** One difference between two states of a package: a row of the table. */
export interface Finding {
  readonly what: string;
  readonly operations: readonly string[];
  /** Undefined when nothing on the wire changes. */
  readonly wire: Verdict | undefined;
  /** Undefined when no type changes. */
  readonly type:
    | (Verdict & { readonly before?: string | undefined; readonly after?: string | undefined })
    | undefined;
  /** The larger of the two axes, as from 1.0.0 on. */
  readonly level: Level;
  /** Which part of a changelog tells of it. */
  readonly section: "breaking" | "added" | "changed" | "deprecated" | "api-only";
  readonly place: Place | undefined;
}
