import { expect, test } from "vitest";
import { type KeysServer, type Quirks, startKeysServer } from "./keys-server.ts";
import { driftsOf, type Ran, run } from "./run.ts";
import { startServer } from "./server.ts";

/** With `--allow-writes`, a run deals with what it made, and with nothing else. */

async function runOn(server: KeysServer, signal?: AbortSignal): Promise<Ran> {
  const argv = ["automox", "--base-url", server.url, "--allow-writes", "--arg", "userId=1", "--arg", "o=2"];
  return run(argv, signal === undefined ? {} : { signal });
}

function told({ report }: Ran): readonly string[] {
  const written = report?.checks.filter(
    ({ method, check }) => method !== "GET" || / back|deleted/.test(check),
  );
  return (
    written?.map(({ operation, check, verdict, status }) => `${operation} ${check}: ${status} ${verdict}`) ??
    []
  );
}

async function quirky(quirks: Quirks, signal?: AbortSignal): Promise<{ ran: Ran; server: KeysServer }> {
  await using server = await startKeysServer(quirks);
  return { ran: await runOn(server, signal), server };
}

/** Whatever happened: ours is gone, the other is as it was. */
function expectOnlyTheOther({ keys }: KeysServer): void {
  expect([...keys.values()]).toEqual([{ id: 3, name: "production", is_enabled: true }]);
}

test("a key is made, read, changed, revealed and deleted", async () => {
  const { ran, server } = await quirky({});
  expect(told(ran)).toEqual([
    "createUserApiKey create: 200 same",
    "getUserApiKeys read back: 200 same",
    "getUserApiKey read back: 200 same",
    "updateUserApiKey change: 200 same",
    "decryptUserApiKey change: 200 same",
    "deleteUserApiKey delete: 204 same",
    "getUserApiKey read deleted: 404 same",
  ]);
  expect(server.written).toEqual([
    "POST /users/1/api_keys?o=2",
    "PUT /users/1/api_keys/101?o=2",
    "POST /users/1/api_keys/101/decrypt?o=2",
    "DELETE /users/1/api_keys/101?o=2",
  ]);
  const made = server.asked.find(({ method }) => method === "POST");
  expect(JSON.parse(made?.body ?? "")).toEqual({
    name: expect.stringMatching(/^keysmith-verify-[\da-f]{8}$/),
  });
  expectOnlyTheOther(server);
  expect(ran.everything).not.toContain("secret-of-key-101");
  expect(ran.exitCode).toBe(0);
});

test("drift in a change is reported, and the key deleted all the same", async () => {
  const { ran, server } = await quirky({
    "PUT /users/1/api_keys/{id}": () => ({ status: 500, body: "oops" }),
    "POST /users/1/api_keys/{id}/decrypt": () => ({ body: { api_key: 7, expires: "soon" } }),
  });
  expect(driftsOf(ran, "updateUserApiKey", "change")).toMatchObject([
    { kind: "status", change: 'add "500"' },
  ]);
  expect(driftsOf(ran, "decryptUserApiKey", "change").map(({ kind }) => kind)).toEqual([
    "schema",
    "property",
  ]);
  expectOnlyTheOther(server);
  expect(ran.exitCode).toBe(1);
});

test.each<[string, Quirks]>([
  ["an HTML page", { "POST /users/1/api_keys": () => ({ body: "<p>Done" }) }],
  ["a failure", { "POST /users/1/api_keys": () => ({ status: 502 }) }],
  ["no id", { "POST /users/1/api_keys": () => ({ body: { name: "x" } }) }],
])("a key whose creation is answered with %s is found by its name, and deleted", async (_, quirks) => {
  const { ran, server } = await quirky(quirks);
  expect(server.written.at(-1)).toBe("DELETE /users/1/api_keys/101?o=2");
  expectOnlyTheOther(server);
  expect(ran.report?.leftBehind).toEqual([]);
});

