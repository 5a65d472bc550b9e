// Generated from specs/gr4vy.yaml by Keysmith. Edit the document, then run `pnpm generate gr4vy`.

import {
  type ArgumentsOf,
  type Equal,
  type ErrorsOf,
  type Proven,
  type ResultOf,
  without,
  wrong,
} from "@keysmith/contract/types";
import type * as clients from "../src/index.ts";
import type * as models from "../src/models.ts";
import type * as calls from "../src/operations.ts";
import type { components, paths } from "../src/schema.ts";

export type Models = [
  Proven<Equal<models.ApiKeyPair, components["schemas"]["ApiKeyPair"]>>,
  Proven<Equal<models.ApiKeyPairPage, components["schemas"]["ApiKeyPairPage"]>>,
  Proven<Equal<models.UnauthorizedErrorBody, components["schemas"]["UnauthorizedErrorBody"]>>,
  Proven<Equal<models.NotFoundErrorBody, components["schemas"]["NotFoundErrorBody"]>>,
  Proven<Equal<models.ErrorDetail, components["schemas"]["ErrorDetail"]>>,
];

export const lean = (client: clients.Gr4vy): clients.Gr4vyClient => client;

export const servers: clients.Gr4vyOptions[] = [
  { environment: "production" },
  { environment: "sandbox" },
  // @ts-expect-error There is no such server.
  { environment: "productionx" },
  { server: { gr4vy_id: "plantly" } },
  // @ts-expect-error There is no such variable.
  { server: { gr4vy_idx: "" } },
];

export interface CreateApiKeyPairTypes {
  data: Proven<
    Equal<Awaited<ReturnType<typeof calls.createApiKeyPair>>, ResultOf<paths["/api-key-pairs"]["post"]>>
  >;
  "error 401": Proven<
    Equal<calls.CreateApiKeyPairErrors[401], ErrorsOf<paths["/api-key-pairs"]["post"]>[401]>
  >;
  errors: Proven<Equal<calls.CreateApiKeyPairErrors, ErrorsOf<paths["/api-key-pairs"]["post"]>>>;
}

export interface ListApiKeyPairsTypes {
  arguments: Proven<Equal<calls.ListApiKeyPairsArgs, ArgumentsOf<paths["/api-key-pairs"]["get"]>>>;
  data: Proven<
    Equal<Awaited<ReturnType<typeof calls.listApiKeyPairs>>, ResultOf<paths["/api-key-pairs"]["get"]>>
  >;
  "error 401": Proven<Equal<calls.ListApiKeyPairsErrors[401], ErrorsOf<paths["/api-key-pairs"]["get"]>[401]>>;
  errors: Proven<Equal<calls.ListApiKeyPairsErrors, ErrorsOf<paths["/api-key-pairs"]["get"]>>>;
}

export interface DeleteApiKeyPairTypes {
  arguments: Proven<
    Equal<calls.DeleteApiKeyPairArgs, ArgumentsOf<paths["/api-key-pairs/{api_key_pair_id}"]["delete"]>>
  >;
  data: Proven<
    Equal<
      Awaited<ReturnType<typeof calls.deleteApiKeyPair>>,
      ResultOf<paths["/api-key-pairs/{api_key_pair_id}"]["delete"]>
    >
  >;
  "error 401": Proven<
    Equal<
      calls.DeleteApiKeyPairErrors[401],
      ErrorsOf<paths["/api-key-pairs/{api_key_pair_id}"]["delete"]>[401]
    >
  >;
  "error 404": Proven<
    Equal<
      calls.DeleteApiKeyPairErrors[404],
      ErrorsOf<paths["/api-key-pairs/{api_key_pair_id}"]["delete"]>[404]
    >
  >;
  errors: Proven<
    Equal<calls.DeleteApiKeyPairErrors, ErrorsOf<paths["/api-key-pairs/{api_key_pair_id}"]["delete"]>>
  >;
}

export function createApiKeyPairCalls(client: clients.Gr4vy): void {
  const call = client.createApiKeyPair;
  call();
  // @ts-expect-error There is no such option.
  call({ timeoutMilliseconds: 1 });
}

export function listApiKeyPairsCalls(client: clients.Gr4vy, args: calls.ListApiKeyPairsArgs): void {
  const call = client.listApiKeyPairs;
  call(args);
  // @ts-expect-error There is no such argument.
  call({ ...args, bodyy: wrong });
  // @ts-expect-error "limit" is of another type.
  call({ ...args, limit: wrong });
  // @ts-expect-error "cursor" is of another type.
  call({ ...args, cursor: wrong });
  // @ts-expect-error There is no such option.
  call(args, { timeoutMilliseconds: 1 });
}

export function deleteApiKeyPairCalls(client: clients.Gr4vy, args: calls.DeleteApiKeyPairArgs): void {
  const call = client.deleteApiKeyPair;
  call(args);
  // @ts-expect-error Arguments are required.
  call();
  // @ts-expect-error "api_key_pair_id" is required.
  call(without(args, "api_key_pair_id"));
  // @ts-expect-error There is no such argument.
  call({ ...args, bodyy: wrong });
  // @ts-expect-error "api_key_pair_id" is of another type.
  call({ ...args, api_key_pair_id: wrong });
  // @ts-expect-error There is no such option.
  call(args, { timeoutMilliseconds: 1 });
}
