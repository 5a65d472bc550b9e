// Generated from specs/turbosmtp.yaml by Keysmith. Edit the document, then run `pnpm generate turbosmtp`.

/* oxlint-disable no-console -- as an example does */

import { createTurbosmtp, type Turbosmtp } from "../src/index.ts";
import { mockTurbosmtp, startTurbosmtpMock } from "../src/mock.ts";

export async function example(): Promise<void> {
  const mock = mockTurbosmtp();
  const turbosmtp = createTurbosmtp({ fetch: mock, auth: { ApiKeyAuth: "test" } });

  mock.on("deleteConsumerKey").reply(404);
  const result = await turbosmtp
    .deleteConsumerKey({
      consumerKey: "b914ad238d0e8e8851b81e86ce46ae1d",
    })
    .safe();
  console.log(result.ok, mock.calls("deleteConsumerKey")[0]?.request.path);
}

export async function server(): Promise<Turbosmtp> {
  await using mock = await startTurbosmtpMock();
  return createTurbosmtp({ baseUrl: mock.url, auth: { ApiKeyAuth: "test" } });
}

export function unknown(): void {
  const mock = mockTurbosmtp();
  // @ts-expect-error There is no such operation.
  mock.on("x");
}

export function createConsumerKeyScenarios(): void {
  const scenario = mockTurbosmtp().on("createConsumerKey");
  scenario.reply(201, { example: "created" });
  // @ts-expect-error There is no such example.
  scenario.reply(201, { example: "x" });
  scenario.reply(401, { example: "missingKey" });
  scenario.reply(401, { example: "invalidKey" });
  scenario.reply(401, { example: "inactiveAccount" });
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}

export function listConsumerKeysScenarios(): void {
  const scenario = mockTurbosmtp().on("listConsumerKeys");
  scenario.reply(200, { example: "twoKeys" });
  scenario.reply(200, { example: "noKeys" });
  // @ts-expect-error There is no such example.
  scenario.reply(200, { example: "x" });
  scenario.reply(401, { example: "missingKey" });
  scenario.reply(401, { example: "invalidKey" });
  scenario.reply(401, { example: "inactiveAccount" });
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}

export function deleteConsumerKeyScenarios(): void {
  const scenario = mockTurbosmtp().on("deleteConsumerKey");
  scenario.reply(200, { example: "deleted" });
  // @ts-expect-error There is no such example.
  scenario.reply(200, { example: "x" });
  scenario.reply(401, { example: "missingKey" });
  scenario.reply(401, { example: "invalidKey" });
  scenario.reply(401, { example: "inactiveAccount" });
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  scenario.reply(404, { example: "keyNotFound" });
  // @ts-expect-error There is no such example.
  scenario.reply(404, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}
