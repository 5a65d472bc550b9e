import type { Api, Json, Operation } from "../../read/model.ts";
import type { Target } from "../target.ts";
import { allServers, sharedVariables, valuesOf } from "../servers.ts";
import { sourceFile } from "./header.ts";
import { literal, propertyName } from "./literal.ts";
import { repeatedErrors, repeatedIn, contentsAt, repeatedResults } from "./repeated.ts";
import { argumentsName, errorsName, failures, requiresArguments, takesArguments } from "./shape.ts";

/**
 * `test/types.test-d.ts`, judged by the compiler alone: the types we print equal openapi-typescript's, and calls that
 * are wrong do not compile.
 */
export function emitTypeTest(api: Api, target: Target): string {
  return sourceFile(api, target, [
    imports(api),
    modelProofs(api),
    fullClient(api),
    serverChoices(api),
    ...api.operations.map(operationProofs),
    ...api.operations.map((operation) => wrongCalls(api, operation)),
  ]);
}

/** The package's own types come as namespaces, so that none of them can be called what a helper is. */
function imports(api: Api): string {
  const { operations, schemas } = api;
  const taking = operations.some(takesArguments);
  const failing = operations.some((operation) => failures(operation).length > 0);
  const helpers = [
    ...(taking ? ["type ArgumentsOf"] : []),
    "type Equal",
    ...(failing ? ["type ErrorsOf"] : []),
    "type Proven",
    ...(operations.length > 0 ? ["type ResultOf"] : []),
    ...(operations.some(requiresArguments) ? ["without"] : []),
    ...(taking ? ["wrong"] : []),
  ];
  const roots = [...(schemas.length > 0 ? ["components"] : []), ...(operations.length > 0 ? ["paths"] : [])];
  if (roots.length === 0) return "export {};";
  return [
    `import { ${helpers.join(", ")} } from "@keysmith/contract/types";`,
    ...(operations.length > 0 ? ['import type * as clients from "../src/index.ts";'] : []),
    ...(schemas.length > 0 ? ['import type * as models from "../src/models.ts";'] : []),
    ...(operations.length > 0 ? ['import type * as calls from "../src/operations.ts";'] : []),
    `import type { ${roots.join(", ")} } from "../src/schema.ts";`,
  ].join("\n");
}

function modelProofs(api: Api): string {
  if (api.schemas.length === 0) return "";
  const proofs = api.schemas.map((schema) => {
    return `Proven<Equal<models.${schema.name}, components["schemas"][${literal(schema.key)}]>>`;
  });
  return `export type Models = [\n${proofs.map((proof) => `  ${proof},`).join("\n")}\n];`;
}

/** What takes a client without methods takes one with methods as well. */
function fullClient({ typeName, operations }: Api): string {
  if (operations.length === 0) return "";
  return `export const lean = (client: clients.${typeName}): clients.${typeName}Client => client;`;
}

/** Every server and variable there is, and none besides. */
function serverChoices(api: Api): string {
  const servers = allServers(api);
  const names = [...new Set(servers.flatMap(({ name }) => name ?? []))];
  const variables = sharedVariables(servers);
  const settings = variables.flatMap((variable) => {
    const values = valuesOf(variable) ?? new Set(variable.uses.map((use) => use.variable.default));
    return [...values].map((value) => ({ server: { [variable.name]: value } }));
  });
  const lines = [
    ...choices(
      "server",
      names.map((environment) => ({ environment })),
      { environment: longerThanAll(names) },
    ),
    ...choices("variable", settings, {
      server: { [longerThanAll(variables.map(({ name }) => name))]: "" },
    }),
  ];
  if (api.operations.length === 0 || lines.length === 0) return "";
  return `export const servers: clients.${api.typeName}Options[] = [\n${lines.join("\n")}\n];`;
}

function choices(what: string, right: readonly Json[], wrong: Json): readonly string[] {
  if (right.length === 0) return [];
  return [
    ...right.map((options) => `${literal(options)},`),
    `// @ts-expect-error There is no such ${what}.`,
    `${literal(wrong)},`,
  ];
}

function longerThanAll(names: readonly string[]): string {
  const longest = names.reduce((one, other) => (other.length > one.length ? other : one), "");
  return `${longest}x`;
}

/** Each fact has a name, by which the contract suite counts what is proven. */
function operationProofs(operation: Operation): string {
  const schema = `paths[${literal(operation.path)}][${literal(operation.method.toLowerCase())}]`;
  const proofs = [
    ...(takesArguments(operation) ? [`arguments: ${argumentsProof(operation, schema)}`] : []),
    `data: Proven<Equal<Awaited<ReturnType<typeof calls.${operation.name}>>, ResultOf<${[schema, ...repeatedResults(operation)].join(", ")}>>>`,
    ...errorProofs(operation, schema),
  ];
  return `export interface ${operation.typeName}Types {\n${proofs.map((proof) => `  ${proof};`).join("\n")}\n}`;
}

