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

export type CreateAccessKeyTypes = [
  Proven<
    Equal<
      calls.CreateAccessKeyArgs,
      ArgumentsOf<paths["/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey"]["post"]>
    >
  >,
  Proven<
    Equal<
      Awaited<ReturnType<typeof calls.createAccessKey>>,
      ResultOf<paths["/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey"]["post"]>
    >
  >,
  Proven<
    Equal<
      calls.CreateAccessKeyErrors,
      ErrorsOf<paths["/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey"]["post"]>
    >
  >,
];

export type GetAccessKeysTypes = [
  Proven<
    Equal<
      calls.GetAccessKeysArgs,
      ArgumentsOf<paths["/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey"]["get"]>
    >
  >,
  Proven<
    Equal<
      Awaited<ReturnType<typeof calls.getAccessKeys>>,
      ResultOf<paths["/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey"]["get"]>
    >
  >,
  Proven<
    Equal<
      calls.GetAccessKeysErrors,
      ErrorsOf<paths["/{tenantUrlCode}/api/v2/User/{UserIdentifier}/ApiKey"]["get"]>
    >
  >,
];

export type UpdateAccessKeyTypes = [
  Proven<Equal<calls.UpdateAccessKeyArgs, ArgumentsOf<paths["/{tenantUrlCode}/api/v2/ApiKey"]["post"]>>>,
  Proven<
    Equal<
      Awaited<ReturnType<typeof calls.updateAccessKey>>,
      ResultOf<paths["/{tenantUrlCode}/api/v2/ApiKey"]["post"]>
    >
  >,
  Proven<Equal<calls.UpdateAccessKeyErrors, ErrorsOf<paths["/{tenantUrlCode}/api/v2/ApiKey"]["post"]>>>,
];

export type DeleteApiKeyTypes = [
  Proven<Equal<calls.DeleteApiKeyArgs, ArgumentsOf<paths["/{tenantUrlCode}/api/v2/ApiKey/{id}"]["delete"]>>>,
  Proven<
    Equal<
      Awaited<ReturnType<typeof calls.deleteApiKey>>,
      ResultOf<paths["/{tenantUrlCode}/api/v2/ApiKey/{id}"]["delete"]>
    >
  >,
  Proven<Equal<calls.DeleteApiKeyErrors, ErrorsOf<paths["/{tenantUrlCode}/api/v2/ApiKey/{id}"]["delete"]>>>,
];

export type GenerateSecretKeyTypes = [
  Proven<
    Equal<
      calls.GenerateSecretKeyArgs,
      ArgumentsOf<paths["/{tenantUrlCode}/api/v2/ApiKey/{id}/generateSecret"]["post"]>
    >
  >,
  Proven<
    Equal<
      Awaited<ReturnType<typeof calls.generateSecretKey>>,
      ResultOf<paths["/{tenantUrlCode}/api/v2/ApiKey/{id}/generateSecret"]["post"]>
    >
  >,
  Proven<
    Equal<
      calls.GenerateSecretKeyErrors,
      ErrorsOf<paths["/{tenantUrlCode}/api/v2/ApiKey/{id}/generateSecret"]["post"]>
    >
  >,
];

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
