import { isObject, type JsonObject } from "../load/json.ts";
import { childPointer } from "../load/pointer.ts";
import { booleanAt, membersAt, textAt } from "./document.ts";
import type { Incoming, IncomingCall } from "./model.ts";
import type { NamedCall } from "./names.ts";
import { externalDocsOf } from "./external-docs.ts";
import { summaryOf } from "./operation.ts";
import { parametersOf } from "./parameter.ts";
import type { Reading } from "./reading.ts";
import { bodyOf, responsesOf } from "./response.ts";
import { operationsIn, type Route, routeKey } from "./route.ts";

/** A call that comes in, before it is read. */
export interface IncomingRoute {
  readonly kind: IncomingCall["kind"];
  readonly key: string;
  /** Of a callback: the operation it belongs to. */
  readonly owner: Route | undefined;
  readonly call: Route;
  /** Whether its key stands for this call alone. */
  readonly only: boolean;
}

/** Every webhook, then every callback of an operation, in the order of the document. */
export function incomingRoutes(root: JsonObject, routes: readonly Route[]): readonly IncomingRoute[] {
  const webhooks = membersAt(root, "webhooks").flatMap(([key, value]) => {
    const calls = operationsIn(root, { value, pointer: childPointer("#/webhooks", key) }, key);
    return calls.map((call) => ({
      kind: "webhook" as const,
      key,
      owner: undefined,
      call,
      only: calls.length === 1,
    }));
  });
  return [...webhooks, ...routes.flatMap((route) => callbacksOf(root, route))];
}

function callbacksOf(root: JsonObject, owner: Route): readonly IncomingRoute[] {
  return membersAt(owner.operation.value, "callbacks").flatMap(([key, value]) => {
    const pointer = childPointer(owner.operation.pointer, "callbacks", key);
    const calls = Object.entries(isObject(value) ? value : {}).flatMap(([url, item]) => {
      if (url.startsWith("x-") || !isObject(item)) return [];
      return operationsIn(root, { value: item, pointer: childPointer(pointer, url) }, url);
    });
    return calls.map((call) => ({ kind: "callback" as const, key, owner, call, only: calls.length === 1 }));
  });
}

/** What `names.ts` has to know of one. */
export function namedCall({ kind, key, owner, call, only }: IncomingRoute): NamedCall {
  return {
    id: call.operation.pointer + (owner === undefined ? "" : ` ${routeKey(owner)} ${key}`),
    kind,
    key,
    method: only ? "" : call.method,
    owner: owner && routeKey(owner),
  };
}

export function readIncoming(reading: Reading, all: readonly IncomingRoute[]): Incoming {
  const { calls, incoming, operations } = reading.names;
  return {
    typeNames: incoming,
    calls: all.map((route) => {
      const { kind, key, owner, call } = route;
      const { value: operation } = call.operation;
      return {
        kind,
        key,
        name: calls.get(namedCall(route).id) ?? key,
        method: call.method,
        operation: owner && operations.get(routeKey(owner))?.name,
        url: kind === "callback" ? call.path : undefined,
        summary: summaryOf(operation, call.item.value),
        description: textAt(operation, "description") ?? textAt(call.item.value, "description"),
        deprecated: booleanAt(operation, "deprecated") === true,
        externalDocs: externalDocsOf(operation),
        parameters: parametersOf(reading, call),
        body: bodyOf(reading, operation),
        responses: responsesOf(reading, operation),
      };
    }),
  };
}
