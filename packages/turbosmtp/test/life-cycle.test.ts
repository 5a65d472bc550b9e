import { createTurbosmtp } from "@keysmith/turbosmtp";
import { mockTurbosmtp } from "@keysmith/turbosmtp/mock";
import { expect, test } from "vitest";

/** What `x-mock-resource` says in the document: the life of a key, through the client, against the stateful mock. */

test("create with the secret, list without it, delete", async () => {
  const turbosmtp = createTurbosmtp({
    fetch: mockTurbosmtp({ stateful: true }),
    auth: { ApiKeyAuth: "any" },
  });

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
  expect((await turbosmtp.deleteConsumerKey({ consumerKey }).safe()).error).toMatchObject({ status: 404 });
  expect((await turbosmtp.listConsumerKeys()).count).toBe(3);
});
