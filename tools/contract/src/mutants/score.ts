import type { Trial } from "./control.ts";
import type { MutantKind } from "./mutant.ts";

/** The share of mutants that a suite has to catch. */
const FLOOR = 0.95;

/** How many of the mutants of a package its cells catch. */
export interface Score {
  readonly made: number;
  readonly caught: number;
  /** The same by what is broken, in the order of the trials. */
  readonly kinds: readonly KindScore[];
  readonly survivors: readonly Survivor[];
  /** What keeps the control from passing; empty when it does. */
  readonly problems: readonly string[];
}

export interface KindScore {
  readonly kind: MutantKind;
  readonly made: number;
  readonly caught: number;
}

export interface Survivor {
  /** What was broken. */
  readonly mutant: string;
  /** Why no cell can see it; absent when nobody has judged it. */
  readonly reason?: string;
}

/**
 * Counts trials.
 *
 * @param judged - Reasons by title: survivors that were looked at.
 */
export function scoreOf(trials: readonly Trial[], judged: Readonly<Record<string, string>> = {}): Score {
  const alive = trials.filter(({ caughtBy }) => caughtBy === undefined).map(({ mutant }) => mutant.title);
  const kinds = [...new Set(trials.map(({ mutant }) => mutant.kind))].map((kind): KindScore => {
    const own = trials.filter(({ mutant }) => mutant.kind === kind);
    return { kind, made: own.length, caught: own.filter(({ caughtBy }) => caughtBy !== undefined).length };
  });
  const [made, caught] = [trials.length, trials.length - alive.length];
  const survivors = alive.map((mutant): Survivor => {
    const reason = judged[mutant];
    return { mutant, ...(reason !== undefined && { reason }) };
  });
  const problems = [
    ...(caught / made >= FLOOR
      ? []
      : [`${caught} of ${made} mutants are caught, fewer than ${FLOOR * 100} %`]),
    ...twice(trials).map((title) => `there are two mutants of one name: ${title}`),
    ...survivors
      .filter(({ reason }) => reason === undefined)
      .map(({ mutant }) => `survives, and nobody has judged it: ${mutant}`),
    ...Object.keys(judged)
      .filter((title) => !alive.includes(title))
      .map((title) => `is listed as a survivor, but is caught or not made any more: ${title}`),
  ];
  return { made, caught, kinds, survivors, problems };
}

function twice(trials: readonly Trial[]): readonly string[] {
  const seen = new Set<string>();
  return trials.map(({ mutant }) => mutant.title).filter((title) => seen.size === seen.add(title).size);
}

/** A score as a person reads it: the shares, and what is wrong. */
export function formatScore({ made, caught, kinds, problems }: Score): string {
  return [
    `${caught} of ${made} mutants are caught: ${kinds.map((each) => `${each.kind} ${each.caught}/${each.made}`).join(", ")}`,
    ...problems,
    ...(problems.length === 0
      ? []
      : ["Let a cell see what survives, or say in tools/contract/src/mutants/judged.ts why none can."]),
  ].join("\n");
}
