import type { Api, SecurityScheme, Server } from "@keysmith/generator";
import type { Cell } from "../cells/cell.ts";
import { apiDefinitionOf } from "./api-definition.ts";
import type { Mutant } from "./mutant.ts";
import type { Variant } from "./variant.ts";

/** Every member of the data about an API as a whole, as another generator could have written it. */
export function apiMutants(api: Api, cells: readonly Cell[]): readonly Mutant[] {
  return variants(api).map(([what, instead]) => ({
    kind: "api",
    title: `the API: ${what}`,
    sabotage: { api: apiDefinitionOf(instead) },
    cells: sample(cells),
  }));
}

/** One of each kind of cell would do; cells of one operation are alike, and others come after them. */
function sample(cells: readonly Cell[]): readonly Cell[] {
  const first = new Map<string, Cell>();
  for (const cell of cells) if (!first.has(cell.kind)) first.set(cell.kind, cell);
  const few = new Set(first.values());
  return [...few, ...cells.filter((cell) => !few.has(cell) && cell.kind !== "response")];
}

function variants(api: Api): readonly Variant<Api>[] {
  // What no operation needs is seen in none.
  const used = new Set(api.operations.flatMap(({ security }) => security.flat().map(({ scheme }) => scheme)));
  // What is called like a place of credentials is hidden anyway.
  const hidden = new Set(api.schemes.map((scheme) => nameOf(scheme).toLowerCase()));
  const inherited = api.operations.some(({ ownSecurity }) => !ownSecurity);
  const schemes = (instead: readonly SecurityScheme[]): Api => ({ ...api, schemes: instead });
  return [
    ...(used.size === 0 ? [] : [["another name", { ...api, name: `${api.name}x` }] as const]),
    ...api.servers.flatMap((server, index) =>
      servers(server).map(([what, instead]): Variant<Api> => [
        `server ${index + 1} ${what}`,
        { ...api, servers: api.servers.with(index, instead) },
      ]),
    ),
    ...(api.servers.length > 1
      ? [["servers in another order", { ...api, servers: api.servers.toReversed() }] as const]
      : []),
    ...api.schemes.flatMap((scheme, index) =>
      (used.has(scheme.name) ? others(scheme) : []).map(([what, instead]): Variant<Api> => [
        `scheme ${scheme.name} ${what}`,
        schemes(instead === undefined ? api.schemes.toSpliced(index, 1) : api.schemes.with(index, instead)),
      ]),
    ),
    ...(inherited && (api.security ?? []).length > 0 ? securities(api) : []),
    ...api.sensitiveProperties
      .filter((name) => !hidden.has(name.toLowerCase()))
      .map((name): Variant<Api> => [
        `${name} is not sensitive`,
        { ...api, sensitiveProperties: api.sensitiveProperties.filter((each) => each !== name) },
      ]),
  ];
}

function servers(server: Server): readonly Variant<Server>[] {
  const { url, name, variables } = server;
  return [
    ["has another host", { ...server, url: url.replace("://", "://other.") }],
    ["has another path", { ...server, url: `${url}/other` }],
    ...(name === undefined ? [] : [["has another name", { ...server, name: `${name}x` }] as const]),
    ...variables.flatMap((variable, index) => [
      [
        `has another default for ${variable.name}`,
        { ...server, variables: variables.with(index, { ...variable, default: `${variable.default}x` }) },
      ] as const,
      [
        `calls the variable ${variable.name} otherwise`,
        {
          ...server,
          url: url.replaceAll(`{${variable.name}}`, `{${variable.name}x}`),
          variables: variables.with(index, { ...variable, name: `${variable.name}x` }),
        },
      ] as const,
    ]),
  ];
}

function others(scheme: SecurityScheme): readonly Variant<SecurityScheme | undefined>[] {
  const { name, description, env } = scheme;
  const about = { name, description, env };
  return [
    ["is left out", undefined],
    ["has another name", { ...scheme, name: `${name}x` }],
    ...(env === undefined
      ? []
      : [
          ["has another variable of the environment", { ...scheme, env: `${env}_X` }] as const,
          ["has no variable of the environment", { ...scheme, env: undefined }] as const,
        ]),
    ...kinds
      .filter(([what]) => what !== scheme.kind && !(what === "http" && isWhole(scheme)))
      .map(([what, other]) => [`is ${what}`, other(about)] as const),
    ...(scheme.kind === "apiKey"
      ? [
          ["is called another name", { ...scheme, parameter: `${scheme.parameter}x` }] as const,
          ...(["header", "query", "cookie"] as const)
            .filter((place) => place !== scheme.in)
            .map((place) => [`is in the ${place}`, { ...scheme, in: place }] as const),
        ]
      : []),
    ...(scheme.kind === "oauth2"
      ? [
          [
            "has another token URL",
            { ...scheme, flows: scheme.flows.map((flow) => ({ ...flow, tokenUrl: `${flow.tokenUrl}x` })) },
          ] as const,
        ]
      : []),
  ];
}

/** Name of the header or parameter that holds a credential. */
function nameOf(scheme: SecurityScheme): string {
  return scheme.kind === "apiKey" ? scheme.parameter : "Authorization";
}

/** Whether the credential is the whole value of `Authorization`, as it is for HTTP schemes without a form of their own. */
function isWhole(scheme: SecurityScheme): boolean {
  return scheme.kind === "apiKey" && scheme.in === "header" && /^authorization$/i.test(scheme.parameter);
}

type About = Pick<SecurityScheme, "name" | "description" | "env">;

const kinds: readonly (readonly [string, (about: About) => SecurityScheme])[] = [
  ["basic", (about) => ({ ...about, kind: "basic" })],
  ["http", (about) => ({ ...about, kind: "http", scheme: "custom" })],
  ["apiKey", (about) => ({ ...about, kind: "apiKey", in: "header", parameter: "X-Other" })],
  ["mutualTLS", (about) => ({ ...about, kind: "mutualTLS" })],
];

function securities(api: Api): readonly Variant<Api>[] {
  const security = api.security ?? [];
  return [
    ["no security", { ...api, security: [] }],
    ...(security.length > 1
      ? [["security in another order", { ...api, security: security.toReversed() }] as const]
      : []),
    ...security.map((_, index): Variant<Api> => [
      `security without alternative ${index + 1}`,
      { ...api, security: security.toSpliced(index, 1) },
    ]),
  ];
}
