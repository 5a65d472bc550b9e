import type { Level } from "../verdict/level.ts";
import type { Shape } from "./compiler/shape.ts";

/**
 * What somebody does with a value of a type. What they `give` (arguments, options) may be asked to be less; what they
 * `get` (results, error bodies) may be found to be more.
 */
export type Role = "give" | "get";

/** One step from a type to a type in it. */
export type Step =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "items" }
  /** Into what an index signature holds. */
  | { readonly kind: "key" }
  | { readonly kind: "parameter"; readonly name: string }
  | { readonly kind: "return" };

/** One difference between two types. */
export interface Difference {
  /** From the types of the {@link Unit} to where it is. */
  readonly steps: readonly Step[];
  /** What kind of difference, the last part of a rule: `optional`, `literal-removed`. */
  readonly kind: string;
  readonly level: Level;
  /** What is to be said of the place: `may be undefined`. */
  readonly message: string;
  readonly before?: string;
  readonly after?: string;
}

/** Two types that were compared, once however many places have them, and the pairs inside them. */
export interface Unit {
  readonly before: Shape;
  readonly after: Shape;
  readonly role: Role;
  readonly differences: Difference[];
  readonly inside: { readonly steps: readonly Step[]; readonly unit: Unit }[];
}

/** `items[].note`; empty for no steps. */
export function pathOf(steps: readonly Step[]): string {
  return steps.reduce((path, step) => {
    if (step.kind === "items") return `${path}[]`;
    if (step.kind === "key") return `${path}[key]`;
    if (step.kind === "return") return `${path}()`;
    if (step.kind === "parameter") return `${path}(${step.name})`;
    if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(step.name))
      return path === "" ? JSON.stringify(step.name) : `${path}[${JSON.stringify(step.name)}]`;
    return path === "" ? step.name : `${path}.${step.name}`;
  }, "");
}
