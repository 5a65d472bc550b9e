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

export type CreateConsumerKeyTypes = [
  Proven<Equal<calls.CreateConsumerKeyArgs, ArgumentsOf<paths["/user/consumerKeys"]["post"]>>>,
  Proven<
    Equal<Awaited<ReturnType<typeof calls.createConsumerKey>>, ResultOf<paths["/user/consumerKeys"]["post"]>>
  >,
  Proven<Equal<calls.CreateConsumerKeyErrors, ErrorsOf<paths["/user/consumerKeys"]["post"]>>>,
];

export type ListConsumerKeysTypes = [
  Proven<
    Equal<Awaited<ReturnType<typeof calls.listConsumerKeys>>, ResultOf<paths["/user/consumerKeys"]["get"]>>
  >,
  Proven<Equal<calls.ListConsumerKeysErrors, ErrorsOf<paths["/user/consumerKeys"]["get"]>>>,
];

export type DeleteConsumerKeyTypes = [
  Proven<
    Equal<calls.DeleteConsumerKeyArgs, ArgumentsOf<paths["/user/consumerKeys/{consumerKey}"]["delete"]>>
  >,
  Proven<
    Equal<
      Awaited<ReturnType<typeof calls.deleteConsumerKey>>,
      ResultOf<paths["/user/consumerKeys/{consumerKey}"]["delete"]>
    >
  >,
  Proven<Equal<calls.DeleteConsumerKeyErrors, ErrorsOf<paths["/user/consumerKeys/{consumerKey}"]["delete"]>>>,
];

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
