import { createAutomox } from "@keysmith/automox";
import { createCartovista } from "@keysmith/cartovista";
import { createGr4vy } from "@keysmith/gr4vy";
import { createMockFetch } from "@keysmith/mock";
import { createOccam } from "@keysmith/occam";
import { isApiError } from "@keysmith/runtime";
import { createTurbosmtp } from "@keysmith/turbosmtp";
import { expect, test } from "vitest";

/**
 * The life of a key at every provider, through its client, against the stateful mock of its document: what
 * `x-mock-resource` says in the specs is proven here.
 */

function mockOf(provider: string): typeof fetch {
  const spec = new URL(import.meta.resolve(`@keysmith/${provider}/openapi.yaml`));
  return createMockFetch({ spec, stateful: true });
}

/** Status of a call that must fail. */
async function failure(call: PromiseLike<unknown>): Promise<number | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (isApiError(error)) return error.status;
    throw error;
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

test("automox: create, list, read, switch off, decrypt, delete", async () => {
  const automox = createAutomox({ fetch: mockOf("automox"), auth: { bearerAuth: "any" } });
  const owner = { userId: 1, o: 2 };

  const key = await automox.createUserApiKey({ ...owner, body: { name: "rotated" } });
  expect(key).toMatchObject({ id: 5, name: "rotated", is_enabled: true, expires_at: null, user: { id: 1 } });
  const age = Date.now() - Date.parse(key.created_at ?? "");
  expect(Math.abs(age)).toBeLessThan(60_000);

  const id = key.id ?? 0;
  expect(await automox.getUserApiKey({ ...owner, id })).toEqual(key);
  expect((await all(automox.getUserApiKeys({ ...owner, limit: 2 }).items())).map(({ name }) => name)).toEqual(
    ["deploy", "audit", "rotated"],
  );
  expect((await all(automox.getOrganizationApiKeys({ id: 2 }).items())).at(-1)).toEqual(key);
  expect(await all(automox.getOrganizationApiKeys({ id: 3 }).items())).toEqual([]);
  expect(await all(automox.getUserApiKeys({ userId: 7, o: 2 }).items())).toEqual([]);

  const off = await automox.updateUserApiKey({ ...owner, id, body: { is_enabled: false } });
  expect(off).toEqual({ ...key, is_enabled: false });
  expect(await automox.getUserApiKey({ ...owner, id })).toEqual(off);

  const { api_key: secret } = await automox.decryptUserApiKey({ ...owner, id });
  expect(await automox.decryptUserApiKey({ ...owner, id })).toEqual({ api_key: secret });
  expect(await automox.decryptUserApiKey({ ...owner, id: 3 })).not.toEqual({ api_key: secret });

  await automox.deleteUserApiKey({ ...owner, id });
  expect(await failure(automox.getUserApiKey({ ...owner, id }))).toBe(404);
  expect(await failure(automox.decryptUserApiKey({ ...owner, id }))).toBe(404);
  expect(await failure(automox.deleteUserApiKey({ ...owner, id }))).toBe(404);
});

test("automox: a name twice and an eleventh key are refused, within one user and organization", async () => {
  const automox = createAutomox({ fetch: mockOf("automox"), auth: { bearerAuth: "any" } });
  const create = (userId: number, name: string) => automox.createUserApiKey({ userId, o: 2, body: { name } });

  expect(await failure(create(1, "deploy"))).toBe(400);
  for (let number = 3; number <= 10; number++) await create(1, `key ${number}`);
  expect(await failure(create(1, "key 11"))).toBe(400);
  expect((await create(7, "deploy")).user).toMatchObject({ id: 7 });
});

