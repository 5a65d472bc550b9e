// Generated from specs/automox.yaml by Keysmith. Edit the document, then run `pnpm generate automox`.

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
  Proven<Equal<models.ApiKey, components["schemas"]["ApiKey"]>>,
  Proven<Equal<models.ApiKeyOwner, components["schemas"]["ApiKeyOwner"]>>,
  Proven<Equal<models.ApiKeyPage, components["schemas"]["ApiKeyPage"]>>,
  Proven<Equal<models.CreateApiKey, components["schemas"]["CreateApiKey"]>>,
  Proven<Equal<models.UpdateApiKey, components["schemas"]["UpdateApiKey"]>>,
  Proven<Equal<models.DecryptedApiKey, components["schemas"]["DecryptedApiKey"]>>,
  Proven<Equal<models.ErrorBody, components["schemas"]["ErrorBody"]>>,
  Proven<Equal<models.ForbiddenErrorBody, components["schemas"]["ForbiddenErrorBody"]>>,
];

export const lean = (client: clients.Automox): clients.AutomoxClient => client;

export type CreateUserApiKeyTypes = [
  Proven<Equal<calls.CreateUserApiKeyArgs, ArgumentsOf<paths["/users/{userId}/api_keys"]["post"]>>>,
  Proven<
    Equal<
      Awaited<ReturnType<typeof calls.createUserApiKey>>,
      ResultOf<paths["/users/{userId}/api_keys"]["post"]>
    >
  >,
  Proven<Equal<calls.CreateUserApiKeyErrors, ErrorsOf<paths["/users/{userId}/api_keys"]["post"]>>>,
];

export type GetUserApiKeysTypes = [
  Proven<Equal<calls.GetUserApiKeysArgs, ArgumentsOf<paths["/users/{userId}/api_keys"]["get"]>>>,
  Proven<
    Equal<
      Awaited<ReturnType<typeof calls.getUserApiKeys>>,
      ResultOf<paths["/users/{userId}/api_keys"]["get"]>
    >
  >,
  Proven<Equal<calls.GetUserApiKeysErrors, ErrorsOf<paths["/users/{userId}/api_keys"]["get"]>>>,
];

export type GetUserApiKeyTypes = [
  Proven<Equal<calls.GetUserApiKeyArgs, ArgumentsOf<paths["/users/{userId}/api_keys/{id}"]["get"]>>>,
  Proven<
    Equal<
      Awaited<ReturnType<typeof calls.getUserApiKey>>,
      ResultOf<paths["/users/{userId}/api_keys/{id}"]["get"]>
    >
  >,
  Proven<Equal<calls.GetUserApiKeyErrors, ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["get"]>>>,
];

export type UpdateUserApiKeyTypes = [
  Proven<Equal<calls.UpdateUserApiKeyArgs, ArgumentsOf<paths["/users/{userId}/api_keys/{id}"]["put"]>>>,
  Proven<
    Equal<
      Awaited<ReturnType<typeof calls.updateUserApiKey>>,
      ResultOf<paths["/users/{userId}/api_keys/{id}"]["put"]>
    >
  >,
  Proven<Equal<calls.UpdateUserApiKeyErrors, ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["put"]>>>,
];

export type DeleteUserApiKeyTypes = [
  Proven<Equal<calls.DeleteUserApiKeyArgs, ArgumentsOf<paths["/users/{userId}/api_keys/{id}"]["delete"]>>>,
  Proven<
    Equal<
      Awaited<ReturnType<typeof calls.deleteUserApiKey>>,
      ResultOf<paths["/users/{userId}/api_keys/{id}"]["delete"]>
    >
  >,
  Proven<Equal<calls.DeleteUserApiKeyErrors, ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["delete"]>>>,
];

export type DecryptUserApiKeyTypes = [
  Proven<
    Equal<calls.DecryptUserApiKeyArgs, ArgumentsOf<paths["/users/{userId}/api_keys/{id}/decrypt"]["post"]>>
  >,
  Proven<
    Equal<
      Awaited<ReturnType<typeof calls.decryptUserApiKey>>,
      ResultOf<paths["/users/{userId}/api_keys/{id}/decrypt"]["post"]>
    >
  >,
  Proven<
    Equal<calls.DecryptUserApiKeyErrors, ErrorsOf<paths["/users/{userId}/api_keys/{id}/decrypt"]["post"]>>
  >,
];

export type GetOrganizationApiKeysTypes = [
  Proven<Equal<calls.GetOrganizationApiKeysArgs, ArgumentsOf<paths["/orgs/{id}/api_keys"]["get"]>>>,
  Proven<
    Equal<
      Awaited<ReturnType<typeof calls.getOrganizationApiKeys>>,
      ResultOf<paths["/orgs/{id}/api_keys"]["get"]>
    >
  >,
  Proven<Equal<calls.GetOrganizationApiKeysErrors, ErrorsOf<paths["/orgs/{id}/api_keys"]["get"]>>>,
];

export function createUserApiKeyCalls(client: clients.Automox, args: calls.CreateUserApiKeyArgs): void {
  const call = client.createUserApiKey;
  call(args);
  // @ts-expect-error Arguments are required.
  call();
  // @ts-expect-error "userId" is required.
  call(without(args, "userId"));
  // @ts-expect-error "o" is required.
  call(without(args, "o"));
  // @ts-expect-error "body" is required.
  call(without(args, "body"));
  // @ts-expect-error There is no such argument.
  call({ ...args, bodyy: wrong });
  // @ts-expect-error "userId" is of another type.
  call({ ...args, userId: wrong });
  // @ts-expect-error "o" is of another type.
  call({ ...args, o: wrong });
  // @ts-expect-error There is no such option.
  call(args, { timeoutMilliseconds: 1 });
}

