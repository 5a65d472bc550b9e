import type { FetchClient } from "../transport/openapi-fetch.ts";
import type { Engine, engine } from "./engine.ts";

/**
 * A client of one API: openapi-fetch's `GET`, `POST`, `use`, `eject` and so on for the `paths` of its document, and the
 * first argument of its operation functions. `Name` keeps the clients of two APIs apart.
 */
export interface Client<Paths extends {}, Name extends string> extends FetchClient<Paths> {
  readonly [engine]: Engine<Name>;
}

/** Operation functions as methods: the client is no longer an argument. Comments and parameter names survive. */
export type OperationMethods<Operations> = {
  readonly [Name in keyof Operations]: Operations[Name] extends (
    client: never,
    ...rest: infer Rest
  ) => infer Result
    ? (...rest: Rest) => Result
    : never;
};
