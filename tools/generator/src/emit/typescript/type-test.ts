import type { Api, Operation } from "../../read/model.ts";
import type { Target } from "../target.ts";
import { sourceFile } from "./header.ts";
import { literal, propertyName } from "./literal.ts";
import { argumentsName, errorsName, failures, takesArguments } from "./shape.ts";

/**
 * `test/types.test-d.ts`, judged by the compiler alone: the types we print equal openapi-typescript's, and calls that
 * are wrong do not compile.
 */
export function emitTypeTest(api: Api, target: Target): string {
  const helpers = ["Equal", "Proven", ...(api.operations.length > 0 ? ["ResultOf"] : [])];
  const used = [
    ...helpers,
    ...(api.operations.some(takesArguments) ? ["ArgumentsOf"] : []),
    ...(api.operations.some((operation) => failures(operation).length > 0) ? ["ErrorsOf"] : []),
  ].toSorted();
  const checked = api.operations.filter(takesArguments);
  return sourceFile(api, target, [
    [
      `import { ${[...used.map((name) => `type ${name}`), ...(checked.length > 0 ? ["without", "wrong"] : [])].join(", ")} } from "@keysmith/contract/types";`,
      `import type { ${api.typeName} } from "../src/client.ts";`,
      ...(api.schemas.length > 0 ? ['import type * as models from "../src/models.ts";'] : []),
      'import type * as calls from "../src/operations.ts";',
      `import type { ${[...(api.schemas.length > 0 ? ["components"] : []), "paths"].join(", ")} } from "../src/schema.ts";`,
    ].join("\n"),
    modelProofs(api),
    ...api.operations.map(operationProofs),
    ...api.operations.map((operation) => wrongCalls(api, operation)),
  ]);
}

function modelProofs(api: Api): string {
  if (api.schemas.length === 0) return "";
  const proofs = api.schemas.map((schema) => {
    return `Proven<Equal<models.${schema.name}, components["schemas"][${literal(schema.key)}]>>`;
  });
  return `export type Models = [\n${proofs.map((proof) => `  ${proof},`).join("\n")}\n];`;
}

function operationProofs(operation: Operation): string {
  const schema = `paths[${literal(operation.path)}][${literal(operation.method.toLowerCase())}]`;
  const renames = renamedArguments(operation);
  const proofs = [
    ...(takesArguments(operation)
      ? [`Proven<Equal<calls.${argumentsName(operation)}, ArgumentsOf<${schema}${renames}>>>`]
      : []),
    `Proven<Equal<Awaited<ReturnType<typeof calls.${operation.name}>>, ResultOf<${schema}>>>`,
    ...(failures(operation).length > 0
      ? [`Proven<Equal<calls.${errorsName(operation)}, ErrorsOf<${schema}>>>`]
      : []),
  ];
  return `export type ${operation.typeName}Types = [\n${proofs.map((proof) => `  ${proof},`).join("\n")}\n];`;
}

/** Second parameter of `ArgumentsOf`: where an argument is not called what its parameter is. */
function renamedArguments(operation: Operation): string {
  const renamed = operation.parameters.filter((parameter) => parameter.argument !== parameter.name);
  if (renamed.length === 0) return "";
  const members = renamed.map((parameter) => {
    return `${literal(`${parameter.in} ${parameter.name}`)}: ${literal(parameter.argument)}`;
  });
  return `, { ${members.join("; ")} }`;
}

/** The right call first: were it an error too, the wrong ones would prove nothing. */
function wrongCalls(api: Api, operation: Operation): string {
  const args = takesArguments(operation) ? ["args"] : [];
  const lines = [
    // Short lines, whatever the operation is called: an expected error has to be on the very next one.
    `const call = client.${operation.name};`,
    `call(${args.join("")});`,
    ...requiredArguments(operation).flatMap((name) => [
      `// @ts-expect-error ${literal(name)} is required.`,
      `call(without(args, ${literal(name)}));`,
    ]),
    ...(args.length === 0 ? [] : wrongArguments(operation)),
    "// @ts-expect-error There is no such option.",
    `call(${[...args, "{ timeoutMilliseconds: 1 }"].join(", ")});`,
  ];
  const parameters = [
    `client: ${api.typeName}`,
    ...args.map((name) => `${name}: calls.${argumentsName(operation)}`),
  ];
  return `export function ${operation.name}Calls(${parameters.join(", ")}): void {\n${lines.join("\n")}\n}`;
}

function wrongArguments(operation: Operation): readonly string[] {
  const typed = operation.parameters.filter((parameter) => parameter.type.kind !== "unknown");
  return [
    "// @ts-expect-error There is no such argument.",
    `call({ ...args, ${misspelt(operation)}: wrong });`,
    ...typed.flatMap(({ argument }) => [
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
