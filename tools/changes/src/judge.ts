import type { Snapshot } from "./snapshot/snapshot.ts";
import { typeChanges } from "./types/index.ts";
import type { Finding } from "./verdict/finding.ts";
import { join } from "./verdict/join.ts";
import { orderOf } from "./verdict/order.ts";
import { wireChanges } from "./wire/index.ts";
import { reached } from "./wire/reach.ts";

/**
 * What differs between two states of a package, on the wire and for the compiler, and how much each difference asks of
 * those who use it. In the order of the document.
 */
export async function judge(before: Snapshot, after: Snapshot): Promise<readonly Finding[]> {
  const [wire, types] = await Promise.all([wireChanges(before, after), typeChanges(before, after)]);
  const documents = { before: before.source.document, after: after.source.document };
  return join(wire, types, orderOf(documents.before, documents.after), (side, pointer) => [
    ...reached(documents[side], pointer),
  ]);
}
