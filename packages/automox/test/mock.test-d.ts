// Generated from specs/automox.yaml by Keysmith. Edit the document, then run `pnpm generate automox`.

/* oxlint-disable no-console -- as an example does */

import { createAutomox, type Automox } from "../src/index.ts";
import { mockAutomox, startAutomoxMock } from "../src/mock.ts";

export async function example(): Promise<void> {
  const mock = mockAutomox();
  const automox = createAutomox({ fetch: mock, auth: { bearerAuth: "test" } });

  mock.on("getUserApiKey").reply(404);
  const result = await automox.getUserApiKey({ userId: 1, id: 3, o: 2 }).safe();
  console.log(result.ok, mock.calls("getUserApiKey")[0]?.request.path);
}

export async function server(): Promise<Automox> {
  await using mock = await startAutomoxMock();
  return createAutomox({ baseUrl: mock.url, auth: { bearerAuth: "test" } });
}

export function unknown(): void {
  const mock = mockAutomox();
  // @ts-expect-error There is no such operation.
  mock.on("x");
}

export function createUserApiKeyScenarios(): void {
  const scenario = mockAutomox().on("createUserApiKey");
  scenario.reply(200, { example: "unlimited" });
  scenario.reply(200, { example: "expiring" });
  // @ts-expect-error There is no such example.
  scenario.reply(200, { example: "x" });
  scenario.reply(400, { example: "badRequest" });
  scenario.reply(400, { example: "validationError" });
  // @ts-expect-error There is no such example.
  scenario.reply(400, { example: "x" });
  scenario.reply(401, { example: "unauthorized" });
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  scenario.reply(403, { example: "forbidden" });
  // @ts-expect-error There is no such example.
  scenario.reply(403, { example: "x" });
  scenario.reply(404, { example: "notFound" });
  // @ts-expect-error There is no such example.
  scenario.reply(404, { example: "x" });
  scenario.reply(429, { example: "tooManyRequests" });
  // @ts-expect-error There is no such example.
  scenario.reply(429, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}

export function getUserApiKeysScenarios(): void {
  const scenario = mockAutomox().on("getUserApiKeys");
  scenario.reply(200, { example: "onlyPage" });
  scenario.reply(200, { example: "noKeys" });
  scenario.reply(200, { example: "onePageOfMany" });
  // @ts-expect-error There is no such example.
  scenario.reply(200, { example: "x" });
  scenario.reply(400, { example: "badRequest" });
  scenario.reply(400, { example: "validationError" });
  // @ts-expect-error There is no such example.
  scenario.reply(400, { example: "x" });
  scenario.reply(401, { example: "unauthorized" });
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  scenario.reply(403, { example: "forbidden" });
  // @ts-expect-error There is no such example.
  scenario.reply(403, { example: "x" });
  scenario.reply(404, { example: "notFound" });
  // @ts-expect-error There is no such example.
  scenario.reply(404, { example: "x" });
  scenario.reply(429, { example: "tooManyRequests" });
  // @ts-expect-error There is no such example.
  scenario.reply(429, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}

export function getUserApiKeyScenarios(): void {
  const scenario = mockAutomox().on("getUserApiKey");
  scenario.reply(200, { example: "unlimited" });
  scenario.reply(200, { example: "expiring" });
  scenario.reply(200, { example: "disabled" });
  // @ts-expect-error There is no such example.
  scenario.reply(200, { example: "x" });
  scenario.reply(400, { example: "badRequest" });
  scenario.reply(400, { example: "validationError" });
  // @ts-expect-error There is no such example.
  scenario.reply(400, { example: "x" });
  scenario.reply(401, { example: "unauthorized" });
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  scenario.reply(403, { example: "forbidden" });
  // @ts-expect-error There is no such example.
  scenario.reply(403, { example: "x" });
  scenario.reply(404, { example: "notFound" });
  // @ts-expect-error There is no such example.
  scenario.reply(404, { example: "x" });
  scenario.reply(429, { example: "tooManyRequests" });
  // @ts-expect-error There is no such example.
  scenario.reply(429, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}

export function updateUserApiKeyScenarios(): void {
  const scenario = mockAutomox().on("updateUserApiKey");
  scenario.reply(200, { example: "enabled" });
  scenario.reply(200, { example: "disabled" });
  // @ts-expect-error There is no such example.
  scenario.reply(200, { example: "x" });
  scenario.reply(400, { example: "badRequest" });
  scenario.reply(400, { example: "validationError" });
  // @ts-expect-error There is no such example.
  scenario.reply(400, { example: "x" });
  scenario.reply(401, { example: "unauthorized" });
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  scenario.reply(403, { example: "forbidden" });
  // @ts-expect-error There is no such example.
  scenario.reply(403, { example: "x" });
  scenario.reply(404, { example: "notFound" });
  // @ts-expect-error There is no such example.
  scenario.reply(404, { example: "x" });
  scenario.reply(429, { example: "tooManyRequests" });
  // @ts-expect-error There is no such example.
  scenario.reply(429, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}

export function deleteUserApiKeyScenarios(): void {
  const scenario = mockAutomox().on("deleteUserApiKey");
  scenario.reply(204);
  // @ts-expect-error There is no such example.
  scenario.reply(204, { example: "x" });
  scenario.reply(400, { example: "badRequest" });
  scenario.reply(400, { example: "validationError" });
  // @ts-expect-error There is no such example.
  scenario.reply(400, { example: "x" });
  scenario.reply(401, { example: "unauthorized" });
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  scenario.reply(403, { example: "forbidden" });
  // @ts-expect-error There is no such example.
  scenario.reply(403, { example: "x" });
  scenario.reply(404, { example: "notFound" });
  // @ts-expect-error There is no such example.
  scenario.reply(404, { example: "x" });
  scenario.reply(429, { example: "tooManyRequests" });
  // @ts-expect-error There is no such example.
  scenario.reply(429, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}

export function decryptUserApiKeyScenarios(): void {
  const scenario = mockAutomox().on("decryptUserApiKey");
  scenario.reply(200, { example: "decrypted" });
  // @ts-expect-error There is no such example.
  scenario.reply(200, { example: "x" });
  scenario.reply(400, { example: "badRequest" });
  scenario.reply(400, { example: "validationError" });
  // @ts-expect-error There is no such example.
  scenario.reply(400, { example: "x" });
  scenario.reply(401, { example: "unauthorized" });
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  scenario.reply(403, { example: "forbidden" });
  // @ts-expect-error There is no such example.
  scenario.reply(403, { example: "x" });
  scenario.reply(404, { example: "notFound" });
  // @ts-expect-error There is no such example.
  scenario.reply(404, { example: "x" });
  scenario.reply(429, { example: "tooManyRequests" });
  // @ts-expect-error There is no such example.
  scenario.reply(429, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}

export function getOrganizationApiKeysScenarios(): void {
  const scenario = mockAutomox().on("getOrganizationApiKeys");
  scenario.reply(200, { example: "onlyPage" });
  scenario.reply(200, { example: "noKeys" });
  scenario.reply(200, { example: "onePageOfMany" });
  // @ts-expect-error There is no such example.
  scenario.reply(200, { example: "x" });
  scenario.reply(400, { example: "badRequest" });
  scenario.reply(400, { example: "validationError" });
  // @ts-expect-error There is no such example.
  scenario.reply(400, { example: "x" });
  scenario.reply(401, { example: "unauthorized" });
  // @ts-expect-error There is no such example.
  scenario.reply(401, { example: "x" });
  scenario.reply(403, { example: "forbidden" });
  // @ts-expect-error There is no such example.
  scenario.reply(403, { example: "x" });
  scenario.reply(404, { example: "notFound" });
  // @ts-expect-error There is no such example.
  scenario.reply(404, { example: "x" });
  scenario.reply(429, { example: "tooManyRequests" });
  // @ts-expect-error There is no such example.
  scenario.reply(429, { example: "x" });
  // @ts-expect-error There is no such status.
  scenario.reply(299);
}
