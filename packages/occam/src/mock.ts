// Generated from specs/occam.yaml by Keysmith. Edit the document, then run `pnpm generate occam`.

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
  ApiKeyUsage,
  CreateKey,
  DeletedKey,
  HiddenApiKey,
  ValidationErrorBody,
  VisibleApiKey,
} from "./models.ts";

/**
 * What the mock of Occam AI's public API can answer: the statuses of each operation, with their bodies
 * and the names of their examples.
 */
export interface OccamMockOperations {
  createKey: {
    path: never;
    body: CreateKey;
    answers: {
      200: MockAnswer<VisibleApiKey, "created">;
      401: MockAnswer;
      422: MockAnswer<ValidationErrorBody, "nameMissing" | "brokenJson">;
    };
  };
  listKeys: {
    path: never;
    body: undefined;
    answers: {
      200: MockAnswer<HiddenApiKey[], "someKeys" | "noKeys">;
      401: MockAnswer;
    };
  };
  deleteKey: {
    path: "uuid";
    body: undefined;
    answers: {
      200: MockAnswer<DeletedKey, "emptyObject" | "nothing">;
      401: MockAnswer;
      422: MockAnswer<ValidationErrorBody, "invalidUuid">;
    };
  };
  getKeyUsage: {
    path: "uuid";
    body: undefined;
    answers: {
      200: MockAnswer<ApiKeyUsage, "inUse" | "unused">;
      401: MockAnswer;
      422: MockAnswer<ValidationErrorBody, "invalidUuid">;
    };
  };
}

const spec = new URL("../openapi.yaml", import.meta.url);

/**
 * Occam AI's public API without a network: a `fetch` that answers with the document's examples, until
 * a test says otherwise.
 *
 * @example
 * ```ts
 * const mock = mockOccam();
 * const occam = createOccam({ fetch: mock, auth: { OAuth2PasswordBearer: "test" } });
 *
 * mock.on("createKey").reply(422);
 * const result = await occam.createKey({ body: { name: "deploy" } }).safe();
 * console.log(result.ok, mock.calls("createKey")[0]?.request.body);
 * ```
 */
export function mockOccam(
  options: Omit<MockFetchOptions, "provider" | "spec"> = {},
): MockFetch<OccamMockOperations> {
  return createMockFetch<OccamMockOperations>({ ...options, spec });
}

/**
 * The same as a server on this machine, for what takes an address: its `url` is a base URL. `close()`
 * stops it, and so does `await using`.
 *
 * @example
 * ```ts
 * await using mock = await startOccamMock();
 * const occam = createOccam({ baseUrl: mock.url, auth: { OAuth2PasswordBearer: "test" } });
 * ```
 */
export function startOccamMock(
  options: Omit<MockOptions, "provider" | "spec"> = {},
): Promise<Mock<OccamMockOperations>> {
  return startMock<OccamMockOperations>({ name: "occam", ...options, spec });
}
