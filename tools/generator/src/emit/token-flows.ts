import type { OAuthFlow, SecurityScheme } from "../read/model.ts";

/** An OAuth2 flow that needs nobody to look at a page, and the runtime's function for it. */
export interface TokenFlow {
  readonly maker: "clientCredentials" | "passwordFlow";
  readonly tokenUrl: string | undefined;
}

/** The ways to a token that a scheme's document allows. */
export function tokenFlows(scheme: SecurityScheme): readonly TokenFlow[] {
  if (scheme.kind !== "oauth2") return [];
  return scheme.flows.flatMap(({ kind, tokenUrl }) => {
    const maker = makerOf(kind);
    return maker === undefined ? [] : [{ maker, tokenUrl }];
  });
}

/** Where tokens come from unless an option says otherwise. */
export function defaultTokenUrl(scheme: SecurityScheme): string | undefined {
  return tokenFlows(scheme).find(({ tokenUrl }) => tokenUrl !== undefined)?.tokenUrl;
}

function makerOf(kind: OAuthFlow["kind"]): TokenFlow["maker"] | undefined {
  if (kind === "password") return "passwordFlow";
  return kind === "clientCredentials" ? kind : undefined;
}
