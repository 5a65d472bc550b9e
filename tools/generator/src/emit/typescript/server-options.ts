import type { Api, Server, ServerVariable } from "../../read/model.ts";
import { allServers, callableServers, type SharedVariable, sharedVariables, valuesOf } from "../servers.ts";
import { type DocComment, documented, literalTag, prose } from "./comment.ts";
import { codeSpan } from "./constraint.ts";
import { literal, propertyName } from "./literal.ts";

/** Members of the client's options that say where calls go; none where there is nothing to choose. */
export function serverOptions(api: Api): readonly string[] {
  return [...environmentOption(callableServers(api)), ...variablesOption(allServers(api))];
}

function environmentOption(servers: readonly Server[]): readonly string[] {
  const names = servers.flatMap(({ name }) => name ?? []);
  const [first] = servers;
  if (first === undefined || names.length === 0) return [];
  const choices = servers.map(({ name, url, description }) => {
    const what = description === undefined ? "" : `. ${description.replaceAll(/\s+/g, " ").trim()}`;
    return `- ${name === undefined ? "left out" : codeSpan(name)}: ${codeSpan(url)}${what}`;
  });
  const doc = [
    ...prose(`Which server is called.\n\n${choices.join("\n")}`),
    ...(first.name === undefined ? [] : literalTag("default", literal(first.name))),
  ];
  const type = names.map((name) => literal(name)).join(" | ");
  return [documented(doc, `environment?: ${type};`)];
}

function variablesOption(servers: readonly Server[]): readonly string[] {
  const variables = sharedVariables(servers);
  if (variables.length === 0) return [];
  const members = variables.map((variable) => {
    const type =
      valuesOf(variable)
        ?.map((value) => literal(value))
        .join(" | ") ?? "string";
    return documented(
      variableDoc(variable, servers),
      `${propertyName(variable.name)}?: ${type} | undefined;`,
    );
  });
  const addresses = servers.filter((server) => server.variables.length > 0);
  const doc = prose(
    addresses.length === 1
      ? `Variables of the address ${codeSpan(addresses[0]?.url ?? "")}.`
      : "Variables of the server's address.",
  );
  return [documented(doc, `server?: {\n${members.join("\n")}\n};`)];
}

/** What the servers say alike is said once; where they differ, each of them is named. */
function variableDoc({ uses }: SharedVariable, servers: readonly Server[]): DocComment {
  const descriptions = [...new Set(uses.flatMap(({ variable }) => variable.description ?? []))];
  const values = new Set(uses.map(({ variable }) => valuesText(variable)));
  const defaults = new Set(uses.map(({ variable }) => variable.default));
  const each = (text: (variable: ServerVariable) => string): string =>
    uses.map(({ server, variable }) => `${text(variable)} at ${label(server)}`).join(", ");
  return [
    ...descriptions.flatMap(prose),
    ...(uses.length < servers.length
      ? prose(`Only at ${uses.map(({ server }) => label(server)).join(" and ")}.`)
      : []),
    ...(values.size > 1 ? prose(`Values: ${each(valuesText)}.`) : []),
    ...(defaults.size > 1
      ? prose(`Default: ${each((variable) => codeSpan(variable.default))}.`)
      : [...defaults].flatMap((start) => literalTag("default", literal(start)))),
  ];
}

function valuesText({ enum: values }: ServerVariable): string {
  return values?.map((value) => codeSpan(value)).join(" or ") ?? "any";
}

function label({ name, url }: Server): string {
  return codeSpan(name ?? url);
}
