import { Credentials } from "../auth/credentials.ts";
import type { ApiDefinition } from "../definition.ts";
import { createRedactor, type Redactor } from "../redact/redactor.ts";
import { createPipeline } from "../transport/openapi-fetch.ts";
import { writeBody } from "../wire/body.ts";
import { checkHeaders } from "../wire/header.ts";
import { queryPairs } from "../wire/query.ts";
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
  const client = {
    ...Object.fromEntries(
      methods.map((method) => [method, (path: string, init?: object) => request(method, path, init)]),
    ),
    request,
    use,
    eject,
    withOptions(changes: ApiClientOptions): C {
      const derived = createApiClient<C>(definition, {
        ...options,
        ...changes,
        headers: { ...options.headers, ...changes.headers },
        auth: { ...options.auth, ...changes.auth },
      });
      derived.use(...registered);
      return derived;
    },
  };
  return Object.defineProperty(client, engine, { value: behind }) as unknown as C;
}

function createEngine(definition: ApiDefinition, options: ApiClientOptions): Engine {
  const baseUrl = baseUrlOf(definition, options);
  const { auth, ...shared } = options;
  const credentials = new Credentials(definition, baseUrl, auth);
  let redactor: Redactor | undefined;
  return {
    name: definition.name,
    definition,
    baseUrl,
    options: shared,
    credentials,
    // Most calls never show anything.
    get redactor() {
      return (redactor ??= createRedactor(definition, credentials.secrets));
    },
    pipeline: createPipeline({
      baseUrl,
      headers: { accept: "application/json", ...Object.fromEntries(checkHeaders(options.headers)) },
      querySerializer: (query) =>
        Object.entries(query)
          .flatMap(([name, value]) =>
            queryPairs({ name, style: Array.isArray(value) ? "form" : "deepObject" }, value),
          )
          .join("&"),
      bodySerializer: (body, headers) =>
        writeBody(body, headers?.get("content-type") ?? "application/json").content,
    }),
  };
}
