import { fileURLToPath } from "node:url";
import { check, load, read, sampleArguments, type Api, type JsonObject } from "@keysmith/generator";
import type { Cell } from "./cells/cell.ts";
import { cellsOf } from "./cells/cells.ts";
import { createSchemas, type Schemas } from "./judge/schemas.ts";

/** A document as the suite uses it. */
export interface Contract {
  readonly api: Api;
  readonly document: JsonObject;
  readonly schemas: Schemas;
  readonly cells: readonly Cell[];
}

/** Reads a document and derives its cells. Throws `SpecProblems` when the generator refuses it. */
export async function readContract(spec: URL, name: string): Promise<Contract> {
  const source = await load(fileURLToPath(spec));
  check(source);
  const api = read(source, name);
  return {
    api,
    document: source.document,
    schemas: createSchemas(source.document),
    cells: cellsOf(api, sampleArguments),
  };
}
