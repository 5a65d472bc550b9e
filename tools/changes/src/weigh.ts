import { applies, type Misfit, type Waiver, waiverTitle } from "./changeset/waivers.ts";
import type { Finding, Verdict } from "./verdict/finding.ts";
import { bumpFor, highest, type Level, reaches } from "./verdict/level.ts";

/** A finding with its bump, as far as no document is asked. */
export interface Weighed {
  readonly finding: Finding;
  readonly bump: Level;
  readonly waivers: readonly Waiver[];
}

/**
 * What findings ask of the version after `version`, where waivers are in force.
 *
 * @param waivers - Of this package and this base.
 * @returns Also the waivers that do nothing, each with the reason: a slip in one must not go unnoticed.
 */
export function weigh(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  version: string,
): { readonly weighed: readonly Weighed[]; readonly misfits: readonly Misfit[] } {
  const misfits: Misfit[] = [];
  const inForce = waivers.filter((waiver) => {
    const reason = whyNot(waiver, findings, version);
    if (reason !== undefined) misfits.push({ waiver, reason });
    return reason === undefined;
  });
  const weighed = findings.map((finding) => {
    const own = inForce.filter((waiver) => applies(waiver, finding));
    const bumps = [finding.wire, finding.type].map((verdict) => bumpOf(verdict, own, version));
    return { finding, bump: highest(bumps), waivers: own };
  });
  return { weighed, misfits };
}

function bumpOf(verdict: Verdict | undefined, waivers: readonly Waiver[], version: string): Level {
  if (verdict === undefined) return "none";
  return waivers.find(({ rule }) => rule === verdict.rule)?.bump ?? bumpFor(verdict.level, version);
}

function whyNot(waiver: Waiver, findings: readonly Finding[], version: string): string | undefined {
  if (waiver.base !== version) return `it is for what follows ${waiver.base}, and the base is ${version}`;
  const found = findings.filter((finding) => applies(waiver, finding));
  if (found.length === 0) return "there is no such finding (any more)";
  if (found.length > 1) {
    const places = found.map(({ place }) => place?.pointer ?? "none").join(", ");
    return `it fits ${found.length} findings: add the pointer of one (${places})`;
  }
  const asked = found
    .flatMap(({ wire, type }) => [wire, type])
    .find((verdict) => verdict?.rule === waiver.rule);
  const bump = bumpFor(asked?.level ?? "none", version);
  if (reaches(waiver.bump, bump)) return `the finding asks for ${bump} only, there is nothing to lower`;
  return undefined;
}

/** A misfit in one line. */
export function misfitLine({ waiver, reason }: Misfit): string {
  return `The waiver of ${waiverTitle(waiver)} does nothing: ${reason}. Mend or remove it.`;
}
