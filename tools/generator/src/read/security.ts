import { isObject, type JsonObject, member } from "../load/json.ts";
import { listAt, membersAt, objectAt, resolveDescribed, scalarAt, textAt } from "./document.ts";
import type { OAuthFlow, SecurityAlternative, SecurityScheme } from "./model.ts";

/** The schemes of a document. */
export function schemesOf(root: JsonObject): readonly SecurityScheme[] {
  return membersAt(objectAt(root, "components"), "securitySchemes").flatMap(([name, value]) => {
    const scheme = resolveDescribed(root, { value, pointer: "#" })?.value;
    const kind = scheme && kindOf(scheme);
    if (kind === undefined) return [];
    return [{ name, description: textAt(scheme, "description"), env: envOf(scheme), ...kind }];
  });
}

/** The variable that is the fallback; what cannot be the name of one means something else. */
function envOf(scheme: JsonObject | undefined): string | undefined {
  const name = textAt(scheme, "x-env");
  return name !== undefined && /^[A-Za-z_]\w*$/.test(name) ? name : undefined;
}

/** Requirements as written at the root or an operation; `undefined` where nothing is said. */
export function securityOf(holder: JsonObject): readonly SecurityAlternative[] | undefined {
  return listAt(holder, "security")
    ?.filter(isObject)
    .map((alternative) =>
      Object.entries(alternative).map(([scheme, scopes]) => ({
        scheme,
        scopes: Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === "string") : [],
      })),
    );
}

type Kind = SecurityScheme extends infer Scheme
  ? Scheme extends SecurityScheme
    ? Omit<Scheme, "name" | "description" | "env">
    : never
  : never;

function kindOf(scheme: JsonObject): Kind | undefined {
  switch (member(scheme, "type")) {
    case "http":
      return httpKind(scheme);
    case "apiKey": {
      const location = textAt(scheme, "in");
      const parameter = textAt(scheme, "name") ?? "";
      return location === "header" || location === "query" || location === "cookie"
        ? { kind: "apiKey", in: location, parameter }
        : undefined;
    }
    case "oauth2":
      return { kind: "oauth2", flows: flowsOf(scheme) };
    case "openIdConnect":
      return { kind: "openIdConnect", url: textAt(scheme, "openIdConnectUrl") ?? "" };
    case "mutualTLS":
      return { kind: "mutualTLS" };
    default:
      return undefined;
  }
}

/** Names of HTTP schemes are written in any case. */
function httpKind(scheme: JsonObject): Kind {
  const name = textAt(scheme, "scheme") ?? "";
  switch (name.toLowerCase()) {
    case "bearer":
      return { kind: "bearer", bearerFormat: textAt(scheme, "bearerFormat") };
    case "basic":
      return { kind: "basic" };
    default:
      return { kind: "http", scheme: name };
  }
}

function flowsOf(scheme: JsonObject): readonly OAuthFlow[] {
  const flows = objectAt(scheme, "flows");
  return (["implicit", "password", "clientCredentials", "authorizationCode"] as const).flatMap((kind) => {
    const flow = objectAt(flows, kind);
    if (flow === undefined) return [];
    return {
      kind,
      tokenUrl: textAt(flow, "tokenUrl"),
      refreshUrl: textAt(flow, "refreshUrl"),
      authorizationUrl: textAt(flow, "authorizationUrl"),
      scopes: Object.keys(objectAt(flow, "scopes") ?? {}).map((name) => ({
        name,
        description: scalarAt(objectAt(flow, "scopes"), name) ?? "",
      })),
    };
  });
}
