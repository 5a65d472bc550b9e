import type { Api } from "../../read/model.ts";
import { environmentVariables } from "../schemes.ts";
import type { Target } from "../target.ts";
import { refusal } from "./client.ts";
import { documented, example, prose } from "./comment.ts";
import { sourceFile } from "./header.ts";
import { isIdentifier, literal, propertyName } from "./literal.ts";
import { apiTitle, clientVariable } from "./shape.ts";

/** `src/fetch-client.ts`: the openapi-fetch client with a method per operation, and its factory. */
export function emitFetchClient(api: Api, target: Target): string {
  const { typeName } = api;
  return sourceFile(api, target, [imports(typeName), clientInterface(api), factory(api)]);
}

function imports(typeName: string): string {
  return [
    'import { createFetchClient, type FetchClient, type OperationMethods } from "@keysmith/runtime";',
    `import { definition, type ${typeName}Options } from "./client.ts";`,
    'import * as operations from "./operations.ts";',
    'import type { paths } from "./schema.ts";',
  ].join("\n");
}

function clientInterface(api: Api): string {
  const { typeName } = api;
  const doc = `A client of ${apiTitle(api)}: an openapi-fetch client (\`GET\`, \`POST\`, …, \`use\`, \`eject\`) with one method per operation.`;
  return documented(
    prose(doc),
    `export interface ${typeName} extends FetchClient<paths, ${literal(api.name)}, ${typeName}Options>, OperationMethods<typeof operations> {}`,
  );
}

function factory(api: Api): string {
  const { typeName } = api;
  return documented(
    [...prose(`A client of ${apiTitle(api)}.`), ...example(creation(api)), ...refusal],
    `export function create${typeName}(options: ${typeName}Options = {}): ${typeName} {\n  return createFetchClient<${typeName}>(definition, options, operations);\n}`,
  );
}

/** How a client is made, with a credential from its environment variable where the document names one. */
function creation(api: Api): string {
  const needed = (api.security ?? []).find((alternative) => alternative.length > 0) ?? [];
  const members = needed.flatMap(({ scheme }) => {
    const env = environmentVariables(api).get(scheme);
    return env === undefined
      ? []
      : [`${propertyName(scheme)}: process.env${isIdentifier(env) ? `.${env}` : `[${literal(env)}]`}`];
  });
  const options = members.length === 0 ? "" : `{ auth: { ${members.join(", ")} } }`;
  return `const ${clientVariable(api)} = create${api.typeName}(${options});`;
}
