import { clientCredentials } from "@keysmith/runtime";
import { type Check, type Checks, expectEqual, SECRET } from "./check.ts";
import { key, keysAt } from "./clients.ts";
import { createKeys, type Keys } from "./keys.ts";
import { run } from "./run.ts";

/** What a Worker may call: here, itself. */
interface Bindings {
  readonly SELF: { fetch(url: string): Promise<Response> };
}

interface Worker {
  test(controller: unknown, bindings: Bindings): Promise<void>;
  fetch(request: Request): Promise<Response>;
}

/**
 * A Worker that runs the scenario, and then has several requests use the same clients: made once, outside of requests,
 * as Workers do. What one request began, another one must not have to wait for.
 */
export function createWorker(origin: string, platform: string): Worker {
  const withTokens = (route: string): Keys => {
    const tokenUrl = `${origin}/${route}`;
    const bearerAuth = clientCredentials({ tokenUrl, clientId: "client", clientSecret: SECRET });
    return createKeys({ baseUrl: `${origin}/ok`, auth: { bearerAuth }, timeoutMs: 2000 });
  };
  const plain = keysAt(`${origin}/ok`);
  const observed = keysAt(`${origin}/ok`);
  observed.use({ onRequest: ({ request }) => request });
  const tokens = withTokens("token");
  const slowTokens = withTokens("slow-token");
  const path = "/users/{userId}/api_keys/{id}";
  const params = { path: { userId: 1, id: 3 }, query: { o: 2 } };
  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    method: async () => (await plain.getUserApiKey(key)).name,
    "raw GET": async () => (await plain.GET(path, { params })).data?.name,
    middleware: async () => (await observed.GET(path, { params })).data?.name,
    "OAuth2 token": async () => (await tokens.getUserApiKey(key)).name,
  };
  const given: Readonly<Record<string, () => Promise<unknown>>> = {
    ...calls,
    /** The platform gives up what a request has begun when that is answered. */
    "begin and leave": async () => void slowTokens.getUserApiKey(key).catch(() => {}),
    "go on": async () => (await slowTokens.getUserApiKey(key)).name,
  };
  return {
    test: async (_controller, { SELF }) => {
      const answerOf = async (name: string): Promise<string> =>
        (await SELF.fetch(`http://self/${encodeURIComponent(name)}`)).text();
      const checks = Object.keys(calls).map((name): [string, Check] => [
        `client shared by requests: ${name}`,
        async () => {
          const together = [name, name, name].map(answerOf);
          expectEqual(await Promise.all(together), ["deploy", "deploy", "deploy"], "at once");
          expectEqual(await answerOf(name), "deploy", "once more");
        },
      ]);
      const leaving: Checks = {
        "token asked for by a request that is over": async () => {
          await answerOf("begin and leave");
          await new Promise((resolve) => setTimeout(resolve, 600));
          expectEqual(await answerOf("go on"), "deploy", "the next request");
        },
      };
      await run(origin, platform, { ...Object.fromEntries(checks), ...leaving });
    },
    fetch: async ({ url }) => {
      const call = given[decodeURIComponent(new URL(url).pathname.slice(1))];
      try {
        return new Response(String(await call?.()));
      } catch (error) {
        return new Response(`${String(error)} (${String(Object(error).cause)})`);
      }
    },
  };
}
