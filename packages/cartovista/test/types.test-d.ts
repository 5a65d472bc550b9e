// Generated from specs/cartovista.yaml by Keysmith. Edit the document, then run `pnpm generate cartovista`.

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
  Proven<Equal<models.AccessKey, components["schemas"]["AccessKey"]>>,
  Proven<Equal<models.AccessKeyMode, components["schemas"]["AccessKeyMode"]>>,
  Proven<Equal<models.CreateAccessKey, components["schemas"]["CreateAccessKey"]>>,
  Proven<Equal<models.UpdateAccessKey, components["schemas"]["UpdateAccessKey"]>>,
  Proven<Equal<models.SecretKey, components["schemas"]["SecretKey"]>>,
];

export const lean = (client: clients.Cartovista): clients.CartovistaClient => client;

export interface CreateAccessKeyTypes {
  arguments: Proven<
    Equal<
      calls.CreateAccessKeyArgs,
      ArgumentsOf<paths["/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey"]["post"]>
    >
  >;
  data: Proven<
    Equal<
      Awaited<ReturnType<typeof calls.createAccessKey>>,
      ResultOf<paths["/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey"]["post"]>
    >
  >;
  "error 400": Proven<
    Equal<
      calls.CreateAccessKeyErrors[400],
      ErrorsOf<paths["/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey"]["post"]>[400]
    >
  >;
  "error 401": Proven<
    Equal<
      calls.CreateAccessKeyErrors[401],
      ErrorsOf<paths["/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey"]["post"]>[401]
    >
  >;
  "error 403": Proven<
    Equal<
      calls.CreateAccessKeyErrors[403],
      ErrorsOf<paths["/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey"]["post"]>[403]
    >
  >;
  "error 404": Proven<
    Equal<
      calls.CreateAccessKeyErrors[404],
      ErrorsOf<paths["/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey"]["post"]>[404]
    >
  >;
  errors: Proven<
    Equal<
      calls.CreateAccessKeyErrors,
      ErrorsOf<paths["/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey"]["post"]>
    >
  >;
}

export interface GetAccessKeysTypes {
  arguments: Proven<
    Equal<
      calls.GetAccessKeysArgs,
      ArgumentsOf<paths["/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey"]["get"]>
    >
  >;
  data: Proven<
    Equal<
      Awaited<ReturnType<typeof calls.getAccessKeys>>,
      ResultOf<paths["/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey"]["get"]>
    >
  >;
  "error 401": Proven<
    Equal<
      calls.GetAccessKeysErrors[401],
      ErrorsOf<paths["/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey"]["get"]>[401]
    >
  >;
  "error 403": Proven<
    Equal<
      calls.GetAccessKeysErrors[403],
      ErrorsOf<paths["/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey"]["get"]>[403]
    >
  >;
  "error 404": Proven<
    Equal<
      calls.GetAccessKeysErrors[404],
      ErrorsOf<paths["/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey"]["get"]>[404]
    >
  >;
  errors: Proven<
    Equal<
      calls.GetAccessKeysErrors,
      ErrorsOf<paths["/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey"]["get"]>
    >
  >;
}

export interface UpdateAccessKeyTypes {
  arguments: Proven<
    Equal<calls.UpdateAccessKeyArgs, ArgumentsOf<paths["/{tenantUrlCode}/api/v2/ApiKey"]["post"]>>
  >;
  data: Proven<
    Equal<
      Awaited<ReturnType<typeof calls.updateAccessKey>>,
      ResultOf<paths["/{tenantUrlCode}/api/v2/ApiKey"]["post"]>
    >
  >;
  "error 400": Proven<
    Equal<calls.UpdateAccessKeyErrors[400], ErrorsOf<paths["/{tenantUrlCode}/api/v2/ApiKey"]["post"]>[400]>
  >;
  "error 401": Proven<
    Equal<calls.UpdateAccessKeyErrors[401], ErrorsOf<paths["/{tenantUrlCode}/api/v2/ApiKey"]["post"]>[401]>
  >;
  "error 403": Proven<
    Equal<calls.UpdateAccessKeyErrors[403], ErrorsOf<paths["/{tenantUrlCode}/api/v2/ApiKey"]["post"]>[403]>
  >;
  "error 404": Proven<
    Equal<calls.UpdateAccessKeyErrors[404], ErrorsOf<paths["/{tenantUrlCode}/api/v2/ApiKey"]["post"]>[404]>
  >;
  errors: Proven<
    Equal<calls.UpdateAccessKeyErrors, ErrorsOf<paths["/{tenantUrlCode}/api/v2/ApiKey"]["post"]>>
  >;
}

