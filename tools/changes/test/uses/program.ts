import type { Api, Operation, Response, Type } from "@keysmith/generator";
import type { Snapshot } from "../../src/snapshot/snapshot.ts";
import { Reader } from "./reads.ts";
import { type Models, ways, writeObjects } from "./values.ts";

/**
 * Everything that the documentation of a package says can be done with it, as programs, from the model of its document
 * alone: by path of the file. What they import stands in `../src`.
 */
export function usesOf({ api, files }: Snapshot): ReadonlyMap<string, string> {
  const models = new Map(api.schemas.map((schema) => [schema.name, schema]));
  const uses = new Map([["uses.ts", program(api, models)]]);
  // What the package itself shows and tests.
  for (const name of ["examples.test-d.ts", "mock.test-d.ts"]) {
    const text = files.get(`test/${name}`);
    if (text === undefined) continue;
    const imported = text.replaceAll(`"@keysmith/${api.name}"`, `"../src/index.ts"`);
    // What must not compile is no use of it.
    uses.set(name.replace(".test-d", ""), imported.replaceAll(/^ *\/\/ @ts-expect-error.*\n.*\n/gm, ""));
  }
  return uses;
}

function program(api: Api, models: Models): string {
  const reader = new Reader(models);
  const uses = [
    ...api.operations.map((operation) => callsOf(operation, models, reader)),
    ...api.operations.map((operation) => rawCallsOf(operation, models, reader)),
    ...api.incoming.calls.map(({ name, method, body }) => {
      const read = body ? contents(reader, "call.body", body.contents) : "";
      return `function take${name}(call: names.${name}): void { if (call.method === "${method}") {}\n${read} }`;
    }),
  ];
  return [
    `import type * as names from "../src/index.ts";`,
    `import * as calls from "../src/index.ts";`,
    `import * as lean from "../src/functions.ts";`,
    `declare const client: names.${api.typeName};`,
    `declare const bare: names.${api.typeName}Client;`,
    clients(api),
    typeNames(api),
    ...uses,
    reader.functions(),
  ].join("\n");
}

/** Every type of the package, by name. */
function typeNames({ typeName, schemas, operations, incoming }: Api): string {
  const names = [
    ...schemas.map(({ name }) => name),
    ...operations.flatMap((operation) => [
      ...(operation.parameters.length > 0 || operation.body ? [`${operation.typeName}Args`] : []),
      ...(failuresOf(operation).length > 0 ? [`${operation.typeName}Errors`] : []),
    ]),
    ...incoming.calls.map(({ name }) => name),
    ...["", "Client", "Options", "Auth"].map((suffix) => typeName + suffix),
  ];
  return `export type Named = [${names.map((name) => `names.${name}`).join(", ")}];`;
}

/** Clients with each option. */
function clients({ typeName, schemes, servers, name }: Api): string {
  const make = `calls.create${typeName}`;
  const lines = [
    `${make}({ baseUrl: "https://example.com", timeoutMs: 5, maxRetries: 1, headers: { "X-A": "b" } }).withOptions({ timeoutMs: 6 });`,
    `lean.createClient({ baseUrl: "https://example.com" });`,
  ];
  if (servers.some(({ url }) => url.startsWith("https:"))) lines.push(`${make}(); lean.createClient();`);
  for (const scheme of schemes.filter(({ kind }) => kind !== "mutualTLS")) {
    const key = JSON.stringify(scheme.name);
    lines.push(
      `${make}({ auth: { ${key}: "secret" } });`,
      `${make}({ auth: { ${key}: async () => "secret" } });`,
    );
  }
  for (const server of servers) {
    if (server.name !== undefined) lines.push(`${make}({ environment: ${JSON.stringify(server.name)} });`);
    for (const variable of server.variables)
      for (const value of variable.enum ?? ["text"])
        lines.push(`${make}({ server: { ${JSON.stringify(variable.name)}: ${JSON.stringify(value)} } });`);
  }
  return `export function ${name}Clients(): void {\n${lines.join("\n")}\n}`;
}

