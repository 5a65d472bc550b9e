import { createAutomox } from "@keysmith/automox";
import { mockAutomox } from "@keysmith/automox/mock";
import { expect, test } from "vitest";

/** What `x-mock-resource` says in the document: the life of a key, through the client, against the stateful mock. */

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

test("create, list, read, switch off, decrypt, delete", async () => {
  const automox = createAutomox({ fetch: mockAutomox({ stateful: true }), auth: { bearerAuth: "any" } });
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
  expect((await automox.getUserApiKey({ ...owner, id }).safe()).error).toMatchObject({ status: 404 });
  expect((await automox.decryptUserApiKey({ ...owner, id }).safe()).error).toMatchObject({ status: 404 });
  expect((await automox.deleteUserApiKey({ ...owner, id }).safe()).error).toMatchObject({ status: 404 });
});

test("a name twice and an eleventh key are refused, within one user and organization", async () => {
  const automox = createAutomox({ fetch: mockAutomox({ stateful: true }), auth: { bearerAuth: "any" } });
  const create = (userId: number, name: string) => automox.createUserApiKey({ userId, o: 2, body: { name } });

  expect((await create(1, "deploy").safe()).error).toMatchObject({ status: 400 });
  for (let number = 3; number <= 10; number++) await create(1, `key ${number}`);
  expect((await create(1, "key 11").safe()).error).toMatchObject({ status: 400 });
  expect((await create(7, "deploy")).user).toMatchObject({ id: 7 });
});
