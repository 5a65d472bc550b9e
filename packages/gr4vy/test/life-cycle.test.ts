import { createGr4vy } from "@keysmith/gr4vy";
import { mockGr4vy } from "@keysmith/gr4vy/mock";
import { expect, test } from "vitest";

/** What `x-mock-resource` says in the document: the life of a key, through the client, against the stateful mock. */

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

test("create with the private key, list page by page without it, delete", async () => {
  const gr4vy = createGr4vy({ fetch: mockGr4vy({ stateful: true }), auth: { BearerAuth: "any" } });

  const one = await gr4vy.createApiKeyPair();
  const two = await gr4vy.createApiKeyPair();
  expect(one.private_key).toMatch(/^-----BEGIN PRIVATE KEY-----\n.*\n-----END PRIVATE KEY-----\n$/);
  expect(two.private_key).not.toBe(one.private_key);
  const pages = await all(gr4vy.listApiKeyPairs({ limit: 3 }).pages());
  expect(pages.map(({ items }) => items.length)).toEqual([3, 1]);
  expect(pages[1]).toMatchObject({ limit: 3, next_cursor: null, items: [{ ...two, private_key: null }] });

  await gr4vy.deleteApiKeyPair({ api_key_pair_id: one.id });
  expect((await gr4vy.deleteApiKeyPair({ api_key_pair_id: one.id }).safe()).error).toMatchObject({
    status: 404,
  });
  const ids = (await all(gr4vy.listApiKeyPairs().items())).map(({ id }) => id);
  expect(ids).toHaveLength(3);
  expect(ids).not.toContain(one.id);
});
