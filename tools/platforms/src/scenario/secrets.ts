import { clientCredentials, ConfigError, request } from "@keysmith/runtime";
import { type Checks, expectEqual, expectTrue, failureOf, SECRET } from "./check.ts";
import { key, keysAt, leanAt } from "./clients.ts";
import { createKeys, createUserApiKey, getUserApiKey } from "./keys.ts";

/** Printed before what must not show the key: the runner reads what the process prints. */
export const PRINTED = "printed by the platform:";

/** Where keys come from, and where they must not turn up. */
export const secrets: Checks = {
  "key from the environment": async (at) => {
    const client = createKeys({ baseUrl: at("echo") });
    const sent = Object(await client.getUserApiKey(key));
    expectEqual(sent.headers.authorization, `Bearer ${SECRET}`, "header");
  },
  "key that cannot travel": async (at) => {
    const broken = `${SECRET}\r\nx-injected: yes`;
    const error = await failureOf(
      (async () => createKeys({ baseUrl: at("ok"), auth: { bearerAuth: broken } }))(),
    );
    expectTrue(error instanceof ConfigError, `a ConfigError, found ${String(error)}`);
    expectTrue(!error.message.includes(SECRET), "no key in the message");
  },
  "token from an OAuth2 flow": async (at) => {
    const provider = clientCredentials({
      tokenUrl: `${at("token")}`,
      clientId: "client",
      clientSecret: SECRET,
    });
    const client = leanAt(at("echo"), { auth: { bearerAuth: provider } });
    const sent = Object(await getUserApiKey(client, key));
    expectEqual(sent.headers.authorization, "Bearer token-of-client", "header");
  },
  curl: async (at) => {
    const body = { name: "it's" };
    const prepared = await request(leanAt(at("ok")), createUserApiKey, { userId: 1, o: 2, body });
    expectTrue(prepared instanceof Request, "a Request");
    const line = prepared.curl();
    const expected = [`-H 'authorization: [redacted]'`, String.raw`--data-raw '{"name":"it'\''s"}'`];
    for (const part of expected) expectTrue(line.includes(part), `${part} in ${line}`);
    expectEqual(prepared.headers.get("authorization"), `Bearer ${SECRET}`, "header of the request itself");
  },
  "a walk over the client finds no key": async (at) => {
    for (const client of [keysAt(at("ok")), leanAt(at("ok"))]) {
      await Object(client).getUserApiKey?.(key);
      expectTrue(!JSON.stringify(client).includes(SECRET), "no key in JSON");
      expectTrue(!reaches(client, new Set()), "no key in any property");
    }
  },
  "printing shows no key": async (at) => {
    const client = keysAt(at("missing"));
    const error = await failureOf(client.getUserApiKey(key));
    expectTrue(!JSON.stringify(error).includes(SECRET), "no key in the JSON of an error");
    // oxlint-disable-next-line no-console -- how each platform shows an object is what is tested
    console.log(PRINTED, client, error, String(error), Object(error).stack);
  },
};

/** Whether the key can be reached through properties: own, inherited, hidden and symbols. */
function reaches(value: unknown, seen: Set<unknown>): boolean {
  if (typeof value === "string") return value.includes(SECRET);
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return false;
  if (seen.has(value) || value === globalThis) return false;
  seen.add(value);
  if (value instanceof Map || value instanceof Set) return [...value].some((member) => reaches(member, seen));
  return Reflect.ownKeys(value).some((name) => {
    const property = Object.getOwnPropertyDescriptor(value, name);
    return property !== undefined && "value" in property && reaches(property.value, seen);
  });
}