/** Ways of writing the arguments of an operation; empty when it takes none. */
function argumentsOf({ parameters, body }: Operation, models: Models): readonly string[] {
  const fields = parameters.map(({ argument, required, type }) => ({
    name: argument,
    required,
    ways: ways(type, models),
  }));
  if (!body) return fields.length === 0 ? [] : writeObjects(fields);
  const choice = body.mediaTypeArgument;
  const medias = choice === undefined ? body.contents.slice(0, 1) : body.contents;
  return medias.flatMap((media, index) => {
    const written = { name: "body", required: body.required || index > 0, ways: ways(media.type, models) };
    const named =
      choice === undefined
        ? []
        : [{ name: choice, required: index > 0, ways: [JSON.stringify(media.mediaType)] }];
    return writeObjects([...fields, written, ...named]);
  });
}

function callsOf(operation: Operation, models: Models, reader: Reader): string {
  const { name } = operation;
  const given = argumentsOf(operation, models);
  const optional = given.length > 0 && given.includes("{  }");
  const lines = given.flatMap((args) => [
    `await client.${name}(${args});`,
    `await calls.${name}(bare, ${args}, { timeoutMs: 5, idempotencyKey: "a" });`,
  ]);
  if (given.length === 0) lines.push(`await client.${name}({ timeoutMs: 5 });`, `await calls.${name}(bare);`);
  if (optional) lines.push(`await client.${name}();`);
  const call = `client.${name}(${given[0] ?? ""})`;
  if (given.length > 0)
    lines.push(
      `{ const held: names.${operation.typeName}Args = ${given[1] ?? given[0]}; await client.${name}(held); }`,
      ...bodiesOf(operation, models),
    );
  lines.push(
    `const whole = await ${call}.withResponse(); whole.meta.status.toFixed(); await ${call}.asResponse();`,
  );
  lines.push(resultsOf(operation, call, reader), errorsOf(operation, call, reader));
  if (operation.pagination) {
    lines.push(
      `for await (const item of ${call}.items({ maxItems: 1 })) {\n${reader.read("item", operation.pagination.item)}\n}`,
    );
    lines.push(
      `for await (const page of ${call}.pages()) {\n${results(reader, "page", successesOf(operation))}\n}`,
    );
  }
  return `export async function ${name}Uses(): Promise<void> {\n${lines.join("\n")}\n}`;
}

/** Bodies held as values of their named types. */
function bodiesOf({ body }: Operation, models: Models): readonly string[] {
  const type = body?.contents[0].type;
  if (type?.kind !== "reference") return [];
  return ways(type, models).map((text) => `{ const held: names.${type.name} = ${text}; }`);
}

function successesOf({ responses }: Operation): readonly Response[] {
  return responses.filter(({ status }) => String(status).startsWith("2"));
}

function failuresOf({ responses }: Operation): readonly Response[] {
  return responses.filter(({ status }) => /^[45]|default/.test(String(status)));
}

function resultsOf(operation: Operation, call: string, reader: Reader): string {
  const successes = successesOf(operation);
  if (successes.every(({ contents: all }) => all.length === 0) && successes.length > 0)
    return `const nothing: void = await ${call}; const handOn = (): Promise<void> => ${call};`;
  return `{ const result = await ${call};\n${results(reader, "result", successes)} }
  { const result = await ${call}.safe(); if (result.ok) {\n${results(reader, "result.data", successes)}\n} }`;
}

/** Reads what a call can answer with, whichever answer it is. */
function results(reader: Reader, expression: string, responses: readonly Response[]): string {
  const types = typesOf(responses);
  const read = readAny(reader, "answer", types);
  const hold = `const answer = ${expression};`;
  if (responses.some(({ contents: all }) => all.length === 0)) return `{ ${hold} if (answer) {\n${read}\n} }`;
  return `{ ${hold}\n${read} }`;
}

