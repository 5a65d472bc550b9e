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

export interface CreateUserApiKeyTypes {
  arguments: Proven<
    Equal<calls.CreateUserApiKeyArgs, ArgumentsOf<paths["/users/{userId}/api_keys"]["post"]>>
  >;
  data: Proven<
    Equal<
      Awaited<ReturnType<typeof calls.createUserApiKey>>,
      ResultOf<paths["/users/{userId}/api_keys"]["post"]>
    >
  >;
  "error 400": Proven<
    Equal<calls.CreateUserApiKeyErrors[400], ErrorsOf<paths["/users/{userId}/api_keys"]["post"]>[400]>
  >;
  "error 401": Proven<
    Equal<calls.CreateUserApiKeyErrors[401], ErrorsOf<paths["/users/{userId}/api_keys"]["post"]>[401]>
  >;
  "error 403": Proven<
    Equal<calls.CreateUserApiKeyErrors[403], ErrorsOf<paths["/users/{userId}/api_keys"]["post"]>[403]>
  >;
  "error 404": Proven<
    Equal<calls.CreateUserApiKeyErrors[404], ErrorsOf<paths["/users/{userId}/api_keys"]["post"]>[404]>
  >;
  "error 429": Proven<
    Equal<calls.CreateUserApiKeyErrors[429], ErrorsOf<paths["/users/{userId}/api_keys"]["post"]>[429]>
  >;
  errors: Proven<Equal<calls.CreateUserApiKeyErrors, ErrorsOf<paths["/users/{userId}/api_keys"]["post"]>>>;
}

export interface GetUserApiKeysTypes {
  arguments: Proven<Equal<calls.GetUserApiKeysArgs, ArgumentsOf<paths["/users/{userId}/api_keys"]["get"]>>>;
  data: Proven<
    Equal<
      Awaited<ReturnType<typeof calls.getUserApiKeys>>,
      ResultOf<paths["/users/{userId}/api_keys"]["get"]>
    >
  >;
  "error 400": Proven<
    Equal<calls.GetUserApiKeysErrors[400], ErrorsOf<paths["/users/{userId}/api_keys"]["get"]>[400]>
  >;
  "error 401": Proven<
    Equal<calls.GetUserApiKeysErrors[401], ErrorsOf<paths["/users/{userId}/api_keys"]["get"]>[401]>
  >;
  "error 403": Proven<
    Equal<calls.GetUserApiKeysErrors[403], ErrorsOf<paths["/users/{userId}/api_keys"]["get"]>[403]>
  >;
  "error 404": Proven<
    Equal<calls.GetUserApiKeysErrors[404], ErrorsOf<paths["/users/{userId}/api_keys"]["get"]>[404]>
  >;
  "error 429": Proven<
    Equal<calls.GetUserApiKeysErrors[429], ErrorsOf<paths["/users/{userId}/api_keys"]["get"]>[429]>
  >;
  errors: Proven<Equal<calls.GetUserApiKeysErrors, ErrorsOf<paths["/users/{userId}/api_keys"]["get"]>>>;
}

export interface GetUserApiKeyTypes {
  arguments: Proven<
    Equal<calls.GetUserApiKeyArgs, ArgumentsOf<paths["/users/{userId}/api_keys/{id}"]["get"]>>
  >;
  data: Proven<
    Equal<
      Awaited<ReturnType<typeof calls.getUserApiKey>>,
      ResultOf<paths["/users/{userId}/api_keys/{id}"]["get"]>
    >
  >;
  "error 400": Proven<
    Equal<calls.GetUserApiKeyErrors[400], ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["get"]>[400]>
  >;
  "error 401": Proven<
    Equal<calls.GetUserApiKeyErrors[401], ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["get"]>[401]>
  >;
  "error 403": Proven<
    Equal<calls.GetUserApiKeyErrors[403], ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["get"]>[403]>
  >;
  "error 404": Proven<
    Equal<calls.GetUserApiKeyErrors[404], ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["get"]>[404]>
  >;
  "error 429": Proven<
    Equal<calls.GetUserApiKeyErrors[429], ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["get"]>[429]>
  >;
  errors: Proven<Equal<calls.GetUserApiKeyErrors, ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["get"]>>>;
}

export interface UpdateUserApiKeyTypes {
  arguments: Proven<
    Equal<calls.UpdateUserApiKeyArgs, ArgumentsOf<paths["/users/{userId}/api_keys/{id}"]["put"]>>
  >;
  data: Proven<
    Equal<
      Awaited<ReturnType<typeof calls.updateUserApiKey>>,
      ResultOf<paths["/users/{userId}/api_keys/{id}"]["put"]>
    >
  >;
  "error 400": Proven<
    Equal<calls.UpdateUserApiKeyErrors[400], ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["put"]>[400]>
  >;
  "error 401": Proven<
    Equal<calls.UpdateUserApiKeyErrors[401], ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["put"]>[401]>
  >;
  "error 403": Proven<
    Equal<calls.UpdateUserApiKeyErrors[403], ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["put"]>[403]>
  >;
  "error 404": Proven<
    Equal<calls.UpdateUserApiKeyErrors[404], ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["put"]>[404]>
  >;
  "error 429": Proven<
    Equal<calls.UpdateUserApiKeyErrors[429], ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["put"]>[429]>
  >;
  errors: Proven<
    Equal<calls.UpdateUserApiKeyErrors, ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["put"]>>
  >;
}

