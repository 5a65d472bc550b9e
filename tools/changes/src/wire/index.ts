import type { Snapshot } from "../snapshot/snapshot.ts";
import type { WireChange } from "../verdict/finding.ts";
import { type Change, changesOf } from "./change.ts";
import { exampleChanges } from "./examples.ts";
import { differences } from "./redocly.ts";
import { rowsOf } from "./rows.ts";
import { securityChanges } from "./security.ts";
import { serverChanges } from "./servers.ts";
import { single } from "./single.ts";

/**
 * What a server, or an old client on the wire, would notice between two states, and what their documents say in other
 * words for people. What they say in other words to the same effect is nothing.
 */
export async function wireChanges(before: Snapshot, after: Snapshot): Promise<readonly WireChange[]> {
  const [was, is] = [before.source, after.source];
  if (was.bundled === is.bundled) return [];
  const found = await differences(was.document, is.document);
  const changes = changesOf(
    found.flatMap((difference) => single(difference, was.document, is.document)),
    was,
    is,
  );
  return [
    ...rowsOf(
      changes.filter((change) => !isComparedWhole(change)),
      was,
      is,
    ),
    ...serverChanges(before.api, after.api),
    ...securityChanges(before.api, after.api),
    ...exampleChanges(was, is),
  ];
}

/** What is compared as a whole: the servers of the document, and what an operation needs to be called. */
function isComparedWhole({ typeName, kind, property, after, before }: Change): boolean {
  const pointer = (after ?? before)?.pointer ?? "";
  if (typeName.startsWith("SecurityRequirement")) return true;
  if (typeName === "SecurityScheme") return kind !== "modified" || property === "key";
  return typeName.startsWith("Server") && pointer.startsWith("#/servers") && property !== "description";
}
