import type { Credentials } from "../auth/credentials.ts";
import type { ApiDefinition } from "../definition.ts";
import type { Pipeline } from "../transport/openapi-fetch.ts";
import type { Redactor } from "../redact/redactor.ts";
import type { ClientOptions } from "./options.ts";

/** Where a client keeps its {@link Engine}. */
export const engine: unique symbol = Symbol("engine");

/** What is behind a client: everything a call needs that is not its own. */
export interface Engine<Name extends string = string> {
  /** Tells the clients of two APIs apart. */
  readonly name: Name;
  readonly definition: ApiDefinition;
  readonly baseUrl: string;
  readonly options: Readonly<ClientOptions>;
  readonly credentials: Credentials;
  readonly pipeline: Pipeline;
  readonly redactor: Redactor;
}