export function getUserApiKeysCalls(client: clients.Automox, args: calls.GetUserApiKeysArgs): void {
  const call = client.getUserApiKeys;
  call(args);
  // @ts-expect-error Arguments are required.
  call();
  // @ts-expect-error "userId" is required.
  call(without(args, "userId"));
  // @ts-expect-error "o" is required.
  call(without(args, "o"));
  // @ts-expect-error There is no such argument.
  call({ ...args, bodyy: wrong });
  // @ts-expect-error "userId" is of another type.
  call({ ...args, userId: wrong });
  // @ts-expect-error "o" is of another type.
  call({ ...args, o: wrong });
  // @ts-expect-error "limit" is of another type.
  call({ ...args, limit: wrong });
  // @ts-expect-error "page" is of another type.
  call({ ...args, page: wrong });
  // @ts-expect-error There is no such option.
  call(args, { timeoutMilliseconds: 1 });
}

export function getUserApiKeyCalls(client: clients.Automox, args: calls.GetUserApiKeyArgs): void {
  const call = client.getUserApiKey;
  call(args);
  // @ts-expect-error Arguments are required.
  call();
  // @ts-expect-error "userId" is required.
  call(without(args, "userId"));
  // @ts-expect-error "id" is required.
  call(without(args, "id"));
  // @ts-expect-error "o" is required.
  call(without(args, "o"));
  // @ts-expect-error There is no such argument.
  call({ ...args, bodyy: wrong });
  // @ts-expect-error "userId" is of another type.
  call({ ...args, userId: wrong });
  // @ts-expect-error "id" is of another type.
  call({ ...args, id: wrong });
  // @ts-expect-error "o" is of another type.
  call({ ...args, o: wrong });
  // @ts-expect-error There is no such option.
  call(args, { timeoutMilliseconds: 1 });
}

export function updateUserApiKeyCalls(client: clients.Automox, args: calls.UpdateUserApiKeyArgs): void {
  const call = client.updateUserApiKey;
  call(args);
  // @ts-expect-error Arguments are required.
  call();
  // @ts-expect-error "userId" is required.
  call(without(args, "userId"));
  // @ts-expect-error "id" is required.
  call(without(args, "id"));
  // @ts-expect-error "o" is required.
  call(without(args, "o"));
  // @ts-expect-error "body" is required.
  call(without(args, "body"));
  // @ts-expect-error There is no such argument.
  call({ ...args, bodyy: wrong });
  // @ts-expect-error "userId" is of another type.
  call({ ...args, userId: wrong });
  // @ts-expect-error "id" is of another type.
  call({ ...args, id: wrong });
  // @ts-expect-error "o" is of another type.
  call({ ...args, o: wrong });
  // @ts-expect-error There is no such option.
  call(args, { timeoutMilliseconds: 1 });
}

export function deleteUserApiKeyCalls(client: clients.Automox, args: calls.DeleteUserApiKeyArgs): void {
  const call = client.deleteUserApiKey;
  call(args);
  // @ts-expect-error Arguments are required.
  call();
  // @ts-expect-error "userId" is required.
  call(without(args, "userId"));
  // @ts-expect-error "id" is required.
  call(without(args, "id"));
  // @ts-expect-error "o" is required.
  call(without(args, "o"));
  // @ts-expect-error There is no such argument.
  call({ ...args, bodyy: wrong });
  // @ts-expect-error "userId" is of another type.
  call({ ...args, userId: wrong });
  // @ts-expect-error "id" is of another type.
  call({ ...args, id: wrong });
  // @ts-expect-error "o" is of another type.
  call({ ...args, o: wrong });
  // @ts-expect-error There is no such option.
  call(args, { timeoutMilliseconds: 1 });
}

export function decryptUserApiKeyCalls(client: clients.Automox, args: calls.DecryptUserApiKeyArgs): void {
  const call = client.decryptUserApiKey;
  call(args);
  // @ts-expect-error Arguments are required.
  call();
  // @ts-expect-error "userId" is required.
  call(without(args, "userId"));
  // @ts-expect-error "id" is required.
  call(without(args, "id"));
  // @ts-expect-error "o" is required.
  call(without(args, "o"));
  // @ts-expect-error There is no such argument.
  call({ ...args, bodyy: wrong });
  // @ts-expect-error "userId" is of another type.
  call({ ...args, userId: wrong });
  // @ts-expect-error "id" is of another type.
  call({ ...args, id: wrong });
  // @ts-expect-error "o" is of another type.
  call({ ...args, o: wrong });
  // @ts-expect-error There is no such option.
  call(args, { timeoutMilliseconds: 1 });
}

export function getOrganizationApiKeysCalls(
  client: clients.Automox,
  args: calls.GetOrganizationApiKeysArgs,
): void {
  const call = client.getOrganizationApiKeys;
  call(args);
  // @ts-expect-error Arguments are required.
  call();
  // @ts-expect-error "id" is required.
  call(without(args, "id"));
  // @ts-expect-error There is no such argument.
  call({ ...args, bodyy: wrong });
  // @ts-expect-error "id" is of another type.
  call({ ...args, id: wrong });
  // @ts-expect-error "limit" is of another type.
  call({ ...args, limit: wrong });
  // @ts-expect-error "page" is of another type.
  call({ ...args, page: wrong });
  // @ts-expect-error There is no such option.
  call(args, { timeoutMilliseconds: 1 });
}
