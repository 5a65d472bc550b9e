/** What the compiler must accept and refuse; checked by `tsc --noEmit`, never run. */
import { expectTypeOf } from "vitest";
import {
  type AbortError,
  type ApiCall,
  type ApiError,
  type CallMeta,
  type CallOptions,
  type Client,
  type ConfigError,
  type FetchClient,
  type NetworkError,
  type OperationMethods,
  type PagedCall,
  type ResponseParseError,
  type SafeResult,
  type TimeoutError,
  type WithResponse,
  isApiError,
  operation,
} from "../src/index.ts";

interface Key {
  name: string;
}
interface Problem {
  message: string;
}
interface Paths {
  "/keys/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never };
      requestBody?: never;
      responses: { 200: { headers: {}; content: { "application/json": Key } } };
    };
  };
}

interface AcmeClient extends Client<"acme"> {}
interface OtherClient extends Client<"other"> {}

interface GetKeyArgs {
  id: string;
}
interface ListKeysArgs {
  limit?: number;
}
interface GetKeyErrors {
  404: Problem;
  409: undefined;
  "5XX": { trouble: string };
}

const operations = {
  /** Gets a key. */
  getKey: operation<
    (client: AcmeClient, args: GetKeyArgs, options?: CallOptions) => ApiCall<Key, GetKeyErrors>
  >({
    id: "getKey",
    method: "GET",
    path: "/keys/{id}",
  }),
  listKeys: operation<
    (client: AcmeClient, args?: ListKeysArgs, options?: CallOptions) => PagedCall<Key[], {}, Key>
  >({
    id: "listKeys",
    method: "GET",
    path: "/keys",
    query: ["limit"],
  }),
  ping: operation<(client: AcmeClient, options?: CallOptions) => ApiCall<void>>({
    id: "ping",
    method: "GET",
    path: "/ping",
  }),
};
interface Acme extends FetchClient<Paths, "acme">, OperationMethods<typeof operations> {}

declare const acme: Acme;
declare const lean: AcmeClient;
declare const other: OtherClient;

export function methodsKeepTheirSignatures(): void {
  expectTypeOf(acme.getKey).toEqualTypeOf<
    (args: GetKeyArgs, options?: CallOptions) => ApiCall<Key, GetKeyErrors>
  >();
  expectTypeOf(acme.listKeys).toEqualTypeOf<
    (args?: ListKeysArgs, options?: CallOptions) => PagedCall<Key[], {}, Key>
  >();
  expectTypeOf(acme.ping).toEqualTypeOf<(options?: CallOptions) => ApiCall<void>>();
  void acme.listKeys();
  void acme.ping({ timeoutMs: 1000 });
}

export function wrongCallsDoNotCompile(): void {
  // @ts-expect-error -- a required argument is missing
  void acme.getKey({});
  // @ts-expect-error -- there is no such argument
  void acme.getKey({ id: "1", idd: "2" });
  // @ts-expect-error -- there is no such option
  void acme.getKey({ id: "1" }, { timeout: 1000 });
  // @ts-expect-error -- the wrong type
  void acme.getKey({ id: 1 });
}

export function clientsOfTwoApisAreDifferent(): void {
  void operations.getKey(acme, { id: "1" });
  void operations.getKey(lean, { id: "1" });
  // @ts-expect-error -- another API's client
  void operations.getKey(other, { id: "1" });
}

export async function safeNarrowsByStatus(): Promise<void> {
  const result = await acme.getKey({ id: "1" }).safe();
  if (result.ok) {
    expectTypeOf(result.data).toEqualTypeOf<Key>();
    return;
  }
  const { error } = result;
  if (error.status === 404) expectTypeOf(error.body).toEqualTypeOf<Problem>();
  else if (error.status === 409) expectTypeOf(error.body).toEqualTypeOf<undefined>();
  else if (error.status === 503) expectTypeOf(error.body).toEqualTypeOf<{ trouble: string }>();
  else if (error.status === 418) expectTypeOf(error.body).toEqualTypeOf<unknown>();
  else if (error.status === undefined) expectTypeOf(error.message).toEqualTypeOf<string>();
}

export function safeNamesEverythingThatCanHappen(): void {
  type Result = SafeResult<Key>;
  expectTypeOf<Extract<Result, { ok: true }>["meta"]>().toEqualTypeOf<CallMeta>();
  expectTypeOf<Extract<Result, { ok: false }>["meta"]>().toEqualTypeOf<CallMeta | undefined>();
  type Failure = Extract<Result, { ok: false }>["error"];
  expectTypeOf<Extract<Failure, { phase: string }>>().toEqualTypeOf<TimeoutError>();
  expectTypeOf<Extract<Failure, { attempts: number }>>().toEqualTypeOf<NetworkError | TimeoutError>();
  expectTypeOf<Extract<Failure, { reason: unknown }>>().toEqualTypeOf<AbortError>();
  expectTypeOf<Extract<Failure, { excerpt: string }>>().toEqualTypeOf<ResponseParseError>();
  type Known = ApiError | AbortError | NetworkError | ResponseParseError | TimeoutError;
  expectTypeOf<Exclude<Failure, Known>>().toEqualTypeOf<ConfigError>();
  expectTypeOf<302>().toExtend<ApiError["status"]>();
  expectTypeOf<TimeoutError["phase"]>().toEqualTypeOf<"connect" | "headers" | "body" | "deadline">();
  expectTypeOf<TimeoutError["timeoutMs"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<WithResponse<Key>>().toEqualTypeOf<{
    readonly data: Key;
    readonly response: Response;
    readonly meta: CallMeta;
  }>();
}

export async function defaultIsTheRest(): Promise<void> {
  const call = {} as ApiCall<Key, { 404: Problem; default: { code: number } }>;
  const result = await call.safe();
  if (result.ok) return;
  if (result.error.status === 404) expectTypeOf(result.error.body).toEqualTypeOf<Problem>();
  if (result.error.status === 400) expectTypeOf(result.error.body).toEqualTypeOf<{ code: number }>();
}

export function caughtErrorsNarrowToo(error: unknown): void {
  if (isApiError(error)) expectTypeOf(error.body).toEqualTypeOf<unknown>();
  if (isApiError(error, operations.getKey, 404)) {
    expectTypeOf(error).toEqualTypeOf<ApiError<404, Problem>>();
  }
  if (isApiError(error, operations.getKey, 502))
    expectTypeOf(error.body).toEqualTypeOf<{ trouble: string }>();
  if (isApiError(error, operations.getKey, 418)) expectTypeOf(error.body).toEqualTypeOf<unknown>();
  if (isApiError(error, operations.getKey) && error.status === 404) {
    expectTypeOf(error.body).toEqualTypeOf<Problem>();
  }
  if (isApiError(error, operations.listKeys, 404)) expectTypeOf(error.body).toEqualTypeOf<unknown>();
}

export async function theClientIsAnOpenapiFetchClient(): Promise<void> {
  const { data } = await acme.GET("/keys/{id}", { params: { path: { id: "1" } } });
  expectTypeOf(data).toEqualTypeOf<Key | undefined>();
  // @ts-expect-error -- no such path
  void acme.GET("/nothing");
}

export async function pagesAndItemsAreTyped(): Promise<void> {
  for await (const key of acme.listKeys().items({ maxItems: 3 })) expectTypeOf(key).toEqualTypeOf<Key>();
  for await (const page of acme.listKeys().pages()) expectTypeOf(page).toEqualTypeOf<Key[]>();
}
