// Generated from specs/turbosmtp.yaml by Keysmith. Edit the document, then run `pnpm generate turbosmtp`.

/* oxlint-disable no-console -- as an example does */

import { createTurbosmtp } from "../src/index.ts";
import { mockTurbosmtp } from "../src/mock.ts";

const mock = mockTurbosmtp();
const turbosmtp = createTurbosmtp({ fetch: mock, auth: { ApiKeyAuth: "test" } });

export async function example(): Promise<void> {
  mock.on("deleteConsumerKey").reply(404);
  const result = await turbosmtp
    .deleteConsumerKey({
      consumerKey: "b914ad238d0e8e8851b81e86ce46ae1d",
    })
    .safe();
  console.log(result.ok, mock.calls("deleteConsumerKey")[0]?.request.path);
}

// @ts-expect-error There is no such operation.
mock.on("createConsumerKeyx");

export function createConsumerKeyScenarios(): void {
  const scenario = mock.on("createConsumerKey");
  scenario.reply(201, { example: "created" });
  // @ts-expect-error There is no such example.
  scenario.reply(201, { example: "createdx" });
  scenario.reply(401, { example: "missingKey" });
  scenario.reply(401, { example: "invalidKey" });
  scenario.reply(401, { example: "inactiveAccount" });
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "inactiveAccountx" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}

export function listConsumerKeysScenarios(): void {
  const scenario = mock.on("listConsumerKeys");
  scenario.reply(200, { example: "twoKeys" });
  scenario.reply(200, { example: "noKeys" });
  // @ts-expect-error There is no such example.
  scenario.reply(200, { example: "twoKeysx" });
  scenario.reply(401, { example: "missingKey" });
  scenario.reply(401, { example: "invalidKey" });
  scenario.reply(401, { example: "inactiveAccount" });
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "inactiveAccountx" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}

export function deleteConsumerKeyScenarios(): void {
  const scenario = mock.on("deleteConsumerKey");
  scenario.reply(200, { example: "deleted" });
  // @ts-expect-error There is no such example.
  scenario.reply(200, { example: "deletedx" });
  scenario.reply(401, { example: "missingKey" });
  scenario.reply(401, { example: "invalidKey" });
  scenario.reply(401, { example: "inactiveAccount" });
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "inactiveAccountx" });
  scenario.reply(404, { example: "keyNotFound" });
  // @ts-expect-error There is no such example.
  scenario.reply(404, { example: "keyNotFoundx" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}
