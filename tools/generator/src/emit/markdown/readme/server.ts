import type { Api, Server } from "../../../read/model.ts";
import { clientVariable } from "../../typescript/shape.ts";
import { blocks, code, fence, heading, join, line, type Markdown } from "../markdown.ts";
import { phrase } from "../prose.ts";
import { optionsText, serverOption } from "../../typescript/setup.ts";
import { table } from "../table.ts";

/** Where calls go, when there is a choice. */
export function server(api: Api): Markdown | undefined {
  const [first, ...others] = api.servers;
  if (first === undefined || (others.length === 0 && first.variables.length === 0)) return undefined;
  return blocks(
    heading(2, "Server"),
    line`Calls go to ${code(first.url)} unless the option ${code("baseUrl")} names another address.`,
    others.length === 0 ? undefined : serverTable(api.servers),
    variableTable(first),
    example(api),
  );
}

function serverTable(servers: readonly Server[]): Markdown | undefined {
  return table(servers, [
    { title: "Address", cell: ({ url }) => code(url) },
    { title: "Description", cell: ({ description }) => phrase(description) },
  ]);
}

function variableTable({ variables }: Server): Markdown | undefined {
  return table(variables, [
    { title: "Option", cell: ({ name }) => code(`server.${name}`) },
    { title: "Default", cell: (variable) => code(variable.default) },
    { title: "Values", cell: (variable) => join((variable.enum ?? []).map(code), ", ") },
    { title: "Description", cell: ({ description }) => phrase(description) },
  ]);
}

function example(api: Api): Markdown | undefined {
  const option = serverOption(api);
  if (option === undefined) return undefined;
  return fence("ts", `const ${clientVariable(api)} = create${api.typeName}(${optionsText([option])});`);
}
