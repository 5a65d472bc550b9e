import type { Cell } from "../cells/cell.ts";
import type { Contract } from "../contract.ts";
import type { Subject } from "../subject.ts";
import { answerMutants } from "./answers.ts";
import { apiMutants } from "./apis.ts";
import { clientMutants } from "./clients.ts";
import { definitionMutants } from "./definitions.ts";
import { exportMutants } from "./exports.ts";
import { journalMutants, mockMutants } from "./mocks.ts";
import type { Mutant } from "./mutant.ts";
import { requestMutants } from "./requests.ts";
import type { Sent } from "./sent.ts";

/**
 * Every mutant of a package: whatever its document names, broken once in every way, in the order of the document.
 *
 * @param sent - What each cell sends when nothing is broken.
 */
export function mutantsOf(
  { package: exports }: Subject,
  contract: Contract,
  sent: ReadonlyMap<Cell, Sent>,
): readonly Mutant[] {
  const { api, document } = contract;
  const cells = runnable(contract);
  return [
    ...answerMutants(cells),
    ...requestMutants(api, cells, sent),
    ...definitionMutants(api, cells, exports),
    ...apiMutants(api, cells),
    ...clientMutants(api, cells),
    ...exportMutants(api, cells, exports),
    ...mockMutants(document, cells),
    ...journalMutants(cells),
  ];
}

/** Types are the compiler's to judge: nothing that is broken here reaches it. */
export function runnable({ cells }: Contract): readonly Cell[] {
  return cells.filter(({ kind }) => kind !== "type" && kind !== "uncheckable");
}
