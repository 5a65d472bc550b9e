// Generated from specs/automox.yaml by Keysmith. Edit the document, then run `pnpm generate automox`.

import { createAutomox } from "@keysmith/automox";
import { mockAutomox } from "@keysmith/automox/mock";
import { expect, test } from "vitest";

test("answers what it is told to", async () => {
  const mock = mockAutomox();
  const automox = createAutomox({ fetch: mock, auth: { bearerAuth: "test" } });
  mock.on("getUserApiKey").reply(404);
  const { meta } = await automox.getUserApiKey({ userId: 1, id: 3, o: 2 }).safe();
  expect([meta?.status, mock.calls("getUserApiKey").length]).toEqual([404, 1]);
});
