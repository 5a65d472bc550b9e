import { join } from "node:path";
import { type Api, load, type Operation, read } from "@keysmith/generator";
import { startMock } from "@keysmith/mock";
import {
  type ApiCall,
  type ApiDefinition,
  bearer,
  type CallOptions,
  type Client,
  createFetchClient,
  type FetchClient,
  operation,
  type OperationMethods,
  type PagedCall,
  pagedOperation,
} from "@keysmith/runtime";
import { onTestFinished } from "vitest";

/** A client as the generator would print it, of a document of the tests' own. */

const spec = join(import.meta.dirname, "fixtures/keys.yaml");
type KeysClient = Client<"keys">;
type Key = { id?: number };

const definition: ApiDefinition = {
  name: "keys",
  baseUrl: "https://keys.example.com",
  schemes: { token: bearer() },
  security: [["token"]],
};

const operations = {
  listKeys: pagedOperation<
    (client: KeysClient, args?: object, options?: CallOptions) => PagedCall<object, {}, Key>
  >({
    id: "listKeys",
    method: "GET",
    path: "/keys",
    query: ["page", "size"],
    pagination: {
      style: "page",
      parameter: "page",
      first: 1,
      limit: "size",
      defaultLimit: 20,
      items: "/keys",
      total: "/total",
    },
  }),
  getKey: operation<(client: KeysClient, args: { id: number }, options?: CallOptions) => ApiCall<Key>>({
    id: "getKey",
    method: "GET",
    path: "/keys/{id}",
  }),
  deleteKey: operation<(client: KeysClient, args: { id: number }, options?: CallOptions) => ApiCall<void>>({
    id: "deleteKey",
    method: "DELETE",
    path: "/keys/{id}",
  }),
};

interface Keys extends FetchClient<{}, "keys">, OperationMethods<typeof operations> {}

export const api: Api = read(await load(spec), "keys");

export function operationNamed(name: string): Operation {
  const found = api.operations.find((one) => one.name === name);
  if (!found) throw new Error(`The document has no operation ${name}.`);
  return found;
}

export function clientOf(baseUrl: string) {
  return createFetchClient<Keys>(definition, { baseUrl, auth: { token: "any" } }, operations);
}

/** A client of a mock that runs until the test ends. */
export async function clientOfMock() {
  const mock = await startMock({ spec });
  onTestFinished(() => mock.close());
  return clientOf(mock.url);
}
