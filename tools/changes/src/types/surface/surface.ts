import type { Api, Operation } from "@keysmith/generator";
import type { Place } from "../../verdict/finding.ts";
import type { Level } from "../../verdict/level.ts";
import type { Comparison } from "../compare.ts";
import type { Exported } from "../compiler/compiler.ts";
import type { Shape } from "../compiler/shape.ts";
import type { Difference, Role, Step, Unit } from "../difference.ts";
import type { Places } from "../place.ts";
import type { Side, States } from "../states.ts";
import type { TypedState } from "../walk.ts";

/** One state of a package as the walks need it. */
export interface State {
  readonly side: Side;
  readonly snapshot: TypedState;
  readonly api: Api;
  readonly places: Places;
  /** What a file of the package exports. */
  exportsOf(file: string): ReadonlyMap<string, Exported>;
}

/** Two types that users meet in one place of the package. */
export interface Root {
  /** `result of listKeys`. */
  readonly label: string;
  /** First part of the rules: `result`. */
  readonly subject: string;
  readonly unit: Unit;
  /** `GET /keys`. */
  readonly operations: readonly string[];
  /** Where in the document the types inside come from, on one side. */
  place(side: Side, steps: readonly Step[]): string | undefined;
  /** Where what differs matters less than it would elsewhere. */
  levelOf?(difference: Difference, steps: readonly Step[]): Level;
  /** Whether other roots say the same in better words: what both have is said by those. */
  readonly isEcho: boolean;
}

/** A difference that is not between two types, such as a name that is gone. */
export interface Note {
  readonly rule: string;
  readonly level: Level;
  readonly what: string;
  readonly message: string;
  readonly operations: readonly string[];
  readonly place: Place | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly isEcho: boolean;
}

/** What the walks over the parts of a package's surface have in common. */
export interface Surface {
  readonly before: State;
  readonly after: State;
  readonly states: States;
  readonly comparison: Comparison;
  /** Compares two types in a role. */
  root(
    root: Omit<Root, "unit" | "isEcho"> & { isEcho?: boolean },
    before: Shape,
    after: Shape,
    role: Role,
  ): void;
  note(note: Omit<Note, "isEcho"> & { isEcho?: boolean }): void;
}

/** `GET /keys` */
export function routeOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

export function placeOf(side: Side, pointer: string | undefined): Place | undefined {
  return pointer === undefined ? undefined : { side, pointer };
}

/** Operations of both states by the name of their function, in the order of the new document, then what is gone. */
export function operationPairs({ before, after }: Surface): readonly OperationPair[] {
  const old = new Map(before.api.operations.map((operation) => [operation.name, operation]));
  const now = new Map(after.api.operations.map((operation) => [operation.name, operation]));
  return [...new Set([...now.keys(), ...old.keys()])].map((name) => ({
    name,
    before: old.get(name),
    after: now.get(name),
  }));
}

export interface OperationPair {
  readonly name: string;
  readonly before: Operation | undefined;
  readonly after: Operation | undefined;
}
