import type { Api, Operation } from "@keysmith/generator";
import type { Cell, Samples } from "./cell.ts";
import { credentialCells } from "./credential.ts";
import { pagesCells } from "./pages.ts";
import { requestCells } from "./request.ts";
import { responseCells } from "./response.ts";

/** Every cell of a document, in its order. Pure: the same document gives the same cells. */
export function cellsOf(api: Api, samples: Samples): readonly Cell[] {
  return api.operations.flatMap((operation) =>
    cellsOfOperation(operation, (which) => samples(api, operation, which)),
  );
}

function cellsOfOperation(
  operation: Operation,
  sample: (which: "required" | "all") => ReturnType<Samples>,
): readonly Cell[] {
  const required = sample("required");
  return [
    ...requestCells(operation, required, sample("all")),
    { kind: "function", operation, title: "as a free function", args: required },
    ...responseCells(operation, required),
    ...credentialCells(operation, required),
    ...pagesCells(operation, required),
  ];
}
