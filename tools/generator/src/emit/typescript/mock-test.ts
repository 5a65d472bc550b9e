import type { Api, Operation, Response } from "../../read/model.ts";
import type { Target } from "../target.ts";
import { callText } from "./call.ts";
import { sourceFile } from "./header.ts";
import { literal } from "./literal.ts";
import { exampleNames, isDocumented, mockAnswers, mockedOperations, statusFor } from "./mock-answers.ts";
import {
  mockImports,
  mockExample,
  mockSetup,
  serverSetup,
  scenarioOperation,
  scenarioStatus,
} from "./mock-example.ts";
import { importLine } from "./setup.ts";

/** `test/mock.test.ts`: what is said to the package's mock is what its client meets. */
export function emitMockTest(api: Api, target: Target): string | undefined {
  const operation = scenarioOperation(api);
  const status = operation && scenarioStatus(operation);
  if (operation === undefined || status === undefined) return undefined;
  const name = literal(operation.mockId);
  const body = [
    ...mockSetup(api),
    `mock.on(${name}).reply(${status});`,
    `const { meta } = await ${callText(api, operation, "required")}.safe();`,
    `expect([meta?.status, mock.calls(${name}).length]).toEqual([${status}, 1]);`,
  ];
  return sourceFile(api, target, [
    [...mockImports(api, target), 'import { expect, test } from "vitest";'].join("\n"),
    `test("answers what it is told to", async () => {\n${body.join("\n")}\n});`,
  ]);
}

/**
 * `test/mock.test-d.ts`, judged by the compiler alone: the README's example, and scenarios that the document does not
 * have and that do not compile.
 */
export function emitMockTypeTest(api: Api, target: Target): string {
  const [mock, client] = serverSetup(api);
  const operations = mockedOperations(api);
  const unknown = literal(otherName(operations.map(({ mockId }) => mockId)));
  return sourceFile(api, target, [
    "/* oxlint-disable no-console -- as an example does */",
    [
      importLine([`create${api.typeName}`, `type ${api.typeName}`], "../src/index.ts"),
      importLine([`mock${api.typeName}`, `start${api.typeName}Mock`], "../src/mock.ts"),
    ].join("\n"),
    `export async function example(): Promise<void> {\n${mockExample(api).join("\n")}\n}`,
    `export async function server(): Promise<${api.typeName}> {\n${mock}\nreturn ${client}\n}`,
    `export function unknown(): void {\nconst mock = mock${api.typeName}();\n// @ts-expect-error There is no such operation.\nmock.on(${unknown});\n}`,
    ...operations.map((operation) => scenarios(api, operation)),
  ]);
}

/** The right ones first: were they errors too, the wrong ones would prove nothing. */
function scenarios(api: Api, operation: Operation): string {
  const undocumented = [299, 399, 499, 599].find((status) => !isDocumented(operation, status));
  const lines = [
    `const scenario = mock${api.typeName}().on(${literal(operation.mockId)});`,
    ...mockAnswers(operation).flatMap((answer) => replies(operation, answer)),
    ...(undocumented === undefined
      ? []
      : ["// @ts-expect-error There is no such status.", `scenario.reply(${undocumented});`]),
  ];
  return `export function ${operation.name}Scenarios(): void {\n${lines.join("\n")}\n}`;
}

function replies(operation: Operation, answer: Response): readonly string[] {
  const status = statusFor(operation, answer);
  if (status === undefined) return [];
  const names = exampleNames(answer);
  const options = names.length === 0 ? [""] : names.map((name) => `, { example: ${literal(name)} }`);
  return [
    ...options.map((option) => `scenario.reply(${status}${option});`),
    "// @ts-expect-error There is no such example.",
    `scenario.reply(${status}, { example: ${literal(otherName(names))} });`,
  ];
}

/** A name that is none of these, and short: an expected error has to be on the very next line, which nobody may break. */
function otherName(names: readonly string[]): string {
  let name = "x";
  while (names.includes(name)) name += "x";
  return name;
}
