// Generated from specs/turbosmtp.yaml by Keysmith. Edit the document, then run `pnpm generate turbosmtp`.

import {
  createMockFetch,
  startMock,
  type Mock,
  type MockAnswer,
  type MockFetch,
  type MockFetchOptions,
  type MockOptions,
} from "@keysmith/mock";
import type {
  AuthorizationErrorBody,
  ConsumerKeyList,
  CreateConsumerKey,
  CreatedConsumerKey,
  ErrorBody,
  SuccessBody,
} from "./models.ts";

/**
 * What the mock of the TurboSMTP Public APIs can answer: the statuses of each operation, with their
 * bodies and the names of their examples.
 */
export interface TurbosmtpMockOperations {
  createConsumerKey: {
    path: never;
    body: CreateConsumerKey;
    answers: {
      201: MockAnswer<CreatedConsumerKey, "created">;
      401: MockAnswer<AuthorizationErrorBody, "missingKey" | "invalidKey" | "inactiveAccount">;
    };
  };
  listConsumerKeys: {
    path: never;
    body: undefined;
    answers: {
      200: MockAnswer<ConsumerKeyList, "twoKeys" | "noKeys">;
      401: MockAnswer<AuthorizationErrorBody, "missingKey" | "invalidKey" | "inactiveAccount">;
    };
  };
  deleteConsumerKey: {
    path: "consumerKey";
    body: undefined;
    answers: {
      200: MockAnswer<SuccessBody, "deleted">;
      401: MockAnswer<AuthorizationErrorBody, "missingKey" | "invalidKey" | "inactiveAccount">;
      404: MockAnswer<ErrorBody, "keyNotFound">;
    };
  };
}

const spec = new URL("../openapi.yaml", import.meta.url);

/**
 * The TurboSMTP Public APIs without a network: a `fetch` that answers with the document's examples,
 * until a test says otherwise.
 *
 * @example
 * ```ts
 * const mock = mockTurbosmtp();
 * const turbosmtp = createTurbosmtp({ fetch: mock, auth: { ApiKeyAuth: "test" } });
 *
 * mock.on("deleteConsumerKey").reply(404);
 * const result = await turbosmtp.deleteConsumerKey({
 *   consumerKey: "b914ad238d0e8e8851b81e86ce46ae1d",
 * }).safe();
 * console.log(result.ok, mock.calls("deleteConsumerKey")[0]?.request.path);
 * ```
 */
export function mockTurbosmtp(
  options: Omit<MockFetchOptions, "provider" | "spec"> = {},
): MockFetch<TurbosmtpMockOperations> {
  return createMockFetch<TurbosmtpMockOperations>({ ...options, spec });
}

/**
 * The same as a server on this machine, for what takes an address: its `url` is a base URL. `close()`
 * stops it, and so does `await using`.
 *
 * @example
 * ```ts
 * await using mock = await startTurbosmtpMock();
 * const turbosmtp = createTurbosmtp({ baseUrl: mock.url, auth: { ApiKeyAuth: "test" } });
 * ```
 */
export function startTurbosmtpMock(
  options: Omit<MockOptions, "provider" | "spec"> = {},
): Promise<Mock<TurbosmtpMockOperations>> {
  return startMock<TurbosmtpMockOperations>({ name: "turbosmtp", ...options, spec });
}
