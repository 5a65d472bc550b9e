import { UsageError } from "../order.ts";

/** A security scheme of a skeleton. */
export interface Scheme {
  /** Under `components/securitySchemes`, and so the name of the client's option. */
  readonly name: string;
  /** As it stands there. */
  readonly scheme: Readonly<Record<string, unknown>>;
}

const EXPECTED =
  "expected bearer, basic, header:NAME, query:NAME, cookie:NAME or oauth2:TOKEN-URL, such as header:X-API-Key";

/**
 * Reads `--auth`.
 *
 * @throws {UsageError} There is no such kind, or what it needs is missing.
 */
export function readCredential(text: string, provider: string): Scheme {
  const [kind = "", ...rest] = text.split(":");
  const detail = rest.join(":");
  const env = (what: string): string => `${provider.replaceAll("-", "_").toUpperCase()}_${what}`;
  const wrong = (why: string): UsageError => new UsageError(`--auth: ${EXPECTED}; found "${text}", ${why}.`);
  switch (kind) {
    case "bearer":
    case "basic": {
      if (text !== kind) throw wrong(`and ${kind} takes no more than its name`);
      const [description, what] =
        kind === "bearer"
          ? ["An API key, sent as a bearer token.", "API_KEY"]
          : ["User name and password, joined by a colon.", "CREDENTIALS"];
      return { name: `${kind}Auth`, scheme: { type: "http", scheme: kind, description, "x-env": env(what) } };
    }
    case "header":
    case "query":
    case "cookie": {
      if (detail === "")
        throw wrong(`which does not name the ${kind === "query" ? "query parameter" : kind}`);
      if (kind !== "query" && !/^[\w!#$%&'*+.^`|~-]+$/.test(detail))
        throw wrong(`and no ${kind} has such a name`);
      const place = kind === "query" ? `query parameter` : kind;
      const description = `An API key, sent in the ${place} \`${detail}\`.`;
      const scheme = { type: "apiKey", in: kind, name: detail, description, "x-env": env("API_KEY") };
      return { name: "apiKeyAuth", scheme };
    }
    case "oauth2": {
      if (URL.parse(detail)?.protocol !== "https:")
        throw wrong("without the https: address that gives out tokens");
      const flows = { clientCredentials: { tokenUrl: detail, scopes: {} } };
      const description = "An access token of the client-credentials flow.";
      return { name: "oauth2Auth", scheme: { type: "oauth2", description, "x-env": env("TOKEN"), flows } };
    }
    default:
      throw wrong("which is none of these");
  }
}
