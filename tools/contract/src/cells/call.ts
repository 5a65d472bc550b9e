import type { Api, Operation, SecurityScheme, Server } from "@keysmith/generator";
import type { Arguments, Cell } from "./cell.ts";

/** What a document says of calls as such: whether they may be repeated, where they go, what secures them, what is secret. */
export function callCells(api: Api, operation: Operation, args: Arguments): readonly Cell[] {
  const { pointer } = operation;
  const place = { operation, pointer, args } as const;
  const repeated = isRepeatable(operation);
  return [
    {
      kind: "repeat",
      ...place,
      title: repeated ? "is repeated after a failure" : "is never repeated",
      repeated,
    },
    { kind: "silence", ...place, title: "says why there is no answer" },
    ...(api.sensitiveProperties.length === 0
      ? []
      : [{ kind: "secrecy", ...place, title: "hides secrets", names: api.sensitiveProperties } as const]),
    ...serverCells(api, operation, args),
    ...sourceCells(api, operation, args),
  ];
}

function isRepeatable({ idempotent, method, parameters }: Operation): boolean {
  const keyed = parameters.some(
    ({ in: place, name }) => place === "header" && /^(?:x-)?idempotency-key$/i.test(name),
  );
  return (idempotent ?? !["POST", "PATCH"].includes(method)) || keyed;
}

/** One cell per server of the operation's own; those of the document are checked with its first operation. */
function serverCells(api: Api, operation: Operation, args: Arguments): readonly Cell[] {
  const first = api.operations.find(({ servers }) => servers === undefined);
  const servers = operation.servers ?? (operation === first ? api.servers : []);
  const owner = operation.servers === undefined ? "#" : operation.pointer;
  return servers.flatMap((server, index) => cellsOfServer(server, index, { operation, args, owner }));
}

function cellsOfServer(
  server: Server,
  index: number,
  {
    operation,
    args,
    owner,
  }: { readonly operation: Operation; readonly args: Arguments; readonly owner: string },
): readonly Cell[] {
  // A server without a name cannot be chosen, and a relative one is nowhere by itself.
  if ((index > 0 && server.name === undefined) || !/^https?:\/\//.test(server.url)) return [];
  const chosen = server.name === undefined ? {} : { environment: server.name };
  const usual = Object.fromEntries(server.variables.map((variable) => [variable.name, variable.default]));
  const make = (how: string, options: object, values: Readonly<Record<string, string>>): Cell => {
    const url = filled(server, values);
    const pointer = `${owner}/servers/${index}`;
    return { kind: "server", operation, pointer, title: `goes to ${url}${how}`, url, options, args };
  };
  const varied = server.variables.flatMap((variable): readonly Cell[] => {
    const other = (variable.enum ?? ["contract"]).find((value) => value !== variable.default);
    if (other === undefined) return [];
    const given = { [variable.name]: other };
    return [make(`, ${variable.name} given`, { ...chosen, server: given }, Object.assign({}, usual, given))];
  });
  return [
    ...(index === 0 ? [make("", {}, usual)] : []),
    ...(server.name === undefined ? [] : [make(` as ${server.name}`, chosen, usual)]),
    ...varied,
  ];
}

function filled({ url }: Server, values: Readonly<Record<string, string>>): string {
  return url.replaceAll(/\{([^}]*)\}/g, (whole, name: string) => values[name] ?? whole).replace(/\/+$/, "");
}

/** Where else a credential comes from; checked with the first operation that needs it. */
function sourceCells(api: Api, operation: Operation, args: Arguments): readonly Cell[] {
  return api.schemes.flatMap((scheme): readonly Cell[] => {
    const first = api.operations.find((each) => needed(each).includes(scheme.name));
    if (operation !== first || scheme.kind === "mutualTLS") return [];
    const make = (from: "environment" | "function", title: string): Cell => ({
      kind: "source",
      operation,
      pointer: `#/components/securitySchemes/${scheme.name}`,
      title,
      scheme,
      needed: needed(operation),
      from,
      tokenUrl: tokenUrlOf(scheme),
      args,
    });
    return [
      ...(scheme.env === undefined ? [] : [make("environment", `takes ${scheme.name} from ${scheme.env}`)]),
      make("function", `takes ${scheme.name} from a function`),
    ];
  });
}

function needed({ security }: Operation): readonly string[] {
  return (security[0] ?? []).map(({ scheme }) => scheme);
}

/** Where the document says tokens come from, in a flow that needs no browser. */
function tokenUrlOf(scheme: SecurityScheme): string | undefined {
  if (scheme.kind !== "oauth2") return undefined;
  const flows = scheme.flows.filter(({ kind }) => kind === "password" || kind === "clientCredentials");
  return flows.find(({ tokenUrl }) => tokenUrl !== undefined)?.tokenUrl;
}
