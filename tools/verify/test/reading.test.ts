import { expect, test } from "vitest";
import { ENVIRONMENT, KEY, run } from "./run.ts";
import { type Asked, startServer } from "./server.ts";

/** What is sent, and above all what is not. */

const USER = ["--arg", "userId=1", "--arg", "o=2"];

function sentTo(asked: readonly Asked[]): readonly string[] {
  return asked.map(({ method, target }) => `${method} ${target}`);
}

test.each(["automox", "cartovista", "gr4vy", "occam", "turbosmtp"])(
  "nothing that may write is sent to %s without --allow-writes",
  async (provider) => {
    await using server = await startServer(() => ({ body: [] }));
    const id = "00000000-0000-4000-8000-000000000009";
    const given = {
      automox: [...USER, "--arg", "getOrganizationApiKeys.id=2", "--arg", "getUserApiKey.id=3"],
      cartovista: ["--arg", "tenantUrlCode=acme", "--arg", `UserIdentifier=${id}`, "--arg", `id=${id}`],
      gr4vy: ["--arg", "api_key_pair_id=SopiN5XU0IWy8Xe9mwx1ICQbKh4-ydCDPx3LIyArkVI"],
      occam: ["--arg", `uuid=${id}`],
      turbosmtp: ["--arg", "consumerKey=b914ad238d0e8e8851b81e86ce46ae1d"],
    }[provider];
    const ran = await run([provider, "--base-url", server.url, ...(given ?? [])]);
    expect(new Set(server.asked.map(({ method }) => method))).toEqual(new Set(["GET"]));
    const written = ran.report?.checks.filter(({ method }) => method !== "GET") ?? [];
    expect(written.length).toBeGreaterThan(1);
    expect(new Set(written.map(({ verdict }) => verdict))).toEqual(new Set(["skipped"]));
  },
);

test("a POST that reveals a secret is a write, also when it is named", async () => {
  await using server = await startServer(() => ({ body: { api_key: "x" } }));
  const argv = [
    "automox",
    "--base-url",
    server.url,
    ...USER,
    "--arg",
    "decryptUserApiKey.id=3",
    "--only",
    "decryptUserApiKey",
  ];
  const ran = await run(argv);
  expect(server.asked.filter(({ method }) => method !== "GET")).toEqual([]);
  expect(ran.report?.checks.find(({ operation }) => operation === "decryptUserApiKey")).toMatchObject({
    verdict: "skipped",
    reason: "it writes: --allow-writes",
  });
});

test("ids come from lists, and nobody's id and credential are tried last", async () => {
  const uuid = "3f1c9f4e-7b1d-4c57-9d53-3c5f3c1a0c11";
  const key = { uuid, name: "n", api_key: "sk-***", created: "2024-10-01T09:30:00Z", last_used: null };
  await using server = await startServer(({ target }) => (target === "/keys/" ? { body: [key] } : undefined));
  const ran = await run(["occam", "--base-url", server.url]);
  const sent = sentTo(server.asked);
  expect(sent.slice(0, 2)).toEqual(["GET /keys/", `GET /keys/${uuid}/usage`]);
  expect(sent[2]).toMatch(/^GET \/keys\/[\da-f-]{36}\/usage$/);
  expect(sent[2]).not.toContain(uuid);
  expect(sent.slice(3)).toEqual(["GET /keys/", `GET /keys/${uuid}/usage`]);
  const sentBearers = server.asked.map(({ headers }) => headers.authorization === `Bearer ${KEY}`);
  expect(sentBearers).toEqual([true, true, true, false, false]);
  expect(ran.report?.checks[1]?.arguments).toEqual([{ name: "uuid", from: "listKeys" }]);
});

