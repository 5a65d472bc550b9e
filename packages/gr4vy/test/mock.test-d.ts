// Generated from specs/gr4vy.yaml by Keysmith. Edit the document, then run `pnpm generate gr4vy`.

/* oxlint-disable no-console -- as an example does */

import { createGr4vy, type Gr4vy } from "../src/index.ts";
import { mockGr4vy, startGr4vyMock } from "../src/mock.ts";

export async function example(): Promise<void> {
  const mock = mockGr4vy();
  const gr4vy = createGr4vy({ fetch: mock, server: { gr4vy_id: "plantly" }, auth: { BearerAuth: "test" } });

  mock.on("deleteApiKeyPair").reply(404);
  const result = await gr4vy
    .deleteApiKeyPair({
      api_key_pair_id: "SopiN5XU0IWy8Xe9mwx1ICQbKh4-ydCDPx3LIyArkVI",
    })
    .safe();
  console.log(result.ok, mock.calls("deleteApiKeyPair")[0]?.request.path);
}

export async function server(): Promise<Gr4vy> {
  await using mock = await startGr4vyMock();
  return createGr4vy({ baseUrl: mock.url, auth: { BearerAuth: "test" } });
}

export function unknown(): void {
  const mock = mockGr4vy();
  // @ts-expect-error There is no such operation.
  mock.on("x");
}

export function createApiKeyPairScenarios(): void {
  const scenario = mockGr4vy().on("createApiKeyPair");
  scenario.reply(201, { example: "created" });
  // @ts-expect-error There is no such example.
  scenario.reply(201, { example: "x" });
  scenario.reply(401, { example: "unauthorized" });
  scenario.reply(401, { example: "missingHeader" });
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}

export function listApiKeyPairsScenarios(): void {
  const scenario = mockGr4vy().on("listApiKeyPairs");
  scenario.reply(200, { example: "onlyPage" });
  scenario.reply(200, { example: "noPairs" });
  scenario.reply(200, { example: "firstPage" });
  scenario.reply(200, { example: "lastPage" });
  // @ts-expect-error There is no such example.
  scenario.reply(200, { example: "x" });
  scenario.reply(401, { example: "unauthorized" });
  scenario.reply(401, { example: "missingHeader" });
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}

export function deleteApiKeyPairScenarios(): void {
  const scenario = mockGr4vy().on("deleteApiKeyPair");
  scenario.reply(204);
  // @ts-expect-error There is no such example.
  scenario.reply(204, { example: "x" });
  scenario.reply(401, { example: "unauthorized" });
  scenario.reply(401, { example: "missingHeader" });
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  scenario.reply(404, { example: "notFound" });
  // @ts-expect-error There is no such example.
  scenario.reply(404, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}
