import type { Api, Operation, SecurityAlternative, SecurityScheme } from "../../read/model.ts";
import { environmentVariables } from "../schemes.ts";
import { code, join, line, type Markdown } from "./markdown.ts";

/** What an operation needs to be allowed, with the environment variables that serve where no option is given. */
export function authorizationText(api: Api, operation: Operation): Markdown {
  const alternatives = operation.security.filter((alternative) => alternative.length > 0);
  if (alternatives.length === 0) return line`none needed`;
  const anonymous = alternatives.length < operation.security.length ? line`nothing at all` : undefined;
  return line`${join([...alternatives.map((alternative) => alternativeText(api, alternative)), anonymous], "; or ")}`;
}

/** What the option of a scheme takes, and what becomes of it on the wire. */
export function schemeText(scheme: SecurityScheme): Markdown {
  switch (scheme.kind) {
    case "bearer":
      return line`Token, sent as ${code("Authorization: Bearer …")}`;
    case "basic":
      return line`User name and password as ${code("user:password")}, sent as ${code("Authorization: Basic …")}`;
    case "apiKey":
      return line`Key, sent as ${scheme.in} ${scheme.in === "query" ? "parameter " : ""}${code(scheme.parameter)}`;
    case "oauth2":
      return line`OAuth 2 access token, sent as ${code("Authorization: Bearer …")}`;
    case "openIdConnect":
      return line`OpenID Connect token, sent as ${code("Authorization: Bearer …")}`;
    case "http":
      return line`Whole value of the ${code("Authorization")} header (${scheme.scheme})`;
    case "mutualTLS":
      return line`Nothing: the connection brings the client certificate`;
    default:
      return scheme satisfies never;
  }
}

function alternativeText(api: Api, alternative: SecurityAlternative): Markdown | undefined {
  const needs = alternative.map(({ scheme: name, scopes }) => {
    const env = environmentVariables(api).get(name);
    const notes = [
      env === undefined ? undefined : line`environment variable ${code(env)}`,
      scopes.length === 0
        ? undefined
        : line`${scopes.length === 1 ? "scope" : "scopes"} ${join(scopes.map(code), ", ")}`,
    ];
    const note = join(notes, ", ");
    return note === undefined ? code(name) : line`${code(name)} (${note})`;
  });
  return join(needs, " and ");
}
