import { createOccam } from "@keysmith/occam";
import { mockOccam } from "@keysmith/occam/mock";
import { expect, test } from "vitest";

/** What `x-mock-resource` says in the document: the life of a key, through the client, against the stateful mock. */

test("create by PUT, list masked, see the usage, delete; what is gone is a 422", async () => {
  const occam = createOccam({ fetch: mockOccam({ stateful: true }), auth: { OAuth2PasswordBearer: "any" } });

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
  expect((await occam.getKeyUsage({ uuid }).safe()).error).toMatchObject({ status: 422 });
  expect((await occam.deleteKey({ uuid }).safe()).error).toMatchObject({ status: 422 });
  expect((await occam.listKeys()).map((key) => key.uuid)).not.toContain(uuid);
});
