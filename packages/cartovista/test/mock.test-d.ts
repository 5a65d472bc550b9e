// Generated from specs/cartovista.yaml by Keysmith. Edit the document, then run `pnpm generate cartovista`.

/* oxlint-disable no-console -- as an example does */

import { createCartovista, type Cartovista } from "../src/index.ts";
import { mockCartovista, startCartovistaMock } from "../src/mock.ts";

export async function example(): Promise<void> {
  const mock = mockCartovista();
  const cartovista = createCartovista({ fetch: mock, auth: { apiKey: "test", secretKey: "test" } });

  mock.on("getAccessKeys").reply(404);
  const result = await cartovista
    .getAccessKeys({
      tenantUrlCode: "acme",
      UserIdentifier: "11111111-1111-4111-8111-111111111111",
    })
    .safe();
  console.log(result.ok, mock.calls("getAccessKeys")[0]?.request.path);
}

export async function server(): Promise<Cartovista> {
  await using mock = await startCartovistaMock();
  return createCartovista({ baseUrl: mock.url, auth: { apiKey: "test", secretKey: "test" } });
}

export function unknown(): void {
  const mock = mockCartovista();
  // @ts-expect-error There is no such operation.
  mock.on("x");
}

export function createAccessKeyScenarios(): void {
  const scenario = mockCartovista().on("createAccessKey");
  scenario.reply(200, { example: "guardedByAddress" });
  scenario.reply(200, { example: "toBeGuardedBySecret" });
  // @ts-expect-error There is no such example.
  scenario.reply(200, { example: "x" });
  scenario.reply(400);
  // @ts-expect-error There is no such example.
  scenario.reply(400, { example: "x" });
  scenario.reply(401);
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  scenario.reply(403);
  // @ts-expect-error There is no such example.
  scenario.reply(403, { example: "x" });
  scenario.reply(404);
  // @ts-expect-error There is no such example.
  scenario.reply(404, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}

export function getAccessKeysScenarios(): void {
  const scenario = mockCartovista().on("getAccessKeys");
  scenario.reply(200, { example: "someKeys" });
  scenario.reply(200, { example: "noKeys" });
  // @ts-expect-error There is no such example.
  scenario.reply(200, { example: "x" });
  scenario.reply(401);
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  scenario.reply(403);
  // @ts-expect-error There is no such example.
  scenario.reply(403, { example: "x" });
  scenario.reply(404);
  // @ts-expect-error There is no such example.
  scenario.reply(404, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}

export function updateAccessKeyScenarios(): void {
  const scenario = mockCartovista().on("updateAccessKey");
  scenario.reply(204);
  // @ts-expect-error There is no such example.
  scenario.reply(204, { example: "x" });
  scenario.reply(400);
  // @ts-expect-error There is no such example.
  scenario.reply(400, { example: "x" });
  scenario.reply(401);
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  scenario.reply(403);
  // @ts-expect-error There is no such example.
  scenario.reply(403, { example: "x" });
  scenario.reply(404);
  // @ts-expect-error There is no such example.
  scenario.reply(404, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}

export function deleteApiKeyScenarios(): void {
  const scenario = mockCartovista().on("deleteApiKey");
  scenario.reply(204);
  // @ts-expect-error There is no such example.
  scenario.reply(204, { example: "x" });
  scenario.reply(401);
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  scenario.reply(403);
  // @ts-expect-error There is no such example.
  scenario.reply(403, { example: "x" });
  scenario.reply(404);
  // @ts-expect-error There is no such example.
  scenario.reply(404, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}

export function generateSecretKeyScenarios(): void {
  const scenario = mockCartovista().on("generateSecretKey");
  scenario.reply(200, { example: "generated" });
  // @ts-expect-error There is no such example.
  scenario.reply(200, { example: "x" });
  scenario.reply(401);
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  scenario.reply(403);
  // @ts-expect-error There is no such example.
  scenario.reply(403, { example: "x" });
  scenario.reply(404);
  // @ts-expect-error There is no such example.
  scenario.reply(404, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}