export interface DeleteApiKeyTypes {
  arguments: Proven<
    Equal<calls.DeleteApiKeyArgs, ArgumentsOf<paths["/{tenantUrlCode}/api/v2/ApiKey/{id}"]["delete"]>>
  >;
  data: Proven<
    Equal<
      Awaited<ReturnType<typeof calls.deleteApiKey>>,
      ResultOf<paths["/{tenantUrlCode}/api/v2/ApiKey/{id}"]["delete"]>
    >
  >;
  "error 401": Proven<
    Equal<
      calls.DeleteApiKeyErrors[401],
      ErrorsOf<paths["/{tenantUrlCode}/api/v2/ApiKey/{id}"]["delete"]>[401]
    >
  >;
  "error 403": Proven<
    Equal<
      calls.DeleteApiKeyErrors[403],
      ErrorsOf<paths["/{tenantUrlCode}/api/v2/ApiKey/{id}"]["delete"]>[403]
    >
  >;
  "error 404": Proven<
    Equal<
      calls.DeleteApiKeyErrors[404],
      ErrorsOf<paths["/{tenantUrlCode}/api/v2/ApiKey/{id}"]["delete"]>[404]
    >
  >;
  errors: Proven<
    Equal<calls.DeleteApiKeyErrors, ErrorsOf<paths["/{tenantUrlCode}/api/v2/ApiKey/{id}"]["delete"]>>
  >;
}

export interface GenerateSecretKeyTypes {
  arguments: Proven<
    Equal<
      calls.GenerateSecretKeyArgs,
      ArgumentsOf<paths["/{tenantUrlCode}/api/v2/ApiKey/{id}/generateSecret"]["post"]>
    >
  >;
  data: Proven<
    Equal<
      Awaited<ReturnType<typeof calls.generateSecretKey>>,
      ResultOf<paths["/{tenantUrlCode}/api/v2/ApiKey/{id}/generateSecret"]["post"]>
    >
  >;
  "error 401": Proven<
    Equal<
      calls.GenerateSecretKeyErrors[401],
      ErrorsOf<paths["/{tenantUrlCode}/api/v2/ApiKey/{id}/generateSecret"]["post"]>[401]
    >
  >;
  "error 403": Proven<
    Equal<
      calls.GenerateSecretKeyErrors[403],
      ErrorsOf<paths["/{tenantUrlCode}/api/v2/ApiKey/{id}/generateSecret"]["post"]>[403]
    >
  >;
  "error 404": Proven<
    Equal<
      calls.GenerateSecretKeyErrors[404],
      ErrorsOf<paths["/{tenantUrlCode}/api/v2/ApiKey/{id}/generateSecret"]["post"]>[404]
    >
  >;
  errors: Proven<
    Equal<
      calls.GenerateSecretKeyErrors,
      ErrorsOf<paths["/{tenantUrlCode}/api/v2/ApiKey/{id}/generateSecret"]["post"]>
    >
  >;
}

