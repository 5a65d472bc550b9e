import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type Api,
  findWorkspace,
  load,
  type Operation,
  read,
  sampleArguments,
  sampleContent,
} from "@keysmith/generator";

const ROOT = resolve(import.meta.dirname, "../../..");

/** A call to measure: of the first provider there is, its first operation that reads one thing. */
export interface SampleCall {
  readonly api: Api;
  readonly operation: Operation;
  /** Of the operation, as its function takes them. */
  readonly args: Readonly<Record<string, unknown>>;
  /** The same by place, as openapi-fetch takes them. */
  readonly params: Readonly<Record<"path" | "query", Readonly<Record<string, unknown>>>>;
  /** JSON that the operation may answer. */
  readonly answer: string;
  /** What the built package exports. */
  readonly exports: Readonly<Record<string, unknown>>;
}

/** Built entry of the first provider's package, as a URL, and its npm name. */
export function samplePackage(): { readonly name: string; readonly folder: string; readonly entry: string } {
  const [first] = findWorkspace(ROOT)?.packages ?? [];
  if (first === undefined) throw new Error("There is no provider to measure.");
  const [provider, folder] = first;
  return { name: `@keysmith/${provider}`, folder, entry: pathToFileURL(join(folder, "dist/index.js")).href };
}

export async function sampleCall(): Promise<SampleCall> {
  const { name, folder, entry } = samplePackage();
  const api = read(await load(join(folder, "openapi.yaml")), name.replace("@keysmith/", ""));
  const reads = api.operations.filter(
    ({ method, pagination }) => method === "GET" && pagination === undefined,
  );
  const operation = reads.find(({ path }) => path.includes("{")) ?? reads[0];
  if (operation === undefined) throw new Error(`${name} has no operation that reads one thing.`);
  const args = Object.fromEntries(sampleArguments(api, operation, "required"));
  const at = (place: "path" | "query"): Record<string, unknown> =>
    Object.fromEntries(
      operation.parameters
        .filter((parameter) => parameter.in === place && parameter.argument in args)
        .map((parameter) => [parameter.name, args[parameter.argument]]),
    );
  const content = operation.responses.find(({ status }) => status === 200)?.contents[0];
  return {
    api,
    operation,
    args,
    params: { path: at("path"), query: at("query") },
    answer: JSON.stringify(content === undefined ? {} : sampleContent(api, content)),
    exports: (await import(entry)) as Record<string, unknown>,
  };
}
