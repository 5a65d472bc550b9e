import { Credentials } from "../auth/credentials.ts";
import type { ApiDefinition } from "../definition.ts";
import { Redactor } from "../redact/redactor.ts";
import { createPipeline } from "../transport/openapi-fetch.ts";
import { writeBody } from "../wire/body.ts";
import { checkHeaders } from "../wire/header.ts";
import { queryPart } from "../wire/query.ts";
import type { Client } from "./client.ts";
import { type Engine, engine } from "./engine.ts";
import type { ClientOptions } from "./options.ts";
import { rawCall } from "./raw.ts";
import { baseUrlOf } from "./server.ts";

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

/** Options of every client, before the generated package types `auth`, `server` and `environment` for its API. */
export interface ApiClientOptions extends ClientOptions {
  /** Credentials by security scheme. */
  readonly auth?: object;
  /** Variables of the server's URL. */
  readonly server?: object;
}

/**
 * Makes a client from the data of its API.
 *
 * @throws ConfigError when an option is wrong: an unsafe base URL, a credential that cannot travel.
 */
export function createApiClient<C extends Client<{}, string, object>>(
  definition: ApiDefinition,
  options: ApiClientOptions = {},
): C {
  const behind = createEngine(definition, options);
  const { use, eject, registered } = behind.pipeline;
  const request = (method: string, path: string, init?: object) =>
    rawCall(behind, method.toUpperCase(), path, init);
  const calls = methods.map((method) => [method, request.bind(undefined, method)]);
  const withOptions = (changes: ApiClientOptions): C => {
    const headers = { ...options.headers, ...changes.headers };
    const auth = { ...options.auth, ...changes.auth };
    const derived = createApiClient<C>(definition, { ...options, ...changes, headers, auth });
    derived.use(...registered);
    return derived;
  };
  const client = { ...Object.fromEntries(calls), request, use, eject, withOptions };
  return Object.defineProperty(client, engine, { value: behind }) as unknown as C;
}

function createEngine(definition: ApiDefinition, { auth, ...options }: ApiClientOptions): Engine {
  const baseUrl = baseUrlOf(definition, options);
  const credentials = new Credentials(definition, auth);
  const redactor = new Redactor(definition, credentials.secrets);
  const pipeline = createPipeline({
    baseUrl,
    headers: { accept: "application/json", ...Object.fromEntries(checkHeaders(options.headers)) },
    querySerializer: (query) => {
      const parts = Object.entries(query).map(([name, value]) => {
        return queryPart(Array.isArray(value) ? { name } : { name, style: "deepObject" }, value);
      });
      return parts.filter(Boolean).join("&");
    },
    bodySerializer: (body, headers) => writeBody(body, headers?.get("content-type") ?? "application/json"),
  });
  return { name: definition.name, definition, baseUrl, options, credentials, redactor, pipeline };
}
