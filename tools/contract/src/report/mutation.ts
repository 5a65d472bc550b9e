import type { MutantKind } from "../mutants/mutant.ts";

/** How good the suite is at finding faults in a package: things were broken one at a time. */
export interface Mutation {
  /** Mutants that turned a cell red. */
  readonly caught: number;
  readonly made: number;
  /** The same by what was broken. */
  readonly kinds?: readonly { readonly kind: MutantKind; readonly caught: number; readonly made: number }[];
  /** Those that did not, in words, with the reason where one is known. */
  readonly survivors: readonly { readonly mutant: string; readonly reason?: string }[];
}

const HEADING = "## How many faults it finds";

/** The part of a report on mutants; it is the last one. */
export function mutationText({ caught, made, kinds = [], survivors }: Mutation): string {
  const share = made === 0 ? 0 : (100 * caught) / made;
  return [
    HEADING,
    `To prove the suite itself, one thing at a time is broken in the client, in its data, on the wire or in the mock. Of ${made} such mutants ${caught} turn a cell red: ${share.toFixed(1)} %. Types are not among what is broken: nothing here reaches the compiler.`,
    ...(kinds.length === 0 ? [] : [table(kinds)]),
    ...(survivors.length === 0
      ? []
      : [
          "These do not:",
          survivors
            .map(({ mutant, reason }) => `- ${mutant}${reason === undefined ? "" : `: ${reason}`}`)
            .join("\n"),
        ]),
  ].join("\n\n");
}

const BROKEN: Readonly<Record<MutantKind, string>> = {
  answer: "an answer on its way to the client",
  request: "a request on its way to the mock",
  definition: "the data of an operation",
  api: "the data of the API",
  client: "a view of a call",
  export: "an export of the package",
  mock: "the mock",
};

function table(kinds: NonNullable<Mutation["kinds"]>): string {
  return [
    "| What is broken | mutants | caught |",
    "| --- | --: | --: |",
    ...kinds.map(({ kind, made, caught }) => `| ${BROKEN[kind]} | ${made} | ${caught} |`),
  ].join("\n");
}

/** The part on mutants of a report that was written before; empty when it has none. */
export function mutationPart(report: string): string {
  const start = report.indexOf(`${HEADING}\n`);
  return start === -1 ? "" : report.slice(start).trim();
}
