// Generated from specs/turbosmtp.yaml by Keysmith. Edit the document, then run `pnpm generate turbosmtp`.

import { createTurbosmtp } from "@keysmith/turbosmtp";
import { mockTurbosmtp } from "@keysmith/turbosmtp/mock";
import { expect, test } from "vitest";

test("answers what it is told to", async () => {
  const mock = mockTurbosmtp();
  const turbosmtp = createTurbosmtp({ fetch: mock, auth: { ApiKeyAuth: "test" } });
  mock.on("deleteConsumerKey").reply(404);
  const { meta } = await turbosmtp
    .deleteConsumerKey({ consumerKey: "b914ad238d0e8e8851b81e86ce46ae1d" })
    .safe();
  expect([meta?.status, mock.calls("deleteConsumerKey").length]).toEqual([404, 1]);
});
