import type { Api, SecurityScheme, Server } from "@keysmith/generator";
import {
  apiKey,
  basic,
  bearer,
  httpScheme,
  mutualTls,
  selectServer,
  type ApiDefinition,
  type SchemeDefinition,
  type ServerDefinition,
} from "@keysmith/runtime";

/** The data that a generated package hands to the runtime, made anew from the model of its document. */
export function apiDefinitionOf(api: Api): ApiDefinition {
  return {
    name: api.name,
    ...(api.servers.some(({ url }) => URL.canParse(url)) && {
      baseUrl: selectServer(api.servers.map(serverOf)),
    }),
    schemes: Object.fromEntries(api.schemes.map((scheme) => [scheme.name, schemeOf(scheme)])),
    security: (api.security ?? []).map((names) => names.map(({ scheme }) => scheme)),
    sensitive: api.sensitiveProperties,
  };
}

function serverOf({ name, url, variables }: Server): ServerDefinition {
  return {
    url: url.replace(/\/+$/, ""),
    ...(name !== undefined && { name }),
    variables: Object.fromEntries(
      variables.map((variable) => [
        variable.name,
        { default: variable.default, ...(variable.enum !== undefined && { enum: variable.enum }) },
      ]),
    ),
  };
}

function schemeOf(scheme: SecurityScheme): SchemeDefinition {
  const { env } = scheme;
  switch (scheme.kind) {
    case "bearer":
    case "openIdConnect":
      return bearer({ env });
    case "oauth2":
      return bearer({ env, tokenUrl: scheme.flows.find(({ tokenUrl }) => tokenUrl !== undefined)?.tokenUrl });
    case "basic":
      return basic({ env });
    case "http":
      return httpScheme({ env });
    case "mutualTLS":
      return mutualTls({ env });
    case "apiKey":
      return apiKey({ in: scheme.in, name: scheme.parameter, env });
    default:
      throw new TypeError(`unknown kind of scheme: ${String(scheme satisfies never)}`);
  }
}
