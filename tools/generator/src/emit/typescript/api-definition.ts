import type { Api, Json, SecurityScheme, Server } from "../../read/model.ts";
import { allServers, callableServers, isChoice, sharedVariables } from "../servers.ts";
import { defaultTokenUrl } from "../token-flows.ts";
import { literal, literals, objectLiteral } from "./literal.ts";
import { present, securityDefinition } from "./operation-definition.ts";

/** What the runtime has to know of an API: the source of its `ApiDefinition`. */
export function apiDefinition(api: Api): string {
  return objectLiteral({
    ...literals({ name: api.name }),
    baseUrl: baseUrl("selectServer", callableServers(api), variablesElsewhere(api)),
    schemes: api.schemes.length === 0 ? undefined : schemes(api.schemes),
    ...literals({
      security: api.security === undefined ? undefined : securityDefinition(api.security),
      sensitive: api.sensitiveProperties.length === 0 ? undefined : api.sensitiveProperties,
    }),
  });
}

/** An address, or what finds it by the options; nothing where the document has none to call. */
export function baseUrl(
  select: "selectServer" | "/* @__PURE__ */ ownServer",
  servers: readonly Server[],
  elsewhere: readonly string[] = [],
): string | undefined {
  const [first] = servers;
  if (first === undefined) return undefined;
  const choice = [servers.map(serverDefinition), ...(elsewhere.length > 0 ? [elsewhere] : [])];
  return isChoice(servers)
    ? `${select}(${choice.map((one) => literal(one)).join(", ")})`
    : literal(first.url);
}

/** Variables that only servers of single operations have. */
function variablesElsewhere(api: Api): readonly string[] {
  const here = new Set(sharedVariables(callableServers(api)).map(({ name }) => name));
  return sharedVariables(allServers(api)).flatMap(({ name }) => (here.has(name) ? [] : name));
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

function schemes(all: readonly SecurityScheme[]): string {
  return objectLiteral(Object.fromEntries(all.map((scheme) => [scheme.name, schemeDefinition(scheme)])));
}

function schemeDefinition(scheme: SecurityScheme): string {
  const said = present({
    ...(scheme.kind === "apiKey" ? { in: scheme.in, name: scheme.parameter } : {}),
    tokenUrl: defaultTokenUrl(scheme),
    env: scheme.env,
  });
  return `${schemeMaker(scheme)}(${Object.keys(said).length === 0 ? "" : literal(said)})`;
}

/** The runtime's functions for the schemes of a document, each once. */
export function schemeMakers(api: Api): readonly string[] {
  return [...new Set(api.schemes.map(schemeMaker))].toSorted();
}

function schemeMaker({ kind }: SecurityScheme): string {
  switch (kind) {
    case "bearer":
    // Their credential is a token, however it was come by.
    case "oauth2":
    case "openIdConnect":
      return "bearer";
    case "basic":
    case "apiKey":
      return kind;
    case "http":
      return "httpScheme";
    case "mutualTLS":
      return "mutualTls";
    default:
      return kind satisfies never;
  }
}
