import type { Api, SecurityScheme } from "../../../read/model.ts";
import { literal } from "../../typescript/literal.ts";
import { clientVariable } from "../../typescript/shape.ts";
import { schemeText } from "../authorization.ts";
import { blocks, code, fence, heading, line, type Markdown } from "../markdown.ts";
import { phrase } from "../prose.ts";
import { authOption, optionsText } from "../../typescript/setup.ts";
import { table } from "../table.ts";

/** Every credential the client takes, and the ways to give it. */
export function authentication(api: Api): Markdown | undefined {
  if (api.schemes.length === 0) return undefined;
  const reference = api.schemes.length > 1 ? "The reference says which of them an operation needs." : "";
  return blocks(
    heading(2, "Authentication"),
    line`A credential is a string, or a function that returns one, which is asked before each call and may be async. ${fallback(api)} ${reference}`,
    schemeTable(api.schemes),
    example(api),
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
