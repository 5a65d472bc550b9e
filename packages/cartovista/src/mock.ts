// Generated from specs/cartovista.yaml by Keysmith. Edit the document, then run `pnpm generate cartovista`.

import {
  createMockFetch,
  startMock,
  type Mock,
  type MockAnswer,
  type MockFetch,
  type MockFetchOptions,
  type MockOptions,
} from "@keysmith/mock";
import type { AccessKey, CreateAccessKey, SecretKey, UpdateAccessKey } from "./models.ts";

/**
 * What the mock of the CartoVista REST API can answer: the statuses of each operation, with their
 * bodies and the names of their examples.
 */
export interface CartovistaMockOperations {
  createAccessKey: {
    path: "tenantUrlCode" | "UserIdentifier";
    body: CreateAccessKey;
    answers: {
      200: MockAnswer<AccessKey, "guardedByAddress" | "toBeGuardedBySecret">;
      400: MockAnswer;
      401: MockAnswer;
      403: MockAnswer;
      404: MockAnswer;
    };
  };
  getAccessKeys: {
    path: "tenantUrlCode" | "UserIdentifier";
    body: undefined;
    answers: {
      200: MockAnswer<AccessKey[], "someKeys" | "noKeys">;
      401: MockAnswer;
      403: MockAnswer;
      404: MockAnswer;
    };
  };
  updateAccessKey: {
    path: "tenantUrlCode";
    body: UpdateAccessKey;
    answers: {
      204: MockAnswer;
      400: MockAnswer;
      401: MockAnswer;
      403: MockAnswer;
      404: MockAnswer;
    };
  };
  deleteApiKey: {
    path: "tenantUrlCode" | "id";
    body: undefined;
    answers: {
      204: MockAnswer;
      401: MockAnswer;
      403: MockAnswer;
      404: MockAnswer;
    };
  };
  generateSecretKey: {
    path: "tenantUrlCode" | "id";
    body: undefined;
    answers: {
      200: MockAnswer<SecretKey, "generated">;
      401: MockAnswer;
      403: MockAnswer;
      404: MockAnswer;
    };
  };
}

const spec = new URL("../openapi.yaml", import.meta.url);

/**
 * The CartoVista REST API without a network: a `fetch` that answers with the document's examples,
 * until a test says otherwise.
 *
 * @example
 * ```ts
 * const mock = mockCartovista();
 * const cartovista = createCartovista({ fetch: mock, auth: { apiKey: "test", secretKey: "test" } });
 *
 * mock.on("getAccessKeys").reply(404);
 * const result = await cartovista.getAccessKeys({
 *   tenantUrlCode: "acme",
 *   UserIdentifier: "11111111-1111-4111-8111-111111111111",
 * }).safe();
 * console.log(result.ok, mock.calls("getAccessKeys")[0]?.request.path);
 * ```
 */
export function mockCartovista(
  options: Omit<MockFetchOptions, "provider" | "spec"> = {},
): MockFetch<CartovistaMockOperations> {
  return createMockFetch<CartovistaMockOperations>({ ...options, spec });
}

/**
 * The same as a server on this machine, for what takes an address: its `url` is a base URL. `close()`
 * stops it, and so does `await using`.
 *
 * @example
 * ```ts
 * await using mock = await startCartovistaMock();
 * const cartovista = createCartovista({ baseUrl: mock.url, auth: { apiKey: "test", secretKey: "test" } });
 * ```
 */
export function startCartovistaMock(
  options: Omit<MockOptions, "provider" | "spec"> = {},
): Promise<Mock<CartovistaMockOperations>> {
  return startMock<CartovistaMockOperations>({ name: "cartovista", ...options, spec });
}
