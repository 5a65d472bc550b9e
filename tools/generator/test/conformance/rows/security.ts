import { withOperation } from "../fragments.ts";
import type { Exchange, Fragment, Row } from "../row.ts";

/** The operation `send`, which needs all of these schemes; each is called by its key. */
function secured(schemes: Fragment, parts: Fragment = {}): Fragment {
  const all = Object.fromEntries(Object.keys(schemes).map((name) => [name, []]));
  return withOperation({ security: [all], ...parts }, "get", { components: { securitySchemes: schemes } });
}

/** The request of `send` with this header. */
function sends(name: string, value: string): Exchange {
  return { sends: "GET /things", headers: { [name]: value } };
}

const bearer: Fragment = { type: "http", scheme: "Bearer" };
const apiKey: Fragment = { type: "apiKey", in: "header", name: "X-Key" };
const scopes: Fragment = { "keys:read": "Read keys." };

export const security: readonly Row[] = [
  {
    feature: "`x-env`",
    status: "supported",
    note: "the environment variable a credential comes from unasked",
    document: secured({ key: { ...apiKey, "x-env": "SAMPLE_KEY" } }),
    calls: { "client.send()": { throws: /SAMPLE_KEY/ } },
    shows: { "src/client.ts": ["the environment variable `SAMPLE_KEY`"] },
  },
  {
    feature: "`apiKey` in a header, in the query, in a cookie",
    status: "supported",
    document: secured({
      head: apiKey,
      query: { ...apiKey, in: "query", name: "key" },
      cookie: { ...apiKey, in: "cookie", name: "sid" },
    }),
    options: '{ auth: { head: "a", query: "b&c", cookie: "d" } }',
    calls: {
      "client.send()": { sends: "GET /things?key=b%26c", headers: { "x-key": "a", cookie: "sid=d" } },
    },
    wrong: ['sdk.createSample({ auth: { header: "a" } })'],
  },
  {
    feature: "`http`: bearer",
    status: "supported",
    document: secured({ token: bearer }),
    options: '{ auth: { token: "t" } }',
    calls: { "client.send()": sends("authorization", "Bearer t") },
  },
  {
    feature: "`http`: basic",
    status: "supported",
    document: secured({ user: { type: "http", scheme: "basic" } }),
    options: '{ auth: { user: "user:pass" } }',
    calls: { "client.send()": sends("authorization", "Basic dXNlcjpwYXNz") },
  },
  {
    feature: "`http`: any other",
    status: "supported",
    note: "the option takes the whole header",
    document: secured({ digest: { type: "http", scheme: "digest" } }),
    options: "{ auth: { digest: 'Digest username=\"a\"' } }",
    calls: { "client.send()": sends("authorization", 'Digest username="a"') },
  },
  {
    feature: "`oauth2`: implicit, password, client credentials, authorization code",
    status: "supported",
    note: "the option takes a token or what gets one; `clientCredentials` and `passwordFlow` do where the document has the flow",
    document: secured(
      {
        oauth: {
          type: "oauth2",
          flows: {
            implicit: { authorizationUrl: "https://a.example/authorize", scopes },
            password: { tokenUrl: "https://a.example/token", scopes },
            clientCredentials: { tokenUrl: "https://a.example/token", scopes },
            authorizationCode: {
              authorizationUrl: "https://a.example/authorize",
              tokenUrl: "https://a.example/token",
              scopes,
            },
          },
        },
      },
      { security: [{ oauth: ["keys:read"] }] },
    ),
    options: '{ auth: { oauth: async () => "t" } }',
    calls: {
      "client.send()": sends("authorization", "Bearer t"),
      "client && [typeof sdk.clientCredentials, typeof sdk.passwordFlow].join()": {
        gives: "function,function",
      },
    },
  },
  {
    feature: "a scope that its scheme does not declare",
    status: "warned",
    document: secured(
      { oauth: { type: "oauth2", flows: { password: { tokenUrl: "https://a.example/token", scopes } } } },
      { security: [{ oauth: ["keys:raed"] }] },
    ),
    says: [["#/paths/~1things/get/security/0/oauth/0", "Did you mean `keys:read`?"]],
    options: '{ auth: { oauth: "t" } }',
    calls: { "client.send()": sends("authorization", "Bearer t") },
  },
  {
    feature: "`openIdConnect`",
    status: "supported",
    note: "the option takes a token",
    document: secured({ oidc: { type: "openIdConnect", openIdConnectUrl: "https://a.example/oidc" } }),
    options: '{ auth: { oidc: "t" } }',
    calls: { "client.send()": sends("authorization", "Bearer t") },
  },
  {
    feature: "`mutualTLS`",
    versions: ["3.1"],
    status: "warned",
    note: "nothing is sent: the option `fetch` presents the certificate",
    document: secured({ tls: { type: "mutualTLS" } }),
    says: [["#/components/securitySchemes/tls", "Pass a `fetch` that presents the certificate"]],
    calls: { "client.send()": "GET /things" },
  },
  {
    feature: "alternatives, schemes together, none at all",
    status: "supported",
    note: "the first alternative that is fully given",
    document: {
      components: { securitySchemes: { id: apiKey, secret: { ...apiKey, name: "X-Secret" }, token: bearer } },
      security: [{ id: [], secret: [] }, { token: [] }],
      paths: {
        "/a": { get: { operationId: "either", responses: { 204: { description: "Done." } } } },
        "/b": { get: { operationId: "open", security: [], responses: { 204: { description: "Done." } } } },
        "/c": {
          get: {
            operationId: "optional",
            security: [{ id: [] }, {}],
            responses: { 204: { description: "Done." } },
          },
        },
      },
    },
    calls: {
      'client.withOptions({ auth: { id: "i", token: "t" } }).either()': {
        sends: "GET /a",
        headers: { authorization: "Bearer t", "x-key": undefined },
      },
      'client.withOptions({ auth: { id: "i", secret: "s", token: "t" } }).either()': {
        sends: "GET /a",
        headers: { authorization: undefined, "x-key": "i", "x-secret": "s" },
      },
      "client.either()": {
        throws: /no credential for this call, expected auth.id and auth.secret, or auth.token/,
      },
      'client.withOptions({ auth: { token: "t" } }).open()': {
        sends: "GET /b",
        headers: { authorization: undefined },
      },
      "client.optional()": { sends: "GET /c", headers: { "x-key": undefined } },
    },
  },
  {
    feature: "a scheme that is not declared",
    status: "refused",
    document: withOperation({ security: [{ tokn: [] }] }, "get", {
      components: { securitySchemes: { token: bearer } },
    }),
    says: [["#/paths/~1things/get/security/0/tokn", "Did you mean `token`?"]],
  },
];
