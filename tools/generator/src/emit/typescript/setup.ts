import type { Api, SecurityScheme, Server } from "../../read/model.ts";
import { literal, propertyName } from "./literal.ts";
import { clientVariable } from "./shape.ts";
import { callableServers } from "../servers.ts";
import type { Target } from "../target.ts";

/** The first lines of every program: the import, and a client with its credentials and server. */
export function setupExample(api: Api, target: Target): string {
  const factory = `create${api.typeName}`;
  return [
    importLine([factory], target.packageName),
    "",
    `const ${clientVariable(api)} = ${factory}(${optionsText([serverOption(api), authOption(api)])});`,
  ].join("\n");
}

/** `import { ApiError, createAutomox } from "@keysmith/automox";` */
export function importLine(names: readonly string[], from: string): string {
  return `import { ${names.toSorted().join(", ")} } from ${literal(from)};`;
}

/** An object literal of the options that are there; nothing when none is. */
export function optionsText(options: readonly (string | undefined)[]): string {
  const present = options.filter((option) => option !== undefined);
  return present.length === 0 ? "" : `{ ${present.join(", ")} }`;
}

/** `auth: { bearerAuth: process.env.AUTOMOX_API_KEY }`; nothing when no operation needs a credential. */
export function authOption(
  api: Api,
  credential: (scheme: SecurityScheme) => string = environmentCredential,
): string | undefined {
  const members = schemesNeeded(api).map((scheme) => `${propertyName(scheme.name)}: ${credential(scheme)}`);
  return members.length === 0 ? undefined : `auth: { ${members.join(", ")} }`;
}

/**
 * `server: { gr4vy_id: "plantly" }`; nothing when the address has no variables. Where the document names no address
 * that can be called, `baseUrl`.
 */
export function serverOption(api: Api): string | undefined {
  const [server] = callableServers(api);
  return server === undefined ? `baseUrl: ${literal(sampleUrl(api))}` : variablesOption(server);
}

/** `environment: "sandbox", server: { gr4vy_id: "plantly" }`: a server other than the default, where one has a name. */
export function otherServerOption(api: Api): string | undefined {
  const [, other] = callableServers(api);
  if (other?.name === undefined) return undefined;
  return [`environment: ${literal(other.name)}`, variablesOption(other)]
    .filter((option) => option !== undefined)
    .join(", ");
}

function variablesOption({ variables }: Server): string | undefined {
  const members = variables.map((variable) => `${propertyName(variable.name)}: ${literal(variable.default)}`);
  return members.length === 0 ? undefined : `server: { ${members.join(", ")} }`;
}

/** Stands for the address only the reader knows, with the path the document gives. */
function sampleUrl({ servers }: Api): string {
  const path = servers[0]?.url ?? "";
  return `https://api.example.com${/^\/\w/.test(path) ? path : ""}`;
}

/** Schemes that let a caller in: those of the first alternative, of the API or else of an operation. */
function schemesNeeded(api: Api): readonly SecurityScheme[] {
  const alternatives = [
    ...(api.security ?? []),
    ...api.operations.flatMap((operation) => operation.security),
  ];
  const needed = new Set(
    alternatives.find((alternative) => alternative.length > 0)?.map(({ scheme }) => scheme),
  );
  return api.schemes.filter((scheme) => needed.has(scheme.name) && scheme.kind !== "mutualTLS");
}

function environmentCredential({ env, kind }: SecurityScheme): string {
  if (env === undefined) return literal(kind === "basic" ? "user:password" : "your key");
  return /^[A-Za-z_]\w*$/.test(env) ? `process.env.${env}` : `process.env[${literal(env)}]`;
}
