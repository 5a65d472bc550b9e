// Generated from specs/occam.yaml by Keysmith. Edit the document, then run `pnpm generate occam`.

import { createOccam } from "@keysmith/occam";
import { mockOccam } from "@keysmith/occam/mock";
import { expect, test } from "vitest";

test("answers what it is told to", async () => {
  const mock = mockOccam();
  const occam = createOccam({ fetch: mock, auth: { OAuth2PasswordBearer: "test" } });
  mock.on("createKey").reply(422);
  const { meta } = await occam.createKey({ body: { name: "deploy" } }).safe();
  expect([meta?.status, mock.calls("createKey").length]).toEqual([422, 1]);
});
