import {
  createAutomox,
  createClient as createLeanClient,
  getUserApiKey,
  type paths,
} from "@keysmith/automox";
import createClient from "openapi-fetch";
import { type Measurement, measure } from "./measure.ts";

const BASE_URL = "https://console.automox.com/api";
const TOKEN = "token";
const ANSWER = JSON.stringify({ id: 3, name: "deploy", is_enabled: true, expires_at: null });
const CALLS = 2_000;

/** Answers at once, without a network: what is left is what the client costs. */
async function stub(): Promise<Response> {
  return new Response(ANSWER, { headers: { "content-type": "application/json" } });
}

/** What one call costs, against a `fetch` written by hand. Times are per {@link CALLS} calls. */
export async function measureCalls(rounds: number): Promise<Measurement[]> {
  const automox = createAutomox({ auth: { bearerAuth: TOKEN }, fetch: stub });
  const lean = createLeanClient({ auth: { bearerAuth: TOKEN }, fetch: stub });
  const bare = createClient<paths>({
    baseUrl: BASE_URL,
    fetch: stub,
    headers: { authorization: `Bearer ${TOKEN}` },
  });
  const params = { path: { userId: 1, id: 3 }, query: { o: 2 } };
  const tasks: readonly [string, () => Promise<unknown>][] = [
    ["new Request, fetch and json() by hand", byHand],
    ["openapi-fetch alone", () => bare.GET("/users/{userId}/api_keys/{id}", { params })],
    ["raw GET of our client", () => automox.GET("/users/{userId}/api_keys/{id}", { params })],
    ["operation as a method", () => automox.getUserApiKey({ userId: 1, id: 3, o: 2 })],
    ["operation as a free function", () => getUserApiKey(lean, { userId: 1, id: 3, o: 2 })],
  ];
  return measure(
    tasks.map(([name, call]) => ({ name, run: () => repeat(call) })),
    rounds,
  );
}

async function byHand(): Promise<unknown> {
  const url = `${BASE_URL}/users/${encodeURIComponent(1)}/api_keys/${encodeURIComponent(3)}?o=2`;
  const request = new Request(url, {
    headers: { authorization: `Bearer ${TOKEN}`, accept: "application/json" },
  });
  const response = await (stub as typeof fetch)(request);
  return response.json();
}

async function repeat(call: () => Promise<unknown>): Promise<void> {
  for (let count = 0; count < CALLS; count += 1) await call();
}
