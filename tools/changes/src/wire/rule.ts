import type { Level } from "../verdict/level.ts";
import type { Change } from "./change.ts";

/** How our own table rates a difference that Redocly rates otherwise, or not at all. */
export interface Rule {
  /** Shown with every verdict it decides, and listed in the README. */
  readonly name: `wire/${string}`;
  /** Why, in one sentence. */
  readonly because: string;
  /** `none`: the documents say the same in other words. Undefined: the rule is not about this. */
  readonly rate: (change: Change) => Level | undefined;
}
