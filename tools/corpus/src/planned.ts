import type { Json } from "@keysmith/generator";

/** One call of the usage program, what must arrive, and what is answered. */
export interface PlannedCall {
  /** JSON pointer of the operation. */
  readonly pointer: string;
  /** Its key in what `connect` of the usage program returns. */
  readonly key: string;
  readonly method: string;
  /** As the document writes it, `/pets/{id}`. */
  readonly path: string;
  /** Values that stand in the path, as they must be read there. */
  readonly inPath: Readonly<Record<string, string>>;
  readonly answer: PlannedAnswer;
}

export interface PlannedAnswer {
  readonly status: number;
  readonly mediaType?: string;
  /** As it travels. */
  readonly text?: string;
  /** What the call has to resolve to, where that is not the text. */
  readonly json?: Json;
}

/** What the program that plans leaves beside the usage program. */
export interface Plan {
  readonly operations: number;
  readonly calls: readonly PlannedCall[];
}
