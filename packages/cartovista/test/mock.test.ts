// Generated from specs/cartovista.yaml by Keysmith. Edit the document, then run `pnpm generate cartovista`.

import { createCartovista } from "@keysmith/cartovista";
import { mockCartovista } from "@keysmith/cartovista/mock";
import { expect, test } from "vitest";

test("answers what it is told to", async () => {
  const mock = mockCartovista();
  const cartovista = createCartovista({ fetch: mock, auth: { apiKey: "test", secretKey: "test" } });
  mock.on("getAccessKeys").reply(404);
  const { meta } = await cartovista
    .getAccessKeys({ tenantUrlCode: "acme", UserIdentifier: "11111111-1111-4111-8111-111111111111" })
    .safe();
  expect([meta?.status, mock.calls("getAccessKeys").length]).toEqual([404, 1]);
});
