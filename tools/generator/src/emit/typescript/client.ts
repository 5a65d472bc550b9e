import type { Api, SecurityScheme } from "../../read/model.ts";
import type { Target } from "../target.ts";
import { apiDefinition, schemeMakers } from "./api-definition.ts";
import { blockTag, type DocComment, documented, prose } from "./comment.ts";
import { codeSpan } from "./constraint.ts";
import { sourceFile } from "./header.ts";
import { literal, propertyName } from "./literal.ts";
import { serverOptions } from "./server-options.ts";
import { apiTitle } from "./shape.ts";
import { callableServers, isChoice } from "../servers.ts";

/** `src/client.ts`: the client's options, the API as data, and the client that the free functions take. */
export function emitClient(api: Api, target: Target): string {
  return sourceFile(api, target, [
    imports(api),
    authInterface(api),
    optionsInterface(api),
    clientInterface(api),
    documented(
      prose("The API as data, for the factories of this package."),
      `export const definition: ApiDefinition = ${apiDefinition(api)};`,
    ),
    factory(api),
  ]);
}

function imports(api: Api): string {
  const credential = api.schemes.length > 0 ? ["type Credential"] : [];
  const values = [
    ...schemeMakers(api),
    "createApiClient",
    ...(isChoice(callableServers(api)) ? ["selectServer"] : []),
  ];
  const types = ["type ApiDefinition", "type Client", "type ClientOptions", ...credential];
  return `import { ${[...values.toSorted(), ...types].join(", ")} } from "@keysmith/runtime";`;
}

function authInterface(api: Api): string {
  if (api.schemes.length === 0) return "";
  const members = api.schemes.map((scheme) => {
    return documented(schemeDoc(scheme), `${propertyName(scheme.name)}?: Credential | undefined;`);
  });
  const doc = prose(`Credentials for ${apiTitle(api)}, one per security scheme.`);
  return documented(doc, `export interface ${api.typeName}Auth {\n${members.join("\n")}\n}`);
}

function schemeDoc(scheme: SecurityScheme): DocComment {
  const fallback =
    scheme.env === undefined
      ? ""
      : ` Default in server runtimes: the environment variable ${codeSpan(scheme.env)}.`;
  return [...prose(scheme.description), ...prose(`${transport(scheme)}${fallback}`)];
}

/** Where a credential travels, in words. */
function transport(scheme: SecurityScheme): string {
  switch (scheme.kind) {
    case "bearer":
    case "oauth2":
    case "openIdConnect":
      return "Sent as `Authorization: Bearer …`.";
    case "basic":
      return "`user:password`, sent as `Authorization: Basic …`.";
    case "http":
      return "The whole value of the `Authorization` header.";
    case "apiKey":
      return `Sent in the ${scheme.in === "query" ? "query parameter" : scheme.in} ${codeSpan(scheme.parameter)}.`;
    case "mutualTLS":
      return "The connection itself authorizes; nothing is sent.";
    default:
      return scheme satisfies never;
  }
}

function optionsInterface(api: Api): string {
  const authDoc = prose("A credential per security scheme. Default in server runtimes: the environment.");
  const auth = api.schemes.length > 0 ? [documented(authDoc, `auth?: ${api.typeName}Auth;`)] : [];
  const members = [...auth, ...serverOptions(api)];
  const doc = prose(`Options of {@link createClient} and of \`create${api.typeName}\`.`);
  return documented(
    doc,
    `export interface ${api.typeName}Options extends ClientOptions {\n${members.join("\n")}\n}`,
  );
}

function clientInterface(api: Api): string {
  const { typeName } = api;
  return documented(
    prose(`What the free functions take: a client of ${apiTitle(api)} without methods.`),
    `export interface ${typeName}Client extends Client<${literal(api.name)}, ${typeName}Options> {}`,
  );
}

/** What both factories throw. */
export const refusal = blockTag(
  "throws",
  "`ConfigError` when an option is wrong: a credential that cannot travel, an address that is not safe.",
);

function factory(api: Api): string {
  const { typeName } = api;
  return documented(
    [
      ...prose(
        `A client without methods: pass it to the free functions, \`${api.operations[0]?.name ?? "operation"}(client, …)\`. ` +
          "A bundle then carries only the operations it calls, and no openapi-fetch.",
      ),
      ...refusal,
    ],
    `export function createClient(options: ${typeName}Options = {}): ${typeName}Client {\n  return createApiClient<${typeName}Client>(definition, options);\n}`,
  );
}
