import type { Operation } from "@keysmith/generator";
import type { Cell, Material } from "./cell.ts";
import { callCells } from "./call.ts";
import { credentialCells } from "./credential.ts";
import { negativeCells } from "./negative.ts";
import { pagesCells } from "./pages.ts";
import { requestCells } from "./request.ts";
import { responseCells } from "./response.ts";
import { typeCells } from "./type.ts";

/** Every cell of a document, in its order. Pure: the same document gives the same cells. */
export function cellsOf(material: Material): readonly Cell[] {
  return material.api.operations.flatMap((operation) => cellsOfOperation(material, operation));
}

/** Where something of an operation stands in the document; references are followed. */
export type Locate = (...keys: readonly string[]) => string;

function cellsOfOperation(material: Material, operation: Operation): readonly Cell[] {
  const { api, document, samples } = material;
  const required = samples(api, operation, "required");
  const locate: Locate = (...keys) =>
    document.follow(document.at(operation.pointer, ...keys))?.pointer ?? operation.pointer;
  const { pointer } = operation;
  return [
    ...requestCells(operation, required, samples(api, operation, "all"), locate),
    { kind: "function", operation, pointer, title: "as a free function", args: required },
    ...responseCells(operation, required, locate),
    ...credentialCells(operation, required, api.schemes),
    ...negativeCells(material, operation, required),
    ...pagesCells(operation, required, locate),
    ...callCells(api, operation, required),
    ...typeCells(operation, locate),
  ];
}