export interface DeleteUserApiKeyTypes {
  arguments: Proven<
    Equal<calls.DeleteUserApiKeyArgs, ArgumentsOf<paths["/users/{userId}/api_keys/{id}"]["delete"]>>
  >;
  data: Proven<
    Equal<
      Awaited<ReturnType<typeof calls.deleteUserApiKey>>,
      ResultOf<paths["/users/{userId}/api_keys/{id}"]["delete"]>
    >
  >;
  "error 400": Proven<
    Equal<calls.DeleteUserApiKeyErrors[400], ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["delete"]>[400]>
  >;
  "error 401": Proven<
    Equal<calls.DeleteUserApiKeyErrors[401], ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["delete"]>[401]>
  >;
  "error 403": Proven<
    Equal<calls.DeleteUserApiKeyErrors[403], ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["delete"]>[403]>
  >;
  "error 404": Proven<
    Equal<calls.DeleteUserApiKeyErrors[404], ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["delete"]>[404]>
  >;
  "error 429": Proven<
    Equal<calls.DeleteUserApiKeyErrors[429], ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["delete"]>[429]>
  >;
  errors: Proven<
    Equal<calls.DeleteUserApiKeyErrors, ErrorsOf<paths["/users/{userId}/api_keys/{id}"]["delete"]>>
  >;
}

export interface DecryptUserApiKeyTypes {
  arguments: Proven<
    Equal<calls.DecryptUserApiKeyArgs, ArgumentsOf<paths["/users/{userId}/api_keys/{id}/decrypt"]["post"]>>
  >;
  data: Proven<
    Equal<
      Awaited<ReturnType<typeof calls.decryptUserApiKey>>,
      ResultOf<paths["/users/{userId}/api_keys/{id}/decrypt"]["post"]>
    >
  >;
  "error 400": Proven<
    Equal<
      calls.DecryptUserApiKeyErrors[400],
      ErrorsOf<paths["/users/{userId}/api_keys/{id}/decrypt"]["post"]>[400]
    >
  >;
  "error 401": Proven<
    Equal<
      calls.DecryptUserApiKeyErrors[401],
      ErrorsOf<paths["/users/{userId}/api_keys/{id}/decrypt"]["post"]>[401]
    >
  >;
  "error 403": Proven<
    Equal<
      calls.DecryptUserApiKeyErrors[403],
      ErrorsOf<paths["/users/{userId}/api_keys/{id}/decrypt"]["post"]>[403]
    >
  >;
  "error 404": Proven<
    Equal<
      calls.DecryptUserApiKeyErrors[404],
      ErrorsOf<paths["/users/{userId}/api_keys/{id}/decrypt"]["post"]>[404]
    >
  >;
  "error 429": Proven<
    Equal<
      calls.DecryptUserApiKeyErrors[429],
      ErrorsOf<paths["/users/{userId}/api_keys/{id}/decrypt"]["post"]>[429]
    >
  >;
  errors: Proven<
    Equal<calls.DecryptUserApiKeyErrors, ErrorsOf<paths["/users/{userId}/api_keys/{id}/decrypt"]["post"]>>
  >;
}

export interface GetOrganizationApiKeysTypes {
  arguments: Proven<
    Equal<calls.GetOrganizationApiKeysArgs, ArgumentsOf<paths["/orgs/{id}/api_keys"]["get"]>>
  >;
  data: Proven<
    Equal<
      Awaited<ReturnType<typeof calls.getOrganizationApiKeys>>,
      ResultOf<paths["/orgs/{id}/api_keys"]["get"]>
    >
  >;
  "error 400": Proven<
    Equal<calls.GetOrganizationApiKeysErrors[400], ErrorsOf<paths["/orgs/{id}/api_keys"]["get"]>[400]>
  >;
  "error 401": Proven<
    Equal<calls.GetOrganizationApiKeysErrors[401], ErrorsOf<paths["/orgs/{id}/api_keys"]["get"]>[401]>
  >;
  "error 403": Proven<
    Equal<calls.GetOrganizationApiKeysErrors[403], ErrorsOf<paths["/orgs/{id}/api_keys"]["get"]>[403]>
  >;
  "error 404": Proven<
    Equal<calls.GetOrganizationApiKeysErrors[404], ErrorsOf<paths["/orgs/{id}/api_keys"]["get"]>[404]>
  >;
  "error 429": Proven<
    Equal<calls.GetOrganizationApiKeysErrors[429], ErrorsOf<paths["/orgs/{id}/api_keys"]["get"]>[429]>
  >;
  errors: Proven<Equal<calls.GetOrganizationApiKeysErrors, ErrorsOf<paths["/orgs/{id}/api_keys"]["get"]>>>;
}

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
