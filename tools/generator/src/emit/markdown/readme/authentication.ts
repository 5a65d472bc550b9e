import type { Api, SecurityScheme } from "../../../read/model.ts";
import { literal, propertyName } from "../../typescript/literal.ts";
import { clientVariable } from "../../typescript/shape.ts";
import { schemeText } from "../authorization.ts";
import { blocks, code, fence, heading, line, type Markdown } from "../markdown.ts";
import { phrase } from "../prose.ts";
import { authOption, importLine, optionsText } from "../../typescript/setup.ts";
import { table } from "../table.ts";
import type { Target } from "../../target.ts";
import { defaultTokenUrl, type TokenFlow, tokenFlows } from "../../token-flows.ts";

/** Every credential the client takes, and the ways to give it. */
export function authentication(api: Api, target: Target): Markdown | undefined {
  if (api.schemes.length === 0) return undefined;
  const reference = api.schemes.length > 1 ? "The reference says which of them an operation needs." : "";
  return blocks(
    heading(2, "Authentication"),
    line`A credential is a string, or a function that returns one, which is asked before each call and may be async. ${fallback(api)} ${reference}`,
    schemeTable(api.schemes),
    example(api),
    ...api.schemes.flatMap((scheme) =>
      tokenFlows(scheme).map((flow) => tokenFlow(api, scheme, flow, target)),
    ),
  );
}

function fallback(api: Api): string {
  return api.schemes.some((scheme) => scheme.env !== undefined)
    ? "On a server, one that is left out is read from its environment variable."
    : "";
}

function schemeTable(schemes: readonly SecurityScheme[]): Markdown | undefined {
  return table(schemes, [
    { title: "Option", cell: (scheme) => code(`auth.${scheme.name}`) },
    { title: "Environment variable", cell: ({ env }) => (env === undefined ? undefined : code(env)) },
    { title: "Takes", cell: schemeText },
    { title: "Description", cell: (scheme) => phrase(scheme.description) },
  ]);
}

function example(api: Api): Markdown | undefined {
  const read = authOption(api, (scheme) => {
    const file = `/run/secrets/${(scheme.env ?? `${api.name}_${scheme.name}`).toLowerCase()}`;
    return `async () => (await readFile(${literal(file)}, "utf8")).trim()`;
  });
  if (read === undefined) return undefined;
  const lines = [
    'import { readFile } from "node:fs/promises";',
    "",
    `const ${clientVariable(api)} = create${api.typeName}(${optionsText([read])});`,
  ];
  return fence("ts", lines.join("\n"));
}

/** How a client gets its tokens by itself. */
function tokenFlow(
  api: Api,
  scheme: SecurityScheme,
  { maker, tokenUrl }: TokenFlow,
  target: Target,
): Markdown | undefined {
  const password = maker === "passwordFlow";
  const file = `/run/secrets/${api.name}_${password ? "password" : "client_secret"}`;
  const options = optionsText([
    // The client knows one address; another one has to be said.
    tokenUrl === defaultTokenUrl(scheme) || tokenUrl === undefined
      ? undefined
      : `tokenUrl: ${literal(tokenUrl)}`,
    password ? 'username: "jane@example.com"' : 'clientId: "my-application"',
    password ? "password" : "clientSecret",
  ]);
  const lines = [
    'import { readFile } from "node:fs/promises";',
    importLine([maker], target.packageName),
    "",
    `const ${password ? "password" : "clientSecret"} = (await readFile(${literal(file)}, "utf8")).trim();`,
    `const ${clientVariable(api)} = create${api.typeName}({`,
    `  auth: { ${propertyName(scheme.name)}: ${maker}(${options}) },`,
    "});",
  ];
  const whose = password ? "a user's name and password" : "the id and secret of your application";
  return blocks(
    line`${code(maker)} gets a token for ${whose} when a call needs one, keeps it until shortly before it expires, and gets another one when the server refuses it:`,
    fence("ts", lines.join("\n")),
  );
}