/** One per status, and one that there are no others. */
function errorProofs(operation: Operation, schema: string): readonly string[] {
  const ours = `calls.${errorsName(operation)}`;
  const theirs = `ErrorsOf<${[schema, ...repeatedErrors(operation)].join(", ")}>`;
  const failing = failures(operation);
  if (failing.length === 0) return [];
  return [
    ...failing.map(({ status }) => {
      return `${literal(`error ${status}`)}: Proven<Equal<${ours}[${literal(status)}], ${theirs}[${literal(status)}]>>`;
    }),
    `errors: Proven<Equal<${ours}, ${theirs}>>`,
  ];
}

function argumentsProof(operation: Operation, schema: string): string {
  const ours = `calls.${argumentsName(operation)}`;
  const repeated = repeatedIn([contentsAt("body", operation.body?.contents ?? [])]);
  const renamed = renamedArguments(operation);
  const theirs = `ArgumentsOf<${[schema, ...(repeated.length > 0 && renamed.length === 0 ? ["unknown"] : renamed), ...repeated].join(", ")}>`;
  // In calls by path headers travel as they are given: there JSON is text.
  const documents = operation.parameters.filter(
    (parameter) => parameter.mediaType !== undefined && parameter.in === "header",
  );
  const choice = operation.body?.mediaTypeArgument ?? [];
  const except = [...documents.map(({ argument }) => argument), ...[choice].flat()]
    .map((name) => literal(name))
    .join(" | ");
  if (except === "") return `Proven<Equal<${ours}, ${theirs}>>`;
  return `Proven<Equal<Omit<${ours}, ${except}>, Omit<${theirs}, ${except}>>>`;
}

/** Second parameter of `ArgumentsOf`: where an argument is not called what its parameter is. */
function renamedArguments(operation: Operation): readonly string[] {
  const renamed = operation.parameters.filter((parameter) => parameter.argument !== parameter.name);
  if (renamed.length === 0) return [];
  const members = renamed.map((parameter) => {
    return `${literal(`${parameter.in} ${parameter.name}`)}: ${literal(parameter.argument)}`;
  });
  return [`{ ${members.join("; ")} }`];
}

/** The right call first: were it an error too, the wrong ones would prove nothing. */
function wrongCalls(api: Api, operation: Operation): string {
  const args = takesArguments(operation) ? ["args"] : [];
  const lines = [
    // Short lines, whatever the operation is called: an expected error has to be on the very next one.
    `const call = client.${operation.name};`,
    `call(${args.join("")});`,
    ...(requiresArguments(operation) ? ["// @ts-expect-error Arguments are required.", "call();"] : []),
    ...requiredArguments(operation).flatMap((name) => [
      `// @ts-expect-error ${literal(name)} is required.`,
      `call(without(args, ${literal(name)}));`,
    ]),
    ...(args.length === 0 ? [] : wrongArguments(operation)),
    "// @ts-expect-error There is no such option.",
    `call(${[...args, "{ timeoutMilliseconds: 1 }"].join(", ")});`,
  ];
  const parameters = [
    `client: clients.${api.typeName}`,
    ...args.map((name) => `${name}: calls.${argumentsName(operation)}`),
  ];
  return `export function ${operation.name}Calls(${parameters.join(", ")}): void {\n${lines.join("\n")}\n}`;
}

function wrongArguments(operation: Operation): readonly string[] {
  const typed = operation.parameters.filter((parameter) => parameter.type.kind !== "unknown");
  const choice = [operation.body?.mediaTypeArgument ?? []].flat();
  return [
    "// @ts-expect-error There is no such argument.",
    `call({ ...args, ${misspelt(operation)}: wrong });`,
    ...[...typed.map(({ argument }) => argument), ...choice].flatMap((argument) => [
      `// @ts-expect-error ${literal(argument)} is of another type.`,
      `call({ ...args, ${propertyName(argument)}: wrong });`,
    ]),
  ];
}

function requiredArguments(operation: Operation): readonly string[] {
  const names = operation.parameters
    .filter((parameter) => parameter.required)
    .map(({ argument }) => argument);
  return operation.body?.required === true ? [...names, "body"] : names;
}

/** A name one letter away from an argument, and from being one itself. */
function misspelt(operation: Operation): string {
  const names = new Set(operation.parameters.map((parameter) => parameter.argument)).add("body");
  let name = "bodyy";
  while (names.has(name)) name += "y";
  return name;
}
