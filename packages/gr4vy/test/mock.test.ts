// Generated from specs/gr4vy.yaml by Keysmith. Edit the document, then run `pnpm generate gr4vy`.

import { createGr4vy } from "@keysmith/gr4vy";
import { mockGr4vy } from "@keysmith/gr4vy/mock";
import { expect, test } from "vitest";

test("answers what it is told to", async () => {
  const mock = mockGr4vy();
  const gr4vy = createGr4vy({ fetch: mock, server: { gr4vy_id: "plantly" }, auth: { BearerAuth: "test" } });
  mock.on("deleteApiKeyPair").reply(404);
  const { meta } = await gr4vy
    .deleteApiKeyPair({ api_key_pair_id: "SopiN5XU0IWy8Xe9mwx1ICQbKh4-ydCDPx3LIyArkVI" })
    .safe();
  expect([meta?.status, mock.calls("deleteApiKeyPair").length]).toEqual([404, 1]);
});
