import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import type { Plan, PlannedAnswer, PlannedCall } from "../planned.ts";
import { type Arrived, startServer } from "../server.ts";
import type { Exercised, Problem } from "../stages/call.ts";

/**
 * Imports a usage program, and with it the package, and makes every planned call to a server on loopback. Argument: the
 * folder of the program. Prints what became of it as JSON.
 */

const PLACEHOLDER = /\{[^{}]*\}/g;

const [usage = ""] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await exercise()));

async function exercise(): Promise<Exercised> {
  const { calls } = JSON.parse(readFileSync(join(usage, "plan.json"), "utf8")) as Plan;
  let program: Usage;
  try {
    program = (await import(pathToFileURL(join(usage, "usage.js")).href)) as Usage;
  } catch (error) {
    return { imported: false, calls: 0, problems: [{ message: words(error) }] };
  }
  const server = await startServer();
  const problems: Problem[] = [];
  const functions = program.connect(`${server.origin}/base`);
  for (const planned of calls) {
    const { key, pointer } = planned;
    const problem = await problemOf(planned, functions[key], server);
    if (problem !== undefined) problems.push({ pointer, message: `${key}: ${problem}` });
  }
  server.close();
  return { imported: true, calls: calls.length, problems };
}

interface Usage {
  readonly connect: (baseUrl: string) => Readonly<Record<string, () => PromiseLike<unknown>>>;
}

async function problemOf(
  planned: PlannedCall,
  call: (() => PromiseLike<unknown>) | undefined,
  server: Awaited<ReturnType<typeof startServer>>,
): Promise<string | undefined> {
  server.answerWith(planned.answer);
  let data: unknown;
  try {
    data = await call?.();
  } catch (error) {
    return words(error);
  }
  return wrongRequest(planned, server.arrived()) ?? (await wrongData(planned.answer, data));
}

function wrongRequest(
  { method, path, inPath }: PlannedCall,
  arrived: readonly Arrived[],
): string | undefined {
  const [request] = arrived;
  if (request === undefined || arrived.length > 1) return `${arrived.length} requests arrived`;
  const found = `found ${request.method} ${request.path}`;
  if (request.method !== method) return `expected ${method} ${path}, ${found}`;
  // Documents tell operations at one address apart by a query or a fragment behind it; a fragment is never sent.
  const [address = "", query = ""] = path.replace(/#.*/s, "").split("?");
  const names = [...address.matchAll(PLACEHOLDER)].map(([text]) => text.slice(1, -1));
  const texts = address.split(PLACEHOLDER).map((text) => escape(encodeURI(decode(text))));
  const match = new RegExp(`^/base${texts.join("(.+)")}$`).exec(encodeURI(decode(request.path)));
  const fixed = query.split("&").filter((pair) => !pair.includes("{"));
  if (match === null || !fixed.every((pair) => request.query.includes(pair)))
    return `expected ${path}, ${found}?${request.query}`;
  return names
    .map((name, index) => [name, inPath[name], decode(match[index + 1] ?? "")] as const)
    .filter(([, wanted, value]) => wanted !== undefined && wanted !== value)
    .map(([name, wanted]) => `expected ${wanted} as ${name}, ${found}`)[0];
}

async function wrongData(answer: PlannedAnswer, data: unknown): Promise<string | undefined> {
  const found = data instanceof Blob ? await data.text() : data;
  const wanted = "json" in answer ? answer.json : answer.text;
  if (isDeepStrictEqual(found, wanted)) return undefined;
  return `expected ${show(wanted)} of ${answer.mediaType ?? "an answer without a body"}, found ${show(found)}`;
}

function escape(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function words(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
