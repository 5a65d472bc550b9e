import type { JsonObject } from "@keysmith/generator";
import type { Exchange } from "@keysmith/mock";
import type { ApiDefinition, OperationDefinition } from "@keysmith/runtime";
import type { Cell } from "../cells/cell.ts";
import type { Given } from "./given.ts";
import type { Sent } from "./sent.ts";

/** Where something is broken. */
export type MutantKind = "answer" | "request" | "definition" | "api" | "client" | "export" | "mock";

/** One thing broken somewhere between an application and the mock: the suite must turn red. */
export interface Mutant {
  readonly kind: MutantKind;
  /** Unique in its package: `getKey, answer 404 application/json notFound: /error is dropped`. */
  readonly title: string;
  readonly sabotage: Sabotage;
  /** Cells that could see it, the likeliest first. */
  readonly cells: readonly Cell[];
}

/** A change of one thing, told in words. `undefined` where there is nothing to change. */
export interface Change<T> {
  readonly what: string;
  readonly make: (value: T) => T | undefined;
}

/** What is done to a package or the mock behind it. */
export interface Sabotage {
  /** Requests on their way to the mock. */
  readonly request?: (sent: Sent) => Sent | "twice" | "never" | undefined;
  /** Answers on their way to the client. */
  readonly answer?: (given: Given) => Given | "lost" | undefined;
  /** An operation as another generator would have written it, by the name of its function. */
  readonly definition?: readonly [name: string, OperationDefinition];
  /** The API as another generator would have written it. */
  readonly api?: ApiDefinition;
  /** The calls that a method of the client makes, by the name of the method. */
  readonly call?: readonly [name: string, (call: object) => unknown];
  /** Methods of the client as they would be in another package. */
  readonly methods?: Readonly<Record<string, unknown>>;
  /** Exports as they would be in another package. */
  readonly exports?: Readonly<Record<string, unknown>>;
  /** What the mock tells of an exchange. */
  readonly journal?: (exchange: Exchange) => Exchange;
  /** What the mock serves instead of the document. */
  readonly document?: JsonObject;
}
