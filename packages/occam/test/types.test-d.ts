// Generated from specs/occam.yaml by Keysmith. Edit the document, then run `pnpm generate occam`.

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
  Proven<Equal<models.CreateKey, components["schemas"]["CreateKey"]>>,
  Proven<Equal<models.VisibleApiKey, components["schemas"]["VisibleApiKey"]>>,
  Proven<Equal<models.HiddenApiKey, components["schemas"]["HiddenApiKey"]>>,
  Proven<Equal<models.ApiKeyUsage, components["schemas"]["ApiKeyUsage"]>>,
  Proven<Equal<models.DeletedKey, components["schemas"]["DeletedKey"]>>,
  Proven<Equal<models.ValidationErrorBody, components["schemas"]["ValidationErrorBody"]>>,
  Proven<Equal<models.ValidationError, components["schemas"]["ValidationError"]>>,
];

export const lean = (client: clients.Occam): clients.OccamClient => client;

export interface CreateKeyTypes {
  arguments: Proven<Equal<calls.CreateKeyArgs, ArgumentsOf<paths["/keys/"]["put"]>>>;
  data: Proven<Equal<Awaited<ReturnType<typeof calls.createKey>>, ResultOf<paths["/keys/"]["put"]>>>;
  "error 401": Proven<Equal<calls.CreateKeyErrors[401], ErrorsOf<paths["/keys/"]["put"]>[401]>>;
  "error 422": Proven<Equal<calls.CreateKeyErrors[422], ErrorsOf<paths["/keys/"]["put"]>[422]>>;
  errors: Proven<Equal<calls.CreateKeyErrors, ErrorsOf<paths["/keys/"]["put"]>>>;
}

export interface ListKeysTypes {
  data: Proven<Equal<Awaited<ReturnType<typeof calls.listKeys>>, ResultOf<paths["/keys/"]["get"]>>>;
  "error 401": Proven<Equal<calls.ListKeysErrors[401], ErrorsOf<paths["/keys/"]["get"]>[401]>>;
  errors: Proven<Equal<calls.ListKeysErrors, ErrorsOf<paths["/keys/"]["get"]>>>;
}

export interface DeleteKeyTypes {
  arguments: Proven<Equal<calls.DeleteKeyArgs, ArgumentsOf<paths["/keys/{uuid}"]["delete"]>>>;
  data: Proven<Equal<Awaited<ReturnType<typeof calls.deleteKey>>, ResultOf<paths["/keys/{uuid}"]["delete"]>>>;
  "error 401": Proven<Equal<calls.DeleteKeyErrors[401], ErrorsOf<paths["/keys/{uuid}"]["delete"]>[401]>>;
  "error 422": Proven<Equal<calls.DeleteKeyErrors[422], ErrorsOf<paths["/keys/{uuid}"]["delete"]>[422]>>;
  errors: Proven<Equal<calls.DeleteKeyErrors, ErrorsOf<paths["/keys/{uuid}"]["delete"]>>>;
}

export interface GetKeyUsageTypes {
  arguments: Proven<Equal<calls.GetKeyUsageArgs, ArgumentsOf<paths["/keys/{uuid}/usage"]["get"]>>>;
  data: Proven<
    Equal<Awaited<ReturnType<typeof calls.getKeyUsage>>, ResultOf<paths["/keys/{uuid}/usage"]["get"]>>
  >;
  "error 401": Proven<Equal<calls.GetKeyUsageErrors[401], ErrorsOf<paths["/keys/{uuid}/usage"]["get"]>[401]>>;
  "error 422": Proven<Equal<calls.GetKeyUsageErrors[422], ErrorsOf<paths["/keys/{uuid}/usage"]["get"]>[422]>>;
  errors: Proven<Equal<calls.GetKeyUsageErrors, ErrorsOf<paths["/keys/{uuid}/usage"]["get"]>>>;
}

export function createKeyCalls(client: clients.Occam, args: calls.CreateKeyArgs): void {
  const call = client.createKey;
  call(args);
  // @ts-expect-error Arguments are required.
  call();
  // @ts-expect-error "body" is required.
  call(without(args, "body"));
  // @ts-expect-error There is no such argument.
  call({ ...args, bodyy: wrong });
  // @ts-expect-error There is no such option.
  call(args, { timeoutMilliseconds: 1 });
}

export function listKeysCalls(client: clients.Occam): void {
  const call = client.listKeys;
  call();
  // @ts-expect-error There is no such option.
  call({ timeoutMilliseconds: 1 });
}

export function deleteKeyCalls(client: clients.Occam, args: calls.DeleteKeyArgs): void {
  const call = client.deleteKey;
  call(args);
  // @ts-expect-error Arguments are required.
  call();
  // @ts-expect-error "uuid" is required.
  call(without(args, "uuid"));
  // @ts-expect-error There is no such argument.
  call({ ...args, bodyy: wrong });
  // @ts-expect-error "uuid" is of another type.
  call({ ...args, uuid: wrong });
  // @ts-expect-error There is no such option.
  call(args, { timeoutMilliseconds: 1 });
}

export function getKeyUsageCalls(client: clients.Occam, args: calls.GetKeyUsageArgs): void {
  const call = client.getKeyUsage;
  call(args);
  // @ts-expect-error Arguments are required.
  call();
  // @ts-expect-error "uuid" is required.
  call(without(args, "uuid"));
  // @ts-expect-error There is no such argument.
  call({ ...args, bodyy: wrong });
  // @ts-expect-error "uuid" is of another type.
  call({ ...args, uuid: wrong });
  // @ts-expect-error There is no such option.
  call(args, { timeoutMilliseconds: 1 });
}
