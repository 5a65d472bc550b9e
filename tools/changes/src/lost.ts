import { type LostPromise, packageName } from "./compared.ts";
import type { ReplayFinding } from "./replay/finding.ts";
import type { Weighed } from "./weigh.ts";

/** What a replay found, held against what the axes said. */
export function lostPromises(
  replayed: readonly ReplayFinding[],
  weighed: readonly Weighed[],
): readonly LostPromise[] {
  return replayed
    .filter(({ kind }) => kind !== "unreplayed")
    .map((finding) => Object.assign({ unexplained: isUnexplained(finding, weighed) }, finding));
}

/** What a difference of types breaks, it breaks in the operations that it names, or everywhere when it names none. */
function isUnexplained({ kind, operation }: ReplayFinding, weighed: readonly Weighed[]): boolean {
  if (kind !== "compile") return false;
  return !weighed.some(
    ({ finding: { type, operations } }) =>
      type?.level === "major" &&
      (operation === undefined || operations.length === 0 || operations.includes(operation)),
  );
}

/** Parts of a replay that failed: nothing is known of what they would have shown. */
export function unreplayedNotices(name: string, replayed: readonly ReplayFinding[]): readonly string[] {
  return replayed
    .filter(({ kind }) => kind === "unreplayed")
    .map(({ title, message }) => `${packageName(name)}, ${title}: ${message}`);
}