export function createAccessKeyCalls(client: clients.Cartovista, args: calls.CreateAccessKeyArgs): void {
  const call = client.createAccessKey;
  call(args);
  // @ts-expect-error Arguments are required.
  call();
  // @ts-expect-error "tenantUrlCode" is required.
  call(without(args, "tenantUrlCode"));
  // @ts-expect-error "UserIdentifier" is required.
  call(without(args, "UserIdentifier"));
  // @ts-expect-error "body" is required.
  call(without(args, "body"));
  // @ts-expect-error There is no such argument.
  call({ ...args, bodyy: wrong });
  // @ts-expect-error "tenantUrlCode" is of another type.
  call({ ...args, tenantUrlCode: wrong });
  // @ts-expect-error "UserIdentifier" is of another type.
  call({ ...args, UserIdentifier: wrong });
  // @ts-expect-error There is no such option.
  call(args, { timeoutMilliseconds: 1 });
}

export function getAccessKeysCalls(client: clients.Cartovista, args: calls.GetAccessKeysArgs): void {
  const call = client.getAccessKeys;
  call(args);
  // @ts-expect-error Arguments are required.
  call();
  // @ts-expect-error "tenantUrlCode" is required.
  call(without(args, "tenantUrlCode"));
  // @ts-expect-error "UserIdentifier" is required.
  call(without(args, "UserIdentifier"));
  // @ts-expect-error There is no such argument.
  call({ ...args, bodyy: wrong });
  // @ts-expect-error "tenantUrlCode" is of another type.
  call({ ...args, tenantUrlCode: wrong });
  // @ts-expect-error "UserIdentifier" is of another type.
  call({ ...args, UserIdentifier: wrong });
  // @ts-expect-error There is no such option.
  call(args, { timeoutMilliseconds: 1 });
}

export function updateAccessKeyCalls(client: clients.Cartovista, args: calls.UpdateAccessKeyArgs): void {
  const call = client.updateAccessKey;
  call(args);
  // @ts-expect-error Arguments are required.
  call();
  // @ts-expect-error "tenantUrlCode" is required.
  call(without(args, "tenantUrlCode"));
  // @ts-expect-error "body" is required.
  call(without(args, "body"));
  // @ts-expect-error There is no such argument.
  call({ ...args, bodyy: wrong });
  // @ts-expect-error "tenantUrlCode" is of another type.
  call({ ...args, tenantUrlCode: wrong });
  // @ts-expect-error There is no such option.
  call(args, { timeoutMilliseconds: 1 });
}

export function deleteApiKeyCalls(client: clients.Cartovista, args: calls.DeleteApiKeyArgs): void {
  const call = client.deleteApiKey;
  call(args);
  // @ts-expect-error Arguments are required.
  call();
  // @ts-expect-error "tenantUrlCode" is required.
  call(without(args, "tenantUrlCode"));
  // @ts-expect-error "id" is required.
  call(without(args, "id"));
  // @ts-expect-error There is no such argument.
  call({ ...args, bodyy: wrong });
  // @ts-expect-error "tenantUrlCode" is of another type.
  call({ ...args, tenantUrlCode: wrong });
  // @ts-expect-error "id" is of another type.
  call({ ...args, id: wrong });
  // @ts-expect-error There is no such option.
  call(args, { timeoutMilliseconds: 1 });
}

export function generateSecretKeyCalls(client: clients.Cartovista, args: calls.GenerateSecretKeyArgs): void {
  const call = client.generateSecretKey;
  call(args);
  // @ts-expect-error Arguments are required.
  call();
  // @ts-expect-error "tenantUrlCode" is required.
  call(without(args, "tenantUrlCode"));
  // @ts-expect-error "id" is required.
  call(without(args, "id"));
  // @ts-expect-error There is no such argument.
  call({ ...args, bodyy: wrong });
  // @ts-expect-error "tenantUrlCode" is of another type.
  call({ ...args, tenantUrlCode: wrong });
  // @ts-expect-error "id" is of another type.
  call({ ...args, id: wrong });
  // @ts-expect-error There is no such option.
  call(args, { timeoutMilliseconds: 1 });
}
