import type { CorpusDocument } from "./document.ts";

/** What a document goes through, in this order; what follows a failure may be left out. */
export const stages = ["generate", "tsc 5.9", "tsc 7", "import", "call"] as const;

export type Stage = (typeof stages)[number];

/** Something that did not work. */
export interface Failure {
  readonly stage: Stage;
  readonly message: string;
  /** Of a problem in the document. */
  readonly pointer?: string;
}

/** How it went with one document. */
export interface Result {
  readonly document: CorpusDocument;
  /** Version of OpenAPI. */
  readonly version: string;
  readonly bytes: number;
  readonly operations: number | undefined;
  readonly generateMs: number | undefined;
  readonly peakMb: number | undefined;
  /** Number of warnings by rule. */
  readonly warnings: Readonly<Record<string, number>>;
  /** Milliseconds by kind of work. */
  readonly spent: Readonly<Record<string, number>>;
  /** Stages that went well. */
  readonly done: readonly Stage[];
  readonly calls: number;
  readonly failures: readonly Failure[];
}
