import { type Comparison, type Difference, type LostPromise, packageName } from "../compared.ts";
import type { Compared } from "../compare.ts";
import type { Verdict } from "../verdict/finding.ts";
import { misfitLine } from "../weigh.ts";
import type { Telling } from "./report.ts";

/** What `--json` prints. Keys stay; new ones may come. tools/changes/README.md says what they mean. */
export function formatJson(
  { comparisons, misfits, notices }: Compared,
  { written, failures }: Telling,
): string {
  const report = {
    schema: 1,
    notices: [...notices, ...misfits.map(misfitLine)],
    packages: comparisons.map(packageJson),
    changesets: written ?? null,
    check: failures === undefined ? null : { passed: failures.length === 0, failures },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function packageJson(comparison: Comparison): object {
  const { name, state, base } = comparison;
  const compared = "differences" in comparison ? comparison : undefined;
  return {
    name,
    package: packageName(name),
    state,
    base: { ...base, version: compared?.baseVersion ?? null },
    version: "version" in comparison ? comparison.version : null,
    released: ("released" in comparison ? comparison.released : undefined) ?? null,
    subject: compared?.subject ?? null,
    bump: compared?.bump ?? "none",
    next: compared?.required ?? null,
    findings: compared?.differences.map(findingJson) ?? [],
    lost: compared?.lost.map(lostJson) ?? [],
  };
}

function findingJson({
  section,
  operations,
  what,
  level,
  bump,
  wire,
  type,
  place,
  location,
  waivers,
}: Difference): object {
  return {
    section,
    operations,
    what,
    level,
    bump,
    wire: wire === undefined ? null : verdictJson(wire),
    type:
      type === undefined
        ? null
        : { ...verdictJson(type), before: type.before ?? null, after: type.after ?? null },
    place: place === undefined ? null : { side: place.side, ...location },
    waivers,
  };
}

function lostJson({
  kind,
  operation,
  title,
  where,
  message,
  before,
  after,
  unexplained,
}: LostPromise): object {
  return {
    kind,
    operation: operation ?? null,
    title,
    where: where ?? null,
    message,
    before: before ?? null,
    after: after ?? null,
    unexplained,
  };
}

/** Keys in one order, whoever made it. */
function verdictJson({ level, rule, message }: Verdict): Verdict {
  return { level, rule, message };
}
