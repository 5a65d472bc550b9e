import type { ApiDefinition } from "../definition.ts";
import { createEngine, type Engine, engine } from "./engine.ts";
import type { ApiClientOptions, ClientOptions } from "./options.ts";

/** A client of one API: the first argument of its operation functions. `Name` keeps the clients of two APIs apart. */
export interface Client<Name extends string, Options extends object = ClientOptions> {
  readonly [engine]: Engine<Name>;
  /**
   * A client with some options changed; this one stays as it is. Headers and credentials are added to its own.
   *
   * @example
   * const patient = automox.withOptions({ timeoutMs: 300_000 });
   */
  withOptions(options: Options): this;
}

/**
 * Makes a client from the data of its API.
 *
 * @throws ConfigError when an option is wrong: an unsafe base URL, a credential that cannot travel.
 */
export function createApiClient<C extends Client<string, object>>(
  definition: ApiDefinition,
  options: ApiClientOptions = {},
): C {
  const client = {
    withOptions: (changes: ApiClientOptions): C =>
      createApiClient(definition, mergeOptions(options, changes)),
  };
  // Nothing that walks over a client's properties comes across its headers.
  return Object.defineProperty(client, engine, { value: createEngine(definition, options) }) as unknown as C;
}

/** Options with some changed. */
export function mergeOptions(options: ApiClientOptions, changes: ApiClientOptions): ApiClientOptions {
  const headers = { ...options.headers, ...changes.headers };
  return { ...options, ...changes, headers, auth: { ...options.auth, ...changes.auth } };
}
