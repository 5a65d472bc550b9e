// Generated from specs/occam.yaml by Keysmith. Edit the document, then run `pnpm generate occam`.

/* oxlint-disable no-console -- as an example does */

import { createOccam, type Occam } from "../src/index.ts";
import { mockOccam, startOccamMock } from "../src/mock.ts";

export async function example(): Promise<void> {
  const mock = mockOccam();
  const occam = createOccam({ fetch: mock, auth: { OAuth2PasswordBearer: "test" } });

  mock.on("createKey").reply(422);
  const result = await occam.createKey({ body: { name: "deploy" } }).safe();
  console.log(result.ok, mock.calls("createKey")[0]?.request.body);
}

export async function server(): Promise<Occam> {
  await using mock = await startOccamMock();
  return createOccam({ baseUrl: mock.url, auth: { OAuth2PasswordBearer: "test" } });
}

export function unknown(): void {
  const mock = mockOccam();
  // @ts-expect-error There is no such operation.
  mock.on("x");
}

export function createKeyScenarios(): void {
  const scenario = mockOccam().on("createKey");
  scenario.reply(200, { example: "created" });
  // @ts-expect-error There is no such example.
  scenario.reply(200, { example: "x" });
  scenario.reply(401);
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  scenario.reply(422, { example: "nameMissing" });
  scenario.reply(422, { example: "brokenJson" });
  // @ts-expect-error There is no such example.
  scenario.reply(422, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}

export function listKeysScenarios(): void {
  const scenario = mockOccam().on("listKeys");
  scenario.reply(200, { example: "someKeys" });
  scenario.reply(200, { example: "noKeys" });
  // @ts-expect-error There is no such example.
  scenario.reply(200, { example: "x" });
  scenario.reply(401);
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}

export function deleteKeyScenarios(): void {
  const scenario = mockOccam().on("deleteKey");
  scenario.reply(200, { example: "emptyObject" });
  scenario.reply(200, { example: "nothing" });
  // @ts-expect-error There is no such example.
  scenario.reply(200, { example: "x" });
  scenario.reply(401);
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  scenario.reply(422, { example: "invalidUuid" });
  // @ts-expect-error There is no such example.
  scenario.reply(422, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}

export function getKeyUsageScenarios(): void {
  const scenario = mockOccam().on("getKeyUsage");
  scenario.reply(200, { example: "inUse" });
  scenario.reply(200, { example: "unused" });
  // @ts-expect-error There is no such example.
  scenario.reply(200, { example: "x" });
  scenario.reply(401);
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  scenario.reply(422, { example: "invalidUuid" });
  // @ts-expect-error There is no such example.
  scenario.reply(422, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}
