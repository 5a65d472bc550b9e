/** What a process of its own is told to do. */
export type Task = ExamplesTask | CellsTask;

export interface Place {
  /** A package laid out with its runtime and mock. */
  readonly folder: string;
  /** Name of the provider. */
  readonly name: string;
  /** The same, with a mock that this code was written for. */
  readonly tools: string;
}

/** Runs programs, one after the other. */
export interface ExamplesTask extends Place {
  readonly kind: "examples";
  /** File by number. */
  readonly programs: readonly (readonly [number, string])[];
  /** Variables of the environment that hold credentials. */
  readonly environment: readonly string[];
}

/** Runs the cells of the old document, `before.yaml` in the folder. */
export interface CellsTask extends Place {
  readonly kind: "cells";
  /** The factory of clients, `createAutomox`. */
  readonly factory: string;
  /** Operation and title of the cells to run; undefined for all. */
  readonly only: readonly string[] | undefined;
}

/** What it says as it goes. */
export type Message =
  | { readonly kind: "ran"; readonly program: number; readonly broken: string | undefined }
  | { readonly kind: "cells"; readonly cells: readonly CellMessage[] }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "done" };

export interface CellMessage {
  /** Operation and title. */
  readonly key: string;
  /** `GET /keys` of the old document. */
  readonly operation: string;
  readonly title: string;
  readonly pointer: string;
  readonly message: string;
  readonly before?: string;
  readonly after?: string;
}
