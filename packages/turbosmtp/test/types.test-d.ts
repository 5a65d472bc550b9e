// Generated from specs/turbosmtp.yaml by Keysmith. Edit the document, then run `pnpm generate turbosmtp`.

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
  Proven<Equal<models.CreateConsumerKey, components["schemas"]["CreateConsumerKey"]>>,
  Proven<Equal<models.CreatedConsumerKey, components["schemas"]["CreatedConsumerKey"]>>,
  Proven<Equal<models.ConsumerKey, components["schemas"]["ConsumerKey"]>>,
  Proven<Equal<models.ConsumerKeyList, components["schemas"]["ConsumerKeyList"]>>,
  Proven<Equal<models.SuccessBody, components["schemas"]["SuccessBody"]>>,
  Proven<Equal<models.ErrorBody, components["schemas"]["ErrorBody"]>>,
  Proven<Equal<models.AuthorizationErrorBody, components["schemas"]["AuthorizationErrorBody"]>>,
];

export const lean = (client: clients.Turbosmtp): clients.TurbosmtpClient => client;

export interface CreateConsumerKeyTypes {
  arguments: Proven<Equal<calls.CreateConsumerKeyArgs, ArgumentsOf<paths["/user/consumerKeys"]["post"]>>>;
  data: Proven<
    Equal<Awaited<ReturnType<typeof calls.createConsumerKey>>, ResultOf<paths["/user/consumerKeys"]["post"]>>
  >;
  "error 401": Proven<
    Equal<calls.CreateConsumerKeyErrors[401], ErrorsOf<paths["/user/consumerKeys"]["post"]>[401]>
  >;
  errors: Proven<Equal<calls.CreateConsumerKeyErrors, ErrorsOf<paths["/user/consumerKeys"]["post"]>>>;
}

export interface ListConsumerKeysTypes {
  data: Proven<
    Equal<Awaited<ReturnType<typeof calls.listConsumerKeys>>, ResultOf<paths["/user/consumerKeys"]["get"]>>
  >;
  "error 401": Proven<
    Equal<calls.ListConsumerKeysErrors[401], ErrorsOf<paths["/user/consumerKeys"]["get"]>[401]>
  >;
  errors: Proven<Equal<calls.ListConsumerKeysErrors, ErrorsOf<paths["/user/consumerKeys"]["get"]>>>;
}

export interface DeleteConsumerKeyTypes {
  arguments: Proven<
    Equal<calls.DeleteConsumerKeyArgs, ArgumentsOf<paths["/user/consumerKeys/{consumerKey}"]["delete"]>>
  >;
  data: Proven<
    Equal<
      Awaited<ReturnType<typeof calls.deleteConsumerKey>>,
      ResultOf<paths["/user/consumerKeys/{consumerKey}"]["delete"]>
    >
  >;
  "error 401": Proven<
    Equal<
      calls.DeleteConsumerKeyErrors[401],
      ErrorsOf<paths["/user/consumerKeys/{consumerKey}"]["delete"]>[401]
    >
  >;
  "error 404": Proven<
    Equal<
      calls.DeleteConsumerKeyErrors[404],
      ErrorsOf<paths["/user/consumerKeys/{consumerKey}"]["delete"]>[404]
    >
  >;
  errors: Proven<
    Equal<calls.DeleteConsumerKeyErrors, ErrorsOf<paths["/user/consumerKeys/{consumerKey}"]["delete"]>>
  >;
}

export function createConsumerKeyCalls(client: clients.Turbosmtp, args: calls.CreateConsumerKeyArgs): void {
  const call = client.createConsumerKey;
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

export function listConsumerKeysCalls(client: clients.Turbosmtp): void {
  const call = client.listConsumerKeys;
  call();
  // @ts-expect-error There is no such option.
  call({ timeoutMilliseconds: 1 });
}

export function deleteConsumerKeyCalls(client: clients.Turbosmtp, args: calls.DeleteConsumerKeyArgs): void {
  const call = client.deleteConsumerKey;
  call(args);
  // @ts-expect-error Arguments are required.
  call();
  // @ts-expect-error "consumerKey" is required.
  call(without(args, "consumerKey"));
  // @ts-expect-error There is no such argument.
  call({ ...args, bodyy: wrong });
  // @ts-expect-error "consumerKey" is of another type.
  call({ ...args, consumerKey: wrong });
  // @ts-expect-error There is no such option.
  call(args, { timeoutMilliseconds: 1 });
}