test.each<[string, Quirks]>([
  [
    "was there before",
    { "POST /users/1/api_keys": ({ body, ...rest }) => ({ ...rest, body: { ...Object(body), id: 3 } }) },
  ],
  [
    "has another name",
    {
      "POST /users/1/api_keys": ({ body, ...rest }) => ({ ...rest, body: { ...Object(body), id: 3 } }),
      // It is not listed before.
      "GET /users/1/api_keys": (usual, { target }) =>
        target.includes("limit") || calls++ < 2 ? { body: { results: [], size: 0 } } : usual,
    },
  ],
])("an id in the answer that %s is not touched", async (_, quirks) => {
  calls = 0;
  const { ran, server } = await quirky(quirks);
  expect(server.written).toEqual(["POST /users/1/api_keys?o=2"]);
  expect(server.keys.get(3)).toEqual({ id: 3, name: "production", is_enabled: true });
  expect(ran.report?.leftBehind[0]).toMatch(/did not make[^]*Its name would be keysmith-verify-[\da-f]{8}/);
  expect(ran.exitCode).toBe(3);
});

let calls = 0;

test("an id that comes with another name is not touched, where no list can tell", async () => {
  const { ran, server } = await quirky({
    "POST /users/1/api_keys": () => ({ body: { id: 3, name: "production" } }),
    "GET /users/1/api_keys": () => ({ status: 403, body: { errors: ["no"] } }),
  });
  expect(server.written).toEqual(["POST /users/1/api_keys?o=2"]);
  expect(server.keys.has(3)).toBe(true);
  expect(ran.report?.leftBehind).toEqual([expect.stringContaining("did not make")]);
});

test("a key is looked for where the creation was answered with a redirect that led nowhere", async () => {
  const { ran, server } = await quirky({
    "POST /users/1/api_keys": () => ({ status: 303, headers: { location: "/made/101" } }),
    "GET /made/101": () => ({ status: 404 }),
  });
  expect(server.written.at(-1)).toBe("DELETE /users/1/api_keys/101?o=2");
  expectOnlyTheOther(server);
  expect(ran.report?.leftBehind).toEqual([]);
});

test("what was made is dealt with where it was made, whatever the arguments of other operations are", async () => {
  await using server = await startKeysServer();
  const argv = ["automox", "--base-url", server.url, "--allow-writes", "--arg", "userId=1", "--arg", "o=2"];
  const others = ["updateUserApiKey.userId=5", "deleteUserApiKey.o=7"].flatMap((each) => ["--arg", each]);
  await run([...argv, ...others]);
  expect(server.written).toEqual([
    "POST /users/1/api_keys?o=2",
    "PUT /users/1/api_keys/101?o=2",
    "POST /users/1/api_keys/101/decrypt?o=2",
    "DELETE /users/1/api_keys/101?o=2",
  ]);
});

test("of operations that are named only these are called, and what makes and deletes their record", async () => {
  await using server = await startKeysServer();
  const argv = ["automox", "--base-url", server.url, "--allow-writes", "--arg", "userId=1", "--arg", "o=2"];
  await run([...argv, "--only", "updateUserApiKey"]);
  expect(server.written.map((request) => request.split(" ")[0])).toEqual(["POST", "PUT", "DELETE"]);
});

test("what is refused is not followed by anything", async () => {
  const { ran, server } = await quirky({
    "POST /users/1/api_keys": () => ({ status: 403, body: { errors: ["Unauthorized"] } }),
  });
  expect(server.written).toEqual(["POST /users/1/api_keys?o=2"]);
  expect(ran.report?.leftBehind).toEqual([]);
  expect(ran.report?.checks.at(-1)).toMatchObject({ check: "delete", verdict: "skipped" });
});

test("a key that cannot be deleted is told, by its id", async () => {
  const { ran } = await quirky({
    "DELETE /users/1/api_keys/{id}": () => ({ status: 403, body: { errors: ["no"] } }),
  });
  expect(ran.report?.leftBehind).toEqual([
    expect.stringContaining("101 was made and could not be deleted (403)"),
  ]);
  expect(ran.out).toContain("left behind");
  expect(ran.exitCode).toBe(3);
});

test.each([
  ["POST /users/1/api_keys", ["POST", "DELETE"]],
  ["PUT /users/1/api_keys/{id}", ["POST", "PUT", "DELETE"]],
  ["GET /users/1/api_keys", []],
])("a run that is ended at %s deletes what it made first", async (place, methods) => {
  const ending = new AbortController();
  const end = (usual: object): object => {
    setTimeout(() => ending.abort(), 20);
    return { ...usual, delay: 60 };
  };
  const { ran, server } = await quirky({ [place]: end }, ending.signal);
  expect(server.written.map((request) => request.split(" ")[0])).toEqual(methods);
  expectOnlyTheOther(server);
  expect(ran.report?.leftBehind).toEqual([]);
  expect(ran.report?.checks.at(-1)?.reason).toBe("the run was ended");
});

