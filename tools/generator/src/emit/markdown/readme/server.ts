import { isCallable } from "../../../read/server.ts";
import type { Api, Server, ServerVariable } from "../../../read/model.ts";
import {
  allServers,
  callableServers,
  ownServers,
  type SharedVariable,
  sharedVariables,
} from "../../servers.ts";
import { optionsText, otherServerOption, serverOption } from "../../typescript/setup.ts";
import { clientVariable } from "../../typescript/shape.ts";
import { blocks, code, fence, heading, join, line, type Markdown } from "../markdown.ts";
import { phrase } from "../prose.ts";
import { table } from "../table.ts";

/** Where calls go, and what there is to choose or to say. */
export function server(api: Api): Markdown | undefined {
  const servers = callableServers(api);
  const [first] = servers;
  if (first === undefined) return unknownServer(api);
  return blocks(
    heading(2, "Server"),
    chosen(servers, first),
    api.servers.length === 1 ? undefined : serverTable(api.servers),
    operationsElsewhere(api),
    variableTable(allServers(api)),
    example(api, otherServerOption(api) ?? serverOption(api)),
  );
}

function unknownServer(api: Api): Markdown | undefined {
  return blocks(heading(2, "Server"), whySet(api), example(api, serverOption(api)));
}

function whySet({ servers }: Api): Markdown {
  const plain = servers.find(({ url }) => /^http:/i.test(url));
  return plain === undefined
    ? line`The document does not say where the API is, so the option ${code("baseUrl")} has to.`
    : line`The document names ${code(plain.url)}, which is not encrypted, so that clients refuse to call it. Set the option ${code("baseUrl")} to an address with ${code("https:")}.`;
}

/** Servers that only some operations have, and which. */
function operationsElsewhere(api: Api): Markdown | undefined {
  const names = new Map<string, string[]>();
  for (const operation of api.operations) {
    const [first] = ownServers(api, operation) ?? [];
    if (first !== undefined) names.set(first.url, [...(names.get(first.url) ?? []), operation.name]);
  }
  if (names.size === 0) return undefined;
  return blocks(
    line`Some operations have a server of their own. They go there, credentials included, unless ${code("baseUrl")} is set, which holds for all.`,
    table(
      [...names],
      [
        {
          title: "Address",
          cell: ([url]) => (isCallable(url) ? code(url) : line`${code(url)}: set ${code("baseUrl")}`),
        },
        { title: "Operations", cell: ([, operations]) => join(operations.map(code), ", ") },
      ],
    ),
  );
}

function chosen(servers: readonly Server[], first: Server): Markdown {
  return servers.some(({ name }) => name !== undefined)
    ? line`Calls go to ${code(first.url)} unless the option ${code("environment")} names another server, or ${code("baseUrl")} any other address.`
    : line`Calls go to ${code(first.url)} unless the option ${code("baseUrl")} names another address.`;
}

function serverTable(servers: readonly Server[]): Markdown | undefined {
  return table(servers, [
    { title: "Environment", cell: ({ name }) => (name === undefined ? undefined : code(name)) },
    { title: "Address", cell: ({ url }) => code(url) },
    { title: "Description", cell: ({ description }) => phrase(description) },
  ]);
}

function variableTable(servers: readonly Server[]): Markdown | undefined {
  return table(sharedVariables(servers), [
    { title: "Option", cell: ({ name }) => code(`server.${name}`) },
    { title: "Only at", cell: ({ uses }) => (uses.length < servers.length ? namesOf(uses) : undefined) },
    { title: "Default", cell: (shared) => said(shared, (variable) => code(variable.default)) },
    {
      title: "Values",
      cell: (shared) => said(shared, ({ enum: values = [] }) => join(values.map(code), ", ")),
    },
    { title: "Description", cell: (shared) => said(shared, ({ description }) => phrase(description)) },
  ]);
}

function namesOf(uses: SharedVariable["uses"]): Markdown | undefined {
  return join(
    uses.map(({ server: { name, url } }) => code(name ?? url)),
    ", ",
  );
}

/** What servers say of a variable: once where they agree. */
function said(
  { uses }: SharedVariable,
  cell: (variable: ServerVariable) => Markdown | undefined,
): Markdown | undefined {
  const texts = new Set(uses.map(({ variable }) => cell(variable)?.markdown ?? ""));
  return join(
    [...texts].map((markdown) => ({ markdown })),
    "<br>",
  );
}

function example(api: Api, option: string | undefined): Markdown | undefined {
  if (option === undefined) return undefined;
  return fence("ts", `const ${clientVariable(api)} = create${api.typeName}(${optionsText([option])});`);
}
