import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Api,
  callText,
  load,
  type Operation,
  read,
  sampleArguments,
  standaloneJob,
} from "@keysmith/generator";
import { answerOf } from "../answer.ts";
import type { Plan, PlannedCall } from "../planned.ts";

/**
 * Writes a program that calls every operation of a package as the package's own documentation shows it, and what has to
 * come of each call. Arguments: the document, the folder and name of the package, the folder of the program.
 */

interface Call {
  readonly planned: PlannedCall;
  readonly text: string;
}

const [file = "", folder = "", packageName = "", usage = ""] = process.argv.slice(2);
write(read(await load(file), standaloneJob(file, folder, packageName).name));

function write(api: Api): void {
  const calls = api.operations.flatMap((operation) => callsOf(api, operation));
  const plan: Plan = { operations: api.operations.length, calls: calls.map(({ planned }) => planned) };
  writeFileSync(join(usage, "plan.json"), JSON.stringify(plan));
  writeFileSync(join(usage, "usage.ts"), usageText(api, calls));
}

/** With what it needs, and with everything it takes, if that is more. */
function callsOf(api: Api, operation: Operation): readonly Call[] {
  const texts = new Map<string, "required" | "all">();
  for (const which of ["all", "required"] as const) texts.set(callText(api, operation, which), which);
  return [...texts].map(([text, which]) => {
    const values = sampleArguments(api, operation, which);
    const inPath = operation.parameters.flatMap((parameter): readonly (readonly [string, string])[] => {
      const value = values.get(parameter.argument);
      const plain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
      return parameter.in === "path" && parameter.style === "simple" && plain
        ? [[parameter.name, String(value)]]
        : [];
    });
    const { name, method, path, pointer } = operation;
    const key = `${name} ${which}`;
    const answer = answerOf(api, operation);
    return { text, planned: { pointer, key, method, path, inPath: Object.fromEntries(inPath), answer } };
  });
}

function usageText(api: Api, calls: readonly Call[]): string {
  const factory = `create${api.typeName}`;
  const client = /^(?<variable>\w+)\./.exec(calls[0]?.text ?? "")?.groups?.["variable"] ?? "client";
  // One text is a credential for every kind of scheme but a certificate, which is none of the client's.
  const auth = api.schemes
    .filter(({ kind }) => kind !== "mutualTLS")
    .map(({ name }) => `${JSON.stringify(name)}: "user:password"`);
  const options = ["baseUrl", "maxRetries: 0", "timeoutMs: 10_000"];
  if (auth.length > 0) options.push(`auth: { ${auth.join(", ")} }`);
  return [
    `import { ${factory} } from ${JSON.stringify(packageName)};`,
    "",
    "export function connect(baseUrl: string): Record<string, () => PromiseLike<unknown>> {",
    `  const ${client} = ${factory}({ ${options.join(", ")} });`,
    "  return {",
    ...calls.map(({ planned, text }) => `    ${JSON.stringify(planned.key)}: () => ${text},`),
    "  };",
    "}",
    "",
  ].join("\n");
}
