import type { Api, Json, SecurityScheme, Server } from "../../read/model.ts";
import { present, securityDefinition } from "./operation-definition.ts";

/** What the runtime has to know of an API, as data: its `ApiDefinition`. */
export function apiDefinition(api: Api): Json {
  return present({
    name: api.name,
    servers: api.servers.map(serverDefinition),
    schemes:
      api.schemes.length === 0
        ? undefined
        : Object.fromEntries(api.schemes.map((scheme) => [scheme.name, schemeDefinition(scheme)])),
    security: api.security === undefined ? undefined : securityDefinition(api.security),
    sensitive: api.sensitiveProperties.length === 0 ? undefined : api.sensitiveProperties,
  });
}

function serverDefinition(server: Server): Json {
  const variables = server.variables.map((variable) => {
    return [variable.name, present({ default: variable.default, enum: variable.enum })] as const;
  });
  return present({
    url: server.url,
    variables: variables.length === 0 ? undefined : Object.fromEntries(variables),
  });
}

function schemeDefinition(scheme: SecurityScheme): Json {
  const { kind, env } = scheme;
  if (kind === "apiKey") return present({ type: kind, in: scheme.in, name: scheme.parameter, env });
  if (kind === "oauth2") {
    const tokenUrl = scheme.flows.find((flow) => flow.tokenUrl !== undefined)?.tokenUrl;
    return present({ type: kind, tokenUrl, env });
  }
  return present({ type: kind, env });
}
