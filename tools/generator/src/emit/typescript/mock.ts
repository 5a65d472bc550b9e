import type { Api, Content, Operation, Response } from "../../read/model.ts";
import { namesIn } from "../schema-type.ts";
import type { Target } from "../target.ts";
import { documented, example, prose } from "./comment.ts";
import { sourceFile } from "./header.ts";
import { literal, propertyName } from "./literal.ts";
import { exampleNames, isData, mockAnswers, mockedOperations } from "./mock-answers.ts";
import { mockExample, serverSetup } from "./mock-example.ts";
import { apiTitle, clientVariable, statusKey } from "./shape.ts";
import { printType } from "./type.ts";

/**
 * `src/mock.ts`: what tests of an application need to call the API's mock in place of the API. A module of its own, which
 * no other one imports: whoever does not test needs neither `@keysmith/mock` nor what it consists of.
 */
export function emitMock(api: Api, target: Target): string {
  return sourceFile(api, target, [
    imports(api),
    operationsInterface(api),
    'const spec = new URL("../openapi.yaml", import.meta.url);',
    mockFetch(api),
    mockServer(api),
  ]);
}

function imports(api: Api): string {
  const operations = mockedOperations(api);
  const answers = operations.flatMap(mockAnswers);
  const contents = [
    ...answers.flatMap((answer) => answer.contents),
    ...operations.flatMap(({ body }) => body?.contents ?? []),
  ];
  const models = [...new Set(contents.filter(isData).flatMap(({ type }) => namesIn(type)))].toSorted();
  const types = [
    "type Mock",
    ...(answers.length === 0 ? [] : ["type MockAnswer"]),
    "type MockFetch",
    "type MockFetchOptions",
    "type MockOptions",
  ];
  return [
    `import { createMockFetch, startMock, ${types.join(", ")} } from "@keysmith/mock";`,
    ...(models.length === 0 ? [] : [`import type { ${models.join(", ")} } from "./models.ts";`]),
  ].join("\n");
}

function operationsInterface(api: Api): string {
  const doc = `What the mock of ${apiTitle(api)} can answer: the statuses of each operation, with their bodies and the names of their examples.`;
  const members = mockedOperations(api).map(operationMember).join("\n");
  return documented(prose(doc), `export interface ${api.typeName}MockOperations {\n${members}\n}`);
}

function operationMember(operation: Operation): string {
  const names = operation.parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
  const answers = mockAnswers(operation).map((answer) => `${statusKey(answer)}: ${answerType(answer)};`);
  return [
    `${propertyName(operation.mockId)}: {`,
    `path: ${union(names.map((name) => literal(name))) || "never"};`,
    `body: ${requestBody(operation)};`,
    answers.length === 0 ? "answers: {};" : `answers: {\n${answers.join("\n")}\n};`,
    "};",
  ].join("\n");
}

function requestBody({ body }: Operation): string {
  if (body === undefined) return "undefined";
  const type = bodyType(body.contents);
  return body.required || type === "unknown" ? type : `${type} | undefined`;
}

function answerType(answer: Response): string {
  if (answer.contents.length === 0) return "MockAnswer";
  const names = exampleNames(answer).map((name) => literal(name));
  return `MockAnswer<${[bodyType(answer.contents), ...(names.length === 0 ? [] : [union(names)])].join(", ")}>`;
}

/** What the mock shows of a body, and takes for one: what is not data is the text that travels. */
function bodyType(contents: readonly Content[]): string {
  const anything = contents.some((content) => isData(content) && content.type.kind === "unknown");
  if (anything) return "unknown";
  return union(contents.map((content) => (isData(content) ? printType(content.type) : "string")));
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(" | ");
}

function mockFetch(api: Api): string {
  const { typeName } = api;
  const operations = `${typeName}MockOperations`;
  return documented(
    [
      ...prose(
        `${sentence(apiTitle(api))} without a network: a \`fetch\` that answers with the document's examples, until a test says otherwise.`,
      ),
      ...example(mockExample(api).join("\n")),
    ],
    `export function mock${typeName}(options: Omit<MockFetchOptions, "provider" | "spec"> = {}): MockFetch<${operations}> {\n  return createMockFetch<${operations}>({ ...options, spec });\n}`,
  );
}

function mockServer(api: Api): string {
  const { name, typeName } = api;
  const operations = `${typeName}MockOperations`;
  const [mock, client] = serverSetup(api);
  return documented(
    [
      ...prose(
        "The same as a server on this machine, for what takes an address: its `url` is a base URL. `close()` stops it, and so does `await using`.",
      ),
      ...example(`${mock}\nconst ${clientVariable(api)} = ${client}`),
    ],
    `export function start${typeName}Mock(options: Omit<MockOptions, "provider" | "spec"> = {}): Promise<Mock<${operations}>> {\n  return startMock<${operations}>({ name: ${literal(name)}, ...options, spec });\n}`,
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