test("what could not be deleted again is not made", async () => {
  await using server = await startServer(() => ({ body: [] }));
  const argv = ["cartovista", "--base-url", server.url, "--allow-writes"];
  const ran = await run([...argv, "--arg", "UserIdentifier=11111111-1111-4111-8111-111111111111"]);
  expect(server.asked).toEqual([]);
  expect(ran.report?.checks.every(({ verdict }) => verdict === "skipped")).toBe(true);
});

test("too few requests to see it through: nothing is made", async () => {
  await using server = await startKeysServer();
  const argv = ["automox", "--base-url", server.url, "--allow-writes", "--arg", "userId=1", "--arg", "o=2"];
  const ran = await run([...argv, "--max-requests", "12"]);
  expect(server.written).toEqual([]);
  expect(ran.report?.checks.find(({ check }) => check === "create")).toMatchObject({
    reason: "too few requests are left (--max-requests)",
  });
});

/** Key pairs of Gr4vy, whose creation takes no body and so no mark. */
function pairsServer(created: (id: string) => object): Promise<PairsServer> {
  const pairs = new Set([PRODUCTION]);
  return startServer(({ method, target }) => {
    if (method === "POST") {
      pairs.add(MADE);
      return created(MADE);
    }
    if (method === "DELETE")
      return pairs.delete(target.split("/").at(-1) ?? "") ? { status: 204 } : undefined;
    return { body: { items: [...pairs].map(pair), limit: 20, next_cursor: null, previous_cursor: null } };
  }).then((server) => Object.assign(server, { pairs }));
}

type PairsServer = Awaited<ReturnType<typeof startServer>> & { readonly pairs: ReadonlySet<string> };

const PRODUCTION = "SopiN5XU0IWy8Xe9mwx1ICQbKh4-ydCDPx3LIyArkVI";
const MADE = "Wy8Xe9mwx1ICQbKh4SopiN5XU0I-yArkVIydCDPx3LI";

function pair(id: string): object {
  const at = "2012-12-12T10:53:43+00:00";
  return { type: "api-key-pair", id, private_key: null, created_at: at, updated_at: at };
}

test.each<[string, (id: string) => object, readonly string[], RegExp | undefined]>([
  ["deleted by the id in the answer", (id) => ({ status: 201, body: pair(id) }), [PRODUCTION], undefined],
  [
    "left alone when the id is another's",
    () => ({ status: 201, body: pair(PRODUCTION) }),
    [PRODUCTION, MADE],
    /did not make/,
  ],
  [
    "told of when nobody can say which it is",
    () => ({ status: 504 }),
    [PRODUCTION, MADE],
    /may have made something/,
  ],
])("what carries no mark is %s", async (_, created, left, told_) => {
  await using server = await pairsServer(created);
  const ran = await run(["gr4vy", "--base-url", server.url, "--allow-writes"]);
  expect([...server.pairs]).toEqual(left);
  expect(ran.report?.leftBehind.join("\n") ?? "").toMatch(told_ ?? /^$/);
});

test("nothing is made when the run is ended while it looks what is there", async () => {
  const ending = new AbortController();
  await using server = await startKeysServer({
    "GET /users/1/api_keys": (usual) => {
      ending.abort();
      return { ...usual, delay: 50 };
    },
  });
  const argv = ["automox", "--base-url", server.url, "--allow-writes", "--arg", "userId=1", "--arg", "o=2"];
  const ran = await run([...argv, "--only", "createUserApiKey"], { signal: ending.signal });
  expect(server.written).toEqual([]);
  expect(ran.report?.checks).toMatchObject([{ check: "create", reason: "the run was ended" }]);
});

test("a creation is never ended half-way", async () => {
  const ending = new AbortController();
  await using server = await pairsServer((id) => {
    ending.abort();
    return { status: 201, body: pair(id), delay: 50 };
  });
  await run(["gr4vy", "--base-url", server.url, "--allow-writes"], { signal: ending.signal });
  expect([...server.pairs]).toEqual([PRODUCTION]);
});
