// Generated from specs/gr4vy.yaml by Keysmith. Edit the document, then run `pnpm generate gr4vy`.

import {
  createMockFetch,
  startMock,
  type Mock,
  type MockAnswer,
  type MockFetch,
  type MockFetchOptions,
  type MockOptions,
} from "@keysmith/mock";
import type { ApiKeyPair, ApiKeyPairPage, NotFoundErrorBody, UnauthorizedErrorBody } from "./models.ts";

/**
 * What the mock of the Gr4vy API can answer: the statuses of each operation, with their bodies and the
 * names of their examples.
 */
export interface Gr4vyMockOperations {
  createApiKeyPair: {
    path: never;
    body: undefined;
    answers: {
      201: MockAnswer<ApiKeyPair, "created">;
      401: MockAnswer<UnauthorizedErrorBody, "unauthorized" | "missingHeader">;
    };
  };
  listApiKeyPairs: {
    path: never;
    body: undefined;
    answers: {
      200: MockAnswer<ApiKeyPairPage, "onlyPage" | "noPairs" | "firstPage" | "lastPage">;
      401: MockAnswer<UnauthorizedErrorBody, "unauthorized" | "missingHeader">;
    };
  };
  deleteApiKeyPair: {
    path: "api_key_pair_id";
    body: undefined;
    answers: {
      204: MockAnswer;
      401: MockAnswer<UnauthorizedErrorBody, "unauthorized" | "missingHeader">;
      404: MockAnswer<NotFoundErrorBody, "notFound">;
    };
  };
}

const spec = new URL("../openapi.yaml", import.meta.url);

/**
 * The Gr4vy API without a network: a `fetch` that answers with the document's examples, until a test
 * says otherwise.
 *
 * @example
 * ```ts
 * const mock = mockGr4vy();
 * const gr4vy = createGr4vy({ fetch: mock, server: { gr4vy_id: "plantly" }, auth: { BearerAuth: "test" } });
 *
 * mock.on("deleteApiKeyPair").reply(404);
 * const result = await gr4vy.deleteApiKeyPair({
 *   api_key_pair_id: "SopiN5XU0IWy8Xe9mwx1ICQbKh4-ydCDPx3LIyArkVI",
 * }).safe();
 * console.log(result.ok, mock.calls("deleteApiKeyPair")[0]?.request.path);
 * ```
 */
export function mockGr4vy(
  options: Omit<MockFetchOptions, "provider" | "spec"> = {},
): MockFetch<Gr4vyMockOperations> {
  return createMockFetch<Gr4vyMockOperations>({ ...options, spec });
}

/**
 * The same as a server on this machine, for what takes an address: its `url` is a base URL. `close()`
 * stops it, and so does `await using`.
 *
 * @example
 * ```ts
 * await using mock = await startGr4vyMock();
 * const gr4vy = createGr4vy({ baseUrl: mock.url, auth: { BearerAuth: "test" } });
 * ```
 */
export function startGr4vyMock(
  options: Omit<MockOptions, "provider" | "spec"> = {},
): Promise<Mock<Gr4vyMockOperations>> {
  return startMock<Gr4vyMockOperations>({ name: "gr4vy", ...options, spec });
}
