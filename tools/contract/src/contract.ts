import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import {
  check,
  load,
  read,
  sampleArguments,
  sampleContent,
  type Api,
  type JsonObject,
} from "@keysmith/generator";
import type { Cell } from "./cells/cell.ts";
import { cellsOf } from "./cells/cells.ts";
import { openDocument, type Document } from "./document/document.ts";
import { createValidator, type Validator } from "./judge/validator.ts";

/** A document as the suite uses it. */
export interface Contract {
  readonly api: Api;
  /** As it was written: what the mock serves. */
  readonly document: JsonObject;
  readonly opened: Document;
  readonly validator: Validator;
  readonly cells: readonly Cell[];
  /** File and line of a JSON pointer, `openapi.yaml:12:5`. */
  readonly place: (pointer: string) => string;
}

/** Reads a document and derives its cells. Throws `SpecProblems` when the generator refuses it. */
export async function readContract(spec: URL, name: string): Promise<Contract> {
  const source = await load(fileURLToPath(spec));
  check(source);
  const api = read(source, name);
  const opened = openDocument(source.document);
  const validator = createValidator(opened);
  const material = { api, document: opened, validator, samples: sampleArguments, sample: sampleContent };
  return {
    api,
    document: source.document,
    opened,
    validator,
    cells: cellsOf(material),
    place: (pointer) => {
      const { file, line, column } = source.problem("error", pointer, "");
      return `${relative(process.cwd(), file)}:${line}:${column}`;
    },
  };
}
