import { Credentials } from "../auth/credentials.ts";
import type { ApiDefinition } from "../definition.ts";
import { createPipeline } from "../transport/openapi-fetch.ts";
import { writeBody } from "../wire/body.ts";
import { checkHeaders } from "../wire/header.ts";
import { fillPath } from "../wire/path.ts";
import { queryPairs } from "../wire/query.ts";
import type { Client } from "./client.ts";
import { type Engine, engine } from "./engine.ts";
import type { ClientOptions } from "./options.ts";
import { rawCall } from "./raw.ts";
import { baseUrlOf } from "./server.ts";

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

/** Options of every client, before the generated package types `auth` and `server` for its API. */
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
export function createApiClient<C extends Client<{}, string>>(
  definition: ApiDefinition,
  options: ApiClientOptions = {},
): C {
  const baseUrl = baseUrlOf(definition, options.baseUrl, options.server);
  const pipeline = createPipeline({
    baseUrl,
    headers: { accept: "application/json", ...Object.fromEntries(checkHeaders(options.headers)) },
    pathSerializer: (template, values) =>
      baseUrl +
      fillPath(template.slice(baseUrl.length), (name) =>
        Object.hasOwn(values, name) ? values[name] : undefined,
      ),
    querySerializer: (query) =>
      Object.entries(query)
        .flatMap(([name, value]) =>
          queryPairs({ name, style: Array.isArray(value) ? "form" : "deepObject" }, value),
        )
        .join("&"),
    bodySerializer: (body, headers) =>
      writeBody(body, headers?.get("content-type") ?? "application/json").content,
  });
  const behind: Engine = {
    name: definition.name,
    definition,
    baseUrl,
    options,
    credentials: new Credentials(definition, options.auth),
    pipeline,
  };
  const calls = methods.map((method) => [
    method,
    (path: string, init?: object) => rawCall(behind, method, path, init),
  ]);
  const client = {
    ...Object.fromEntries(calls),
    request: (method: string, path: string, init?: object) =>
      rawCall(behind, method.toUpperCase(), path, init),
    use: pipeline.use,
    eject: pipeline.eject,
  };
  return Object.defineProperty(client, engine, { value: behind }) as C;
}
