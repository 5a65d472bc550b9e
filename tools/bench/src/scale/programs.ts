import { callText, type Api, type Json, type Operation, sampleArguments } from "@keysmith/generator";

/** A program of calls in one of the ways a package offers, and a probe: where a person goes on typing. */
export interface Program {
  readonly name: string;
  readonly text: string;
  /** A call begun, up to where its arguments are completed. */
  readonly begun: string;
  /** A call whose result is hovered over: `const hovered = …`. */
  readonly hovered: string;
}

/** The same calls, spread evenly over the operations, as free functions, as methods and by path. */
export function programsOf(api: Api, packageName: string, calls: number): readonly Program[] {
  const operations = spread(api.operations.filter(isJson), calls);
  const probe = operations.find(
    ({ parameters }) => parameters.filter(({ in: place }) => place === "path").length > 1,
  );
  if (probe === undefined) throw new Error("No operation with several path parameters.");
  return [
    functions(api, packageName, operations, probe),
    methods(api, packageName, operations, probe),
    byPath(api, packageName, operations, probe),
  ];
}

function functions(
  api: Api,
  packageName: string,
  operations: readonly Operation[],
  probe: Operation,
): Program {
  const call = (operation: Operation): string => callText(api, operation, "required", undefined, "function");
  return {
    name: "operation functions",
    text: [
      `import { createClient, ${operations.map(({ name }) => name).join(", ")} } from "${packageName}/functions";`,
      "const client = createClient();",
      ...operations.map((operation, index) => `export const result${index} = await ${call(operation)};`),
    ].join("\n"),
    begun: `await ${probe.name}(client, { `,
    hovered: `const hovered = await ${call(probe)};`,
  };
}

function methods(api: Api, packageName: string, operations: readonly Operation[], probe: Operation): Program {
  const call = (operation: Operation): string => callText(api, operation, "required");
  const variable = /^\w+/.exec(call(probe))?.[0] ?? "";
  return {
    name: "operation methods",
    text: [
      `import { create${api.typeName} } from "${packageName}";`,
      `const ${variable} = create${api.typeName}();`,
      ...operations.map((operation, index) => `export const result${index} = await ${call(operation)};`),
    ].join("\n"),
    begun: `await ${variable}.${probe.name}({ `,
    hovered: `const hovered = await ${call(probe)};`,
  };
}

function byPath(api: Api, packageName: string, operations: readonly Operation[], probe: Operation): Program {
  const call = (operation: Operation): string =>
    `client.${operation.method}(${JSON.stringify(operation.path)}, ${JSON.stringify(init(api, operation))})`;
  return {
    name: "openapi-fetch by path",
    text: [
      'import createClient from "openapi-fetch";',
      `import type { paths } from "${packageName}";`,
      "const client = createClient<paths>();",
      ...operations.map((operation, index) => `export const result${index} = await ${call(operation)};`),
    ].join("\n"),
    begun: `await client.${probe.method}(${JSON.stringify(probe.path)}, { params: { path: { `,
    hovered: `const hovered = (await ${call(probe)}).data;`,
  };
}

/** Arguments where openapi-fetch takes them. */
function init(api: Api, operation: Operation): Json {
  const values = sampleArguments(api, operation, "required");
  const params: Record<string, Record<string, Json>> = {};
  for (const { name, argument, in: place } of operation.parameters) {
    const value = values.get(argument);
    if (value !== undefined) (params[place] ??= {})[name] = value;
  }
  const body = values.get("body");
  return { params, ...(body !== undefined && { body }) };
}

function isJson(operation: Operation): boolean {
  return (operation.body?.contents[0].kind ?? "json") === "json";
}

function spread<Item>(items: readonly Item[], count: number): readonly Item[] {
  return Array.from(
    { length: count },
    (_, index) => items[Math.floor((index * items.length) / count)],
  ).filter((item) => item !== undefined);
}
