import type { Base } from "./base/base.ts";
import type { Waiver } from "./changeset/waivers.ts";
import type { ReplayFinding } from "./replay/finding.ts";
import type { Finding } from "./verdict/finding.ts";
import type { Level } from "./verdict/level.ts";

/** Where to look: what editors and terminals turn into a link. */
export interface Location {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly pointer: string;
}

/** A finding, and what it asks of the next version of its package. */
export interface Difference extends Finding {
  readonly location: Location | undefined;
  /** At the package's version, waivers counted in. */
  readonly bump: Level;
  /** Which verdicts of it do not count as they stand, and why. */
  readonly waivers: readonly Waiver[];
}

/** A promise of the last release that no longer holds. */
export interface LostPromise extends ReplayFinding {
  /** An example that no longer compiles, where no difference of types says why: a fault of the type axis. */
  readonly unexplained: boolean;
}

/** One package, held against its base. */
export type Comparison = NewPackage | RemovedPackage | ComparedPackage;

export interface NewPackage {
  readonly state: "new";
  readonly name: string;
  readonly version: string;
  readonly base: Base;
}

export interface RemovedPackage {
  readonly state: "removed";
  readonly name: string;
  readonly base: Base;
  /** Of its last release; undefined when it never had one. */
  readonly released: string | undefined;
}

export interface ComparedPackage {
  /** `same`: nothing differs that a user compiles or sends. */
  readonly state: "same" | "differs";
  readonly name: string;
  readonly base: Base;
  /** Version at the base; for a package that is the `same`, its version now. */
  readonly baseVersion: string;
  /** Of package.json now. */
  readonly version: string;
  /** Title of the document: `Automox Console API`. */
  readonly title: string;
  /** `document`: the document differs; `code`: what is generated from it, or what that is built on. */
  readonly subject: "document" | "code";
  readonly differences: readonly Difference[];
  /** What the last release promised in its examples and tests, and no longer holds. */
  readonly lost: readonly LostPromise[];
  /** What all of that asks of the next version. */
  readonly bump: Level;
  /** The lowest version that it can be released as. */
  readonly required: string;
  /** Of both states: the same two states have the same. */
  readonly hash: string;
}

/** The npm name of a provider's package. */
export function packageName(name: string): string {
  return `@keysmith/${name}`;
}
