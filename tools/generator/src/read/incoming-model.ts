import type { Body, ExternalDocs, Method, Parameter, Response } from "./model.ts";

/** Calls that the API makes to its user, and the names of the types that list them. */
export interface Incoming {
  /** `Webhooks` and `Callbacks`, unless a schema is called so. */
  readonly typeNames: Readonly<Record<IncomingCall["kind"], string>>;
  readonly calls: readonly IncomingCall[];
}

/** A webhook, or what a callback of an operation sends. */
export interface IncomingCall {
  readonly kind: "webhook" | "callback";
  /** Key under `webhooks` or `callbacks`. */
  readonly key: string;
  /** Name of its type, `NewKeyWebhook`. */
  readonly name: string;
  readonly method: Method;
  /** Of a callback: the operation's function that asks for it, and where the call goes: an expression such as `{$request.body#/url}`. */
  readonly operation: string | undefined;
  readonly url: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly externalDocs: ExternalDocs | undefined;
  readonly parameters: readonly Parameter[];
  readonly body: Body | undefined;
  /** What the user is expected to answer. */
  readonly responses: readonly Response[];
}
