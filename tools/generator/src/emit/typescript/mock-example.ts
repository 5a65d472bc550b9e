import type { Api, Operation, Response, SecurityScheme } from "../../read/model.ts";
import type { Target } from "../target.ts";
import { firstFailure, firstOperation } from "../markdown/readme/sample.ts";
import { callText, otherThan } from "./call.ts";
import { codeWidth, literal } from "./literal.ts";
import { mockAnswers } from "./mock-answers.ts";
import { authOption, importLine, optionsText, serverOption } from "./setup.ts";
import { clientVariable } from "./shape.ts";

/** The imports that {@link mockSetup} needs. */
export function mockImports(api: Api, target: Target): readonly string[] {
  return [
    importLine([`create${api.typeName}`], target.packageName),
    importLine([`mock${api.typeName}`], `${target.packageName}/mock`),
  ];
}

/** A mock, and a client that calls it. */
export function mockSetup(api: Api): readonly string[] {
  const options = optionsText(["fetch: mock", serverOption(api), authOption(api, anyCredential)]);
  return [
    `const mock = mock${api.typeName}();`,
    `const ${clientVariable(api)} = create${api.typeName}(${options});`,
  ];
}

/** A mock server, and a client of it. */
export function serverSetup(api: Api): readonly [mock: string, client: string] {
  const options = optionsText(["baseUrl: mock.url", authOption(api, anyCredential)]);
  return [`await using mock = await start${api.typeName}Mock();`, `create${api.typeName}(${options});`];
}

/** A mock and its client, a scenario, a call that meets it, and a look at what arrived. */
export function mockExample(api: Api): readonly string[] {
  const operation = scenarioOperation(api);
  if (operation === undefined) return mockSetup(api);
  const result = otherThan(clientVariable(api), "result", "outcome");
  const name = literal(operation.mockId);
  const status = scenarioStatus(operation);
  const [open, close] = [`const ${result} = await `, ".safe();"];
  const room = codeWidth - open.length - close.length;
  return [
    ...mockSetup(api),
    "",
    `mock.on(${name}).${status === undefined ? 'fault("reset")' : `reply(${status})`};`,
    open + callText(api, operation, "required", room) + close,
    `console.log(${result}.ok, mock.calls(${name})[0]?.request.${arrived(operation)});`,
  ];
}

/** The operation whose scenario is shown. */
export function scenarioOperation(api: Api): Operation | undefined {
  return firstFailure(api)?.operation ?? firstOperation(api);
}

/** The status it is made to answer: best that the thing is not there, at least none that a client tries again. */
export function scenarioStatus(operation: Operation): number | undefined {
  const statuses = mockAnswers(operation).map(exactStatus);
  const failure = statuses.find((status) => status >= 400 && status < 500 && !calledAgain.has(status));
  return statuses.find((status) => status === 404) ?? failure ?? statuses[0];
}

const calledAgain: ReadonlySet<number> = new Set([401, 408, 425, 429]);

/** One that stands for a range, and for whatever is not documented. */
function exactStatus({ status }: Response): number {
  if (typeof status === "number") return status;
  return status === "default" || status === "4XX" ? 404 : Number(status[0]) * 100;
}

/** Any will do for a mock, if it has the form of one. */
function anyCredential({ kind }: SecurityScheme): string {
  return literal(kind === "basic" ? "user:test" : "test");
}

/** The part of a request that is worth a look. */
function arrived({ body, parameters }: Operation): string {
  if (body !== undefined) return "body";
  return parameters.some((parameter) => parameter.in === "path") ? "path" : "query";
}