test("cartovista: create, list, change by the id in the body, generate secrets, delete", async () => {
  const cartovista = createCartovista({
    fetch: mockOf("cartovista"),
    auth: { apiKey: "any", secretKey: "any" },
  });
  const tenantUrlCode = "acme";
  const user = { tenantUrlCode, UserIdentifier: "11111111-1111-4111-8111-111111111111" };
  const other = { tenantUrlCode, UserIdentifier: "33333333-3333-4333-8333-333333333333" };

  const created = await cartovista.createAccessKey({ ...other, body: { ipWhitelisting: ["203.0.113.7"] } });
  expect(created).toMatchObject({ ipWhitelisting: ["203.0.113.7"], notes: "", userId: other.UserIdentifier });
  expect(created.accessKeyString).toBe(created.accessKey);
  expect(created.secretKey).toBeUndefined();
  const accessKey = created.accessKey ?? "";
  expect(await cartovista.getAccessKeys(other)).toEqual([created]);
  expect(await cartovista.getAccessKeys(user)).toHaveLength(2);

  const settings = { enabled: false, ipWhitelisting: [], notes: "Off" };
  await cartovista.updateAccessKey({ tenantUrlCode, body: { accessKey, ...settings } });
  const first = await cartovista.generateSecretKey({ tenantUrlCode, id: accessKey });
  const second = await cartovista.generateSecretKey({ tenantUrlCode, id: accessKey });
  expect(second).not.toBe(first);
  expect(await cartovista.getAccessKeys(other)).toEqual([{ ...created, ...settings, secretKey: second }]);

  await cartovista.deleteApiKey({ tenantUrlCode, id: accessKey });
  expect(await failure(cartovista.deleteApiKey({ tenantUrlCode, id: accessKey }))).toBe(404);
  expect(await failure(cartovista.generateSecretKey({ tenantUrlCode, id: accessKey }))).toBe(404);
  expect(await failure(cartovista.updateAccessKey({ tenantUrlCode, body: { accessKey, ...settings } }))).toBe(
    404,
  );
  expect(await cartovista.getAccessKeys(other)).toEqual([]);
});

test("gr4vy: create with the private key, list page by page without it, delete", async () => {
  const gr4vy = createGr4vy({ fetch: mockOf("gr4vy"), auth: { BearerAuth: "any" } });

  const one = await gr4vy.createApiKeyPair();
  const two = await gr4vy.createApiKeyPair();
  expect(one.private_key).toMatch(/^-----BEGIN PRIVATE KEY-----\n.*\n-----END PRIVATE KEY-----\n$/);
  expect(two.private_key).not.toBe(one.private_key);
  const pages = await all(gr4vy.listApiKeyPairs({ limit: 3 }).pages());
  expect(pages.map(({ items }) => items.length)).toEqual([3, 1]);
  expect(pages[1]).toMatchObject({ limit: 3, next_cursor: null, items: [{ ...two, private_key: null }] });

  await gr4vy.deleteApiKeyPair({ api_key_pair_id: one.id });
  expect(await failure(gr4vy.deleteApiKeyPair({ api_key_pair_id: one.id }))).toBe(404);
  const ids = (await all(gr4vy.listApiKeyPairs().items())).map(({ id }) => id);
  expect(ids).toHaveLength(3);
  expect(ids).not.toContain(one.id);
});

test("occam: create by PUT, list masked, see the usage, delete; what is gone is a 422", async () => {
  const occam = createOccam({ fetch: mockOf("occam"), auth: { OAuth2PasswordBearer: "any" } });

  const { uuid, api_key: secret } = await occam.createKey({ body: { name: "rotated" } });
  const again = await occam.createKey({ body: { name: "rotated" } });
  expect(again.uuid).not.toBe(uuid);
  expect(again.api_key).not.toBe(secret);
  const listed = (await occam.listKeys()).find((key) => key.uuid === uuid);
  expect(listed).toMatchObject({ name: "rotated", api_key: "sk-occam-***", last_used: null });
  expect(await occam.getKeyUsage({ uuid })).toMatchObject({ completed_requests: 0 });
  expect(await occam.getKeyUsage({ uuid: "00000000-0000-4000-8000-000000000001" })).toMatchObject({
    completed_requests: 56,
  });

  expect(await occam.deleteKey({ uuid })).toEqual({});
  // No 404 is documented.
  expect(await failure(occam.getKeyUsage({ uuid }))).toBe(422);
  expect(await failure(occam.deleteKey({ uuid }))).toBe(422);
  expect((await occam.listKeys()).map((key) => key.uuid)).not.toContain(uuid);
});

test("turbosmtp: create with the secret, list without it, delete", async () => {
  const turbosmtp = createTurbosmtp({ fetch: mockOf("turbosmtp"), auth: { ApiKeyAuth: "any" } });

  const { consumerKey = "", consumerSecret } = await turbosmtp.createConsumerKey({
    body: { label: "rotated" },
  });
  expect(consumerSecret).toBeTypeOf("string");
  await turbosmtp.createConsumerKey({ body: {} });
  const { count, results } = await turbosmtp.listConsumerKeys();
  expect(count).toBe(4);
  expect(results[2]).toEqual({
    consumerKey,
    label: "rotated",
    creation_time: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
  });
  expect(results[3]).toMatchObject({ label: "" });

  expect(await turbosmtp.deleteConsumerKey({ consumerKey })).toEqual({ message: "success" });
  expect(await failure(turbosmtp.deleteConsumerKey({ consumerKey }))).toBe(404);
  expect((await turbosmtp.listConsumerKeys()).count).toBe(3);
});