test("what lacks an argument is skipped, and says which one makes it checkable", async () => {
  await using server = await startServer(() => ({ body: { results: [], size: 0 } }));
  const ran = await run(["automox", "--base-url", server.url, ...USER]);
  const reasons = ran.report?.checks.filter(
    ({ method, verdict }) => method === "GET" && verdict === "skipped",
  );
  expect(reasons?.map(({ operation, reason }) => `${operation}: ${reason}`)).toEqual([
    "getUserApiKey: needs --arg getUserApiKey.id=…, which getUserApiKeys gave none of",
    "getOrganizationApiKeys: needs --arg getOrganizationApiKeys.id=…",
  ]);
});

test("arguments come from the command line, else a file, else the environment", async () => {
  await using server = await startServer(() => ({ body: { results: [], size: 0 } }));
  const file = new URL("fixtures/arguments.json", import.meta.url).pathname;
  const environment = {
    ...ENVIRONMENT,
    AUTOMOX_ARG_USER_ID: "11",
    AUTOMOX_ARG_O: "12",
    AUTOMOX_ARG_GET_ORGANIZATION_API_KEYS__ID: "13",
  };
  const argv = ["automox", "--base-url", server.url, "--args", file, "--arg", "userId=31"];
  await run(argv, { environment });
  expect(sentTo(server.asked).slice(0, 2)).toEqual(["GET /users/31/api_keys?o=22", "GET /orgs/13/api_keys"]);
});

test("no more requests are sent than allowed", async () => {
  await using server = await startServer(() => ({ body: { results: [], size: 0 } }));
  const ran = await run(["automox", "--base-url", server.url, ...USER, "--max-requests", "2"]);
  expect(server.asked).toHaveLength(2);
  expect(ran.report?.checks.at(-5)).toMatchObject({ reason: "no requests are left (--max-requests)" });
});

test("calls keep their distance", async () => {
  await using server = await startServer(() => ({ body: [] }));
  const start = performance.now();
  await run(["occam", "--base-url", server.url, "--pause", "300"]);
  expect(server.asked.length).toBeGreaterThan(1);
  expect(performance.now() - start).toBeGreaterThan(300 * (server.asked.length - 1));
});

test("a server that throttles is asked again when it says so", async () => {
  let first = true;
  await using server = await startServer(() => {
    const throttled = first;
    first = false;
    return throttled ? { status: 429, headers: { "retry-after": "1" } } : { body: [] };
  });
  const start = performance.now();
  const ran = await run(["occam", "--base-url", server.url, "--retries", "1"]);
  expect(performance.now() - start).toBeGreaterThan(990);
  expect(ran.report?.checks[0]).toMatchObject({ status: 200, requests: 2 });
  // It is an answer like any other: the document should know it.
  expect(ran.report?.checks[0]?.drifts).toMatchObject([{ kind: "status", change: 'add "429"' }]);
});

test("a dry run sends nothing", async () => {
  await using server = await startServer(() => ({ body: [] }));
  const ran = await run(["automox", "--base-url", server.url, ...USER, "--dry-run"]);
  expect(server.asked).toEqual([]);
  expect(ran.out).toContain("called with userId from --arg, o from --arg");
  expect(ran.out).toContain("skipped: it writes (--allow-writes)");
  expect(ran.exitCode).toBe(0);
});

test("a dry run tells of writes what they would be done to, and what they lack", async () => {
  const lacking = await run(["automox", "--allow-writes", "--arg", "userId=1", "--dry-run"]);
  expect(lacking.out.match(/skipped: createUserApiKey needs --arg o=…/g)).toHaveLength(4);
  expect(lacking.out).toContain("skipped: needs --arg getUserApiKey.id=… and --arg o=…");
  const whole = await run(["automox", "--allow-writes", ...USER, "--dry-run"]);
  expect(whole.out).toContain("called, and what it makes deleted");
  expect(whole.out.match(/called on what createUserApiKey makes/g)).toHaveLength(3);
});

test("a run that is ended sends nothing more", async () => {
  const ending = new AbortController();
  await using server = await startServer(() => {
    ending.abort(new Error("the run was ended"));
    return { body: [] };
  });
  const ran = await run(["occam", "--base-url", server.url], { signal: ending.signal });
  expect(server.asked).toHaveLength(1);
  expect(ran.exitCode).toBe(3);
});
