import type { ClientOptions } from "@keysmith/runtime";
import createClient from "openapi-fetch";
import { type Measurement, measure } from "./measure.ts";
import { type SampleCall, sampleCall } from "./sample.ts";

const BASE_URL = "https://api.example.com";
const TOKEN = "any:token";
const CALLS = 2_000;

/** What every package exports, as far as it matters here. */
type Factory = (
  options: ClientOptions,
) => Record<string, (args: object, options?: object) => PromiseLike<unknown>>;
type FreeFunction = (client: object, args: object) => PromiseLike<unknown>;

/** What one call costs, against a `fetch` written by hand. Times are per {@link CALLS} calls. */
export async function measureCalls(rounds: number): Promise<Measurement[]> {
  const sample = await sampleCall();
  const { api, operation, args, params, exports } = sample;
  const stub = stubOf(sample);
  const auth = Object.fromEntries(api.schemes.map(({ name }) => [name, TOKEN]));
  const options = { baseUrl: BASE_URL, auth, fetch: stub };
  const client = (exports[`create${api.typeName}`] as Factory)(options);
  const lean = (exports["createClient"] as Factory)(options);
  const call = exports[operation.name] as FreeFunction;
  const headers = { authorization: `Bearer ${TOKEN}` };
  const bare = createClient<Record<string, { get: { responses: Record<number, unknown> } }>>({
    baseUrl: BASE_URL,
    fetch: stub,
    headers,
  });
  const tasks: readonly [string, () => PromiseLike<unknown> | undefined][] = [
    ["new Request, fetch and json() by hand", () => byHand(sample, stub)],
    ["openapi-fetch alone", () => bare.GET(operation.path, { params })],
    ["raw GET of our client", () => client["GET"]?.(operation.path as never, { params })],
    ["operation as a method", () => client[operation.name]?.(args)],
    ["operation as a free function", () => call(lean, args)],
  ];
  return measure(
    tasks.map(([name, one]) => ({ name, run: () => repeat(one) })),
    rounds,
  );
}

/** Answers at once, without a network: what is left is what the client costs. */
function stubOf({ answer }: SampleCall): typeof fetch {
  return async () => new Response(answer, { headers: { "content-type": "application/json" } });
}

async function byHand({ operation, params }: SampleCall, stub: typeof fetch): Promise<unknown> {
  const path = operation.path.replaceAll(/\{([^{}]*)\}/g, (_, name: string) =>
    encodeURIComponent(String(params.path[name])),
  );
  const query = new URLSearchParams(
    Object.entries(params.query).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const request = new Request(`${BASE_URL}${path}?${query}`, {
    headers: { authorization: `Bearer ${TOKEN}`, accept: "application/json" },
  });
  const response = await stub(request);
  return response.json();
}

async function repeat(call: () => PromiseLike<unknown> | undefined): Promise<void> {
  for (let count = 0; count < CALLS; count += 1) await call();
}
