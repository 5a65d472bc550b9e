import type { Snapshot } from "./snapshot/snapshot.ts";
import { typeChanges } from "./types/index.ts";
import type { Finding, TypeChange, WireChange } from "./verdict/finding.ts";

/**
 * What differs between two states of a package, on the wire and for the compiler, and how much each difference asks of
 * those who use it. In the order of the document.
 */
export async function judge(before: Snapshot, after: Snapshot): Promise<readonly Finding[]> {
  const [wire, types] = await Promise.all([wireChanges(before, after), typeChanges(before, after)]);
  return join(wire, types);
}

async function wireChanges(_before: Snapshot, _after: Snapshot): Promise<readonly WireChange[]> {
  return [];
}

function join(_wire: readonly WireChange[], _types: readonly TypeChange[]): readonly Finding[] {
  return [];
}
