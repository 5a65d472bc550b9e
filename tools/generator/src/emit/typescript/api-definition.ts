import type { Api, Json, SecurityScheme, Server } from "../../read/model.ts";
import { callableServers, isChoice } from "../servers.ts";
import { defaultTokenUrl } from "../token-flows.ts";
import { literal, literals, objectLiteral } from "./literal.ts";
import { present, securityDefinition } from "./operation-definition.ts";

/** What the runtime has to know of an API: the source of its `ApiDefinition`. */
export function apiDefinition(api: Api): string {
  return objectLiteral({
    ...literals({ name: api.name }),
    baseUrl: baseUrl(callableServers(api)),
    ...literals({
      schemes:
        api.schemes.length === 0
          ? undefined
          : Object.fromEntries(api.schemes.map((scheme) => [scheme.name, schemeDefinition(scheme)])),
      security: api.security === undefined ? undefined : securityDefinition(api.security),
      sensitive: api.sensitiveProperties.length === 0 ? undefined : api.sensitiveProperties,
    }),
  });
}

/** An address, or what finds it by the options; nothing where the document has none to call. */
function baseUrl(servers: readonly Server[]): string | undefined {
  const [first] = servers;
  if (first === undefined) return undefined;
  return isChoice(servers) ? `selectServer(${literal(servers.map(serverDefinition))})` : literal(first.url);
}

function serverDefinition(server: Server): Json {
  const variables = server.variables.map((variable) => {
    return [variable.name, present({ default: variable.default, enum: variable.enum })] as const;
  });
  return present({
    name: server.name,
    url: server.url,
    variables: variables.length === 0 ? undefined : Object.fromEntries(variables),
  });
}

function schemeDefinition(scheme: SecurityScheme): Json {
  const { kind, env } = scheme;
  if (kind === "apiKey") return present({ type: kind, in: scheme.in, name: scheme.parameter, env });
  if (kind === "oauth2") {
    return present({ type: kind, tokenUrl: defaultTokenUrl(scheme), env });
  }
  return present({ type: kind, env });
}
