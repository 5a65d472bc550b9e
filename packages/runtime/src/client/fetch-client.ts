import type { ApiDefinition, Method, OperationDefinition } from "../definition.ts";
import {
  checkMiddleware,
  type FetchMethods,
  type FetchMiddleware,
  observe,
} from "../transport/openapi-fetch.ts";
import { type Client, createApiClient, mergeOptions } from "./client.ts";
import { engine } from "./engine.ts";
import type { ApiClientOptions, ClientOptions } from "./options.ts";
import { rawCall, type RawInit, type RawResult } from "./raw-call.ts";

/** A {@link Client} that is an openapi-fetch client, too: `GET`, `POST`, `use`, `eject` and so on for `Paths`. */
export interface FetchClient<Paths extends {}, Name extends string, Options extends object = ClientOptions>
  extends Client<Name, Options>, FetchMethods<Paths> {}

/** Operation functions as methods: the client is no longer an argument. Comments and parameter names survive. */
export type OperationMethods<Operations> = {
  readonly [Name in keyof Operations]: Operations[Name] extends (
    client: never,
    ...rest: infer Rest
  ) => infer Result
    ? (...rest: Rest) => Result
    : never;
};

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

/**
 * Makes a client with openapi-fetch's methods and one method per operation.
 *
 * @throws ConfigError as `createApiClient` does.
 */
export function createFetchClient<C extends Client<string, object>>(
  definition: ApiDefinition,
  options: ApiClientOptions,
  operations: object,
): C {
  const client = createApiClient<C>(definition, options);
  const behind = client[engine];
  const inUse = new Set<FetchMiddleware>();
  behind.observe = (exchange, draft, args) =>
    inUse.size > 0 ? observe(exchange, draft, args, [...inUse]) : exchange.deliver(draft);
  const documented = new Map<string, OperationDefinition>(
    Object.values(operations).map(({ definition: one }) => [`${one.method} ${one.path}`, one]),
  );
  const request = (given: string, path: string, init?: RawInit): Promise<RawResult> => {
    const method = given.toUpperCase() as Method;
    return rawCall(behind, inUse, documented.get(`${method} ${path}`) ?? { method, path }, init);
  };
  const withOptions = (changes: ApiClientOptions): C => {
    const derived = createFetchClient<C & FetchMethods<{}>>(
      definition,
      mergeOptions(options, changes),
      operations,
    );
    derived.use(...inUse);
    return derived;
  };
  return Object.assign(client, {
    request,
    ...Object.fromEntries(methods.map((method) => [method, request.bind(undefined, method)])),
    ...Object.fromEntries(
      Object.entries(operations).map(([name, call]) => [name, call.bind(undefined, client)]),
    ),
    use(...middleware: FetchMiddleware[]) {
      checkMiddleware(middleware);
      for (const one of middleware) inUse.add(one);
    },
    eject(...middleware: FetchMiddleware[]) {
      for (const one of middleware) inUse.delete(one);
    },
    withOptions,
  });
}
