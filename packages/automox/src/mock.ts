// Generated from specs/automox.yaml by Keysmith. Edit the document, then run `pnpm generate automox`.

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
  ApiKey,
  ApiKeyPage,
  CreateApiKey,
  DecryptedApiKey,
  ErrorBody,
  ForbiddenErrorBody,
  UpdateApiKey,
} from "./models.ts";

/**
 * What the mock of the Automox Console API can answer: the statuses of each operation, with their
 * bodies and the names of their examples.
 */
export interface AutomoxMockOperations {
  createUserApiKey: {
    path: "userId";
    body: CreateApiKey;
    answers: {
      200: MockAnswer<ApiKey, "unlimited" | "expiring">;
      400: MockAnswer<ErrorBody, "badRequest" | "validationError">;
      401: MockAnswer<ErrorBody, "unauthorized">;
      403: MockAnswer<ForbiddenErrorBody, "forbidden">;
      404: MockAnswer<ErrorBody, "notFound">;
      429: MockAnswer<ErrorBody, "tooManyRequests">;
    };
  };
  getUserApiKeys: {
    path: "userId";
    body: undefined;
    answers: {
      200: MockAnswer<ApiKeyPage, "onlyPage" | "noKeys" | "onePageOfMany">;
      400: MockAnswer<ErrorBody, "badRequest" | "validationError">;
      401: MockAnswer<ErrorBody, "unauthorized">;
      403: MockAnswer<ForbiddenErrorBody, "forbidden">;
      404: MockAnswer<ErrorBody, "notFound">;
      429: MockAnswer<ErrorBody, "tooManyRequests">;
    };
  };
  getUserApiKey: {
    path: "userId" | "id";
    body: undefined;
    answers: {
      200: MockAnswer<ApiKey, "unlimited" | "expiring" | "disabled">;
      400: MockAnswer<ErrorBody, "badRequest" | "validationError">;
      401: MockAnswer<ErrorBody, "unauthorized">;
      403: MockAnswer<ForbiddenErrorBody, "forbidden">;
      404: MockAnswer<ErrorBody, "notFound">;
      429: MockAnswer<ErrorBody, "tooManyRequests">;
    };
  };
  updateUserApiKey: {
    path: "userId" | "id";
    body: UpdateApiKey;
    answers: {
      200: MockAnswer<ApiKey, "enabled" | "disabled">;
      400: MockAnswer<ErrorBody, "badRequest" | "validationError">;
      401: MockAnswer<ErrorBody, "unauthorized">;
      403: MockAnswer<ForbiddenErrorBody, "forbidden">;
      404: MockAnswer<ErrorBody, "notFound">;
      429: MockAnswer<ErrorBody, "tooManyRequests">;
    };
  };
  deleteUserApiKey: {
    path: "userId" | "id";
    body: undefined;
    answers: {
      204: MockAnswer;
      400: MockAnswer<ErrorBody, "badRequest" | "validationError">;
      401: MockAnswer<ErrorBody, "unauthorized">;
      403: MockAnswer<ForbiddenErrorBody, "forbidden">;
      404: MockAnswer<ErrorBody, "notFound">;
      429: MockAnswer<ErrorBody, "tooManyRequests">;
    };
  };
  decryptUserApiKey: {
    path: "userId" | "id";
    body: undefined;
    answers: {
      200: MockAnswer<DecryptedApiKey, "decrypted">;
      400: MockAnswer<ErrorBody, "badRequest" | "validationError">;
      401: MockAnswer<ErrorBody, "unauthorized">;
      403: MockAnswer<ForbiddenErrorBody, "forbidden">;
      404: MockAnswer<ErrorBody, "notFound">;
      429: MockAnswer<ErrorBody, "tooManyRequests">;
    };
  };
  getOrganizationApiKeys: {
    path: "id";
    body: undefined;
    answers: {
      200: MockAnswer<ApiKeyPage, "onlyPage" | "noKeys" | "onePageOfMany">;
      400: MockAnswer<ErrorBody, "badRequest" | "validationError">;
      401: MockAnswer<ErrorBody, "unauthorized">;
      403: MockAnswer<ForbiddenErrorBody, "forbidden">;
      404: MockAnswer<ErrorBody, "notFound">;
      429: MockAnswer<ErrorBody, "tooManyRequests">;
    };
  };
}

const spec = new URL("../openapi.yaml", import.meta.url);

/**
 * The Automox Console API without a network: a `fetch` that answers with the document's examples,
 * until a test says otherwise.
 *
 * @example
 * ```ts
 * const mock = mockAutomox();
 * const automox = createAutomox({ fetch: mock, auth: { bearerAuth: "test" } });
 *
 * mock.on("getUserApiKey").reply(404);
 * const result = await automox.getUserApiKey({ userId: 1, id: 3, o: 2 }).safe();
 * console.log(result.ok, mock.calls("getUserApiKey")[0]?.request.path);
 * ```
 */
export function mockAutomox(
  options: Omit<MockFetchOptions, "provider" | "spec"> = {},
): MockFetch<AutomoxMockOperations> {
  return createMockFetch<AutomoxMockOperations>({ ...options, spec });
}

/**
 * The same as a server on this machine, for what takes an address: its `url` is a base URL. `close()`
 * stops it, and so does `await using`.
 *
 * @example
 * ```ts
 * await using mock = await startAutomoxMock();
 * const automox = createAutomox({ baseUrl: mock.url, auth: { bearerAuth: "test" } });
 * ```
 */
export function startAutomoxMock(
  options: Omit<MockOptions, "provider" | "spec"> = {},
): Promise<Mock<AutomoxMockOperations>> {
  return startMock<AutomoxMockOperations>({ name: "automox", ...options, spec });
}
