import { join } from "node:path";
import { type Api, callText, load, type Operation, read, successes } from "@keysmith/generator";

/** A provider, as the user of its package meets it. */
export interface Provider {
  /** `occam` */
  readonly name: string;
  /** `@keysmith/occam` */
  readonly packageName: string;
  readonly api: Api;
}

/** The two kinds of module there are: the program is the same text in both. */
const KINDS = [
  { source: "mts", output: "mjs" },
  { source: "cts", output: "cjs" },
] as const;

type Kind = (typeof KINDS)[number];

/** Reads a provider from the document that its installed package holds. */
export async function installedProvider(
  project: string,
  name: string,
  packageName: string,
): Promise<Provider> {
  const document = join(project, "node_modules", packageName, "openapi.yaml");
  return { name, packageName, api: read(await load(document), name) };
}

/**
 * The program of somebody who uses all the packages, by file name: it calls every operation, with what it needs and with
 * everything it takes, and compares what comes back with the first example of the document. `over-http` calls servers,
 * `in-process` the mocks that the packages bring along.
 */
export function programOf(providers: readonly Provider[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const kind of KINDS) {
    for (const provider of providers) files.set(`${provider.name}.${kind.source}`, callsText(provider));
    files.set(`over-http.${kind.source}`, overHttpText(providers, kind));
    files.set(`in-process.${kind.source}`, inProcessText(providers, kind));
  }
  return files;
}

function callsText({ packageName, api }: Provider): string {
  const calls = api.operations.flatMap((operation) => callsOf(api, operation));
  // The text of a call begins with the variable that holds the client.
  const client = /^\w+/.exec(calls[0]?.text ?? "")?.[0] ?? "client";
  const auth = api.schemes.map(({ name }) => `${JSON.stringify(name)}: "any"`).join(", ");
  return `import { deepStrictEqual } from "node:assert/strict";
import { create${api.typeName} } from "${packageName}";

export async function call${api.typeName}(at: { baseUrl: string } | { fetch: typeof fetch }): Promise<number> {
  const ${client} = create${api.typeName}({ ...at, maxRetries: 0, auth: { ${auth} } });
${calls.map(callStatement).join("\n")}
  return ${calls.length};
}
`;
}

interface Call {
  readonly text: string;
  readonly operation: Operation;
}

function callsOf(api: Api, operation: Operation): readonly Call[] {
  const texts = new Set((["required", "all"] as const).map((which) => callText(api, operation, which)));
  return [...texts].map((text) => ({ text, operation }));
}

function callStatement({ text, operation }: Call): string {
  const [success] = successes(operation);
  const [content] = success?.contents ?? [];
  const [example] = content?.examples ?? [];
  const status = typeof success?.status === "number" ? success.status : 200;
  const data = content === undefined ? "undefined" : JSON.stringify(example?.value);
  const compared =
    content !== undefined && (example === undefined || content.kind !== "json")
      ? `deepStrictEqual(meta.status, ${status});`
      : `deepStrictEqual([meta.status, data], [${status}, ${data}]);`;
  return `  {
    const { data, meta } = await ${text}.withResponse();
    ${compared}
  }`;
}

function overHttpText(providers: readonly Provider[], kind: Kind): string {
  return `${importsOf(providers, kind)}
async function main(): Promise<void> {
  const urls = JSON.parse(process.argv[2] ?? "{}") as Record<string, string>;
  const urlOf = (name: string): string => urls[name] ?? "";
${providers
  .map(
    ({ name, api }) =>
      `  console.log("${name}", await call${api.typeName}({ baseUrl: urlOf("${name}") }), "calls");`,
  )
  .join("\n")}
}

void main();
`;
}

function inProcessText(providers: readonly Provider[], kind: Kind): string {
  return `${providers
    .map(({ packageName, api }) => `import { mock${api.typeName} } from "${packageName}/mock";`)
    .join("\n")}
${importsOf(providers, kind)}
async function main(): Promise<void> {
${providers
  .map(
    ({ name, api }) =>
      `  console.log("${name}", await call${api.typeName}({ fetch: mock${api.typeName}() }), "calls");`,
  )
  .join("\n")}
}

void main();
`;
}

function importsOf(providers: readonly Provider[], { output }: Kind): string {
  return `${providers
    .map(({ name, api }) => `import { call${api.typeName} } from "./${name}.${output}";`)
    .join("\n")}\n`;
}
