import type { Finding, Verdict } from "../verdict/finding.ts";
import type { Level } from "../verdict/level.ts";

/** Why one finding asks less of the next version than its rule says: an entry of `.changeset/waivers.yaml`. */
export interface Waiver {
  /** `@keysmith/automox`. */
  readonly package: string;
  /** Version at the base that the finding was found from: with the next release it is over. */
  readonly base: string;
  /** `type/result-nullable`: of one verdict; the other axis counts as before. */
  readonly rule: string;
  /** `GET /keys`, one that the finding names. */
  readonly operation: string | undefined;
  /** `#/components/schemas/ApiKey`, where the finding stands. */
  readonly pointer: string | undefined;
  /** What it asks for instead. */
  readonly bump: Level;
  readonly reason: string;
}

/** A waiver that cannot be carried out, and what to do about it. */
export interface Misfit {
  readonly waiver: Waiver;
  readonly reason: string;
}

/** Whether a waiver is about a finding of its package. */
export function applies({ rule, operation, pointer }: Waiver, finding: Finding): boolean {
  return (
    verdictsOf(finding).some((verdict) => verdict.rule === rule) &&
    (operation === undefined || finding.operations.includes(operation)) &&
    (pointer === undefined || finding.place?.pointer === pointer)
  );
}

/** What the axes say of a finding. */
export function verdictsOf({ wire, type }: Finding): readonly Verdict[] {
  return [wire, type].filter((verdict) => verdict !== undefined);
}

/** Two entries that say the same. */
export function sameWaiver(one: Waiver, other: Waiver): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** How to call a waiver in a message. */
export function waiverTitle({ package: name, rule, operation, pointer }: Waiver): string {
  return [name, rule, operation, pointer].filter((part) => part !== undefined).join(", ");
}