/** Types of bodies, each once. */
function typesOf(responses: readonly Response[]): readonly Type[] {
  const types = responses.flatMap((response) => response.contents.map(({ type }) => type));
  return [...new Map(types.map((type) => [JSON.stringify(type), type])).values()];
}

function readAny(reader: Reader, expression: string, types: readonly Type[]): string {
  const [only] = types;
  if (only && types.length === 1) return reader.read(expression, only);
  const members = types.flatMap((type) => (type.kind === "union" ? type.members : [type]));
  return members.length > 0 ? reader.read(expression, { kind: "union", members }) : "";
}

function contents(reader: Reader, expression: string, all: Response["contents"]): string {
  if (all.length === 0) return `{ const none: undefined = ${expression}; }`;
  return readAny(reader, expression, typesOf([{ contents: all } as Response]));
}

/** A status that a documented one, a range or `default` stands for. */
function statusesOf({ status }: Response, operation: Operation): readonly number[] {
  if (typeof status === "number") return [status];
  const taken = new Set(operation.responses.map((response) => response.status));
  const free = (...some: readonly number[]): readonly number[] => some.filter((one) => !taken.has(one));
  if (status === "4XX") return free(404, 409, 418);
  return status === "5XX"
    ? free(500, 503)
    : free(410, 501).filter((one) => !taken.has(one < 500 ? "4XX" : "5XX"));
}

function errorsOf(operation: Operation, call: string, reader: Reader): string {
  return failuresOf(operation)
    .flatMap((response) =>
      statusesOf(response, operation).map(
        (status) => `{ const result = await ${call}.safe();
  if (!result.ok && result.error.status === ${status}) {\n${contents(reader, "result.error.body", response.contents)}\n}
  try { await ${call}; } catch (error) {
  if (calls.isApiError(error, calls.${operation.name}, ${status})) {\n${contents(reader, "error.body", response.contents)}\n} } }`,
      ),
    )
    .join("\n");
}

function isEmpty(response: Response): boolean {
  return response.contents.length === 0;
}

function rawCallsOf(operation: Operation, models: Models, reader: Reader): string {
  const { name, method, path, parameters, body } = operation;
  if (/[?#]/.test(path)) return "";
  const places = Map.groupBy(parameters, (parameter) => parameter.in);
  const params = writeObjects(
    [...places].map(([place, some]) => ({
      name: place,
      required: some.some(({ required }) => required),
      ways: writeObjects(
        some.map((one) => ({ name: one.name, required: one.required, ways: ways(one.type, models) })),
      ),
    })),
  );
  const fields = [
    ...(parameters.length > 0
      ? [{ name: "params", required: parameters.some(({ required }) => required), ways: params }]
      : []),
    ...(body ? [{ name: "body", required: body.required, ways: ways(body.contents[0].type, models) }] : []),
  ];
  const inits = writeObjects(fields);
  const call = (init: string): string => `client.${method}(${JSON.stringify(path)}, ${init})`;
  const lines = inits.map((init) => `await ${call(init)};`);
  const failures = failuresOf(operation);
  const [successes, types] = [successesOf(operation), typesOf(failures)];
  const answer = `const { data, error } = await ${call(inits[0] ?? "{}")};`;
  if (!successes.every(isEmpty)) {
    lines.push(`{ ${answer} if (data !== undefined) {\n${readAny(reader, "data", typesOf(successes))}\n} }`);
    // Whoever has no error has data, where every answer has a body.
    if (!failures.some(isEmpty) && failures.length > 0 && !successes.some(isEmpty))
      lines.push(`{ ${answer} if (error) throw error;\n${readAny(reader, "data", typesOf(successes))} }`);
  }
  if (types.length > 0 && failures.length > 0)
    lines.push(`{ ${answer} if (error !== undefined) {\n${readAny(reader, "error", types)}\n} }`);
  return `export async function ${name}RawUses(): Promise<void> {\n${lines.join("\n")}\n}`;
}
