import type { Drift } from "../drift.ts";

/** The same difference in every item of a list is one, found in many places. */
export function merge(drifts: readonly Drift[]): readonly Drift[] {
  const merged = new Map<string, Drift>();
  for (const drift of drifts) {
    const at = drift.at?.replaceAll(/\/\d+(?=\/|$)/g, "/*");
    const key = JSON.stringify([drift.kind, at, drift.pointer, drift.found, drift.change]);
    const first = merged.get(key);
    merged.set(key, first === undefined ? drift : { ...first, times: (first.times ?? 1) + 1 });
  }
  return [...merged.values()];
}
