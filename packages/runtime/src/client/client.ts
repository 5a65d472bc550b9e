import type { FetchClient } from "../transport/openapi-fetch.ts";
import type { Engine, engine } from "./engine.ts";
import type { ClientOptions } from "./options.ts";

/**
 * A client of one API: openapi-fetch's `GET`, `POST`, `use`, `eject` and so on for the `paths` of its document, and the
 * first argument of its operation functions. `Name` keeps the clients of two APIs apart.
 */
export interface Client<
  Paths extends {},
  Name extends string,
  Options extends object = ClientOptions,
> extends FetchClient<Paths> {
  readonly [engine]: Engine<Name>;
  /**
   * A client with some options changed; this one stays as it is. Headers and credentials are added to its own.
   *
   * @example
   * const patient = automox.withOptions({ timeoutMs: 300_000 });
   */
  withOptions(options: Options): this;
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
