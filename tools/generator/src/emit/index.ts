import type { Source } from "../load/index.ts";
import type { Api } from "../read/model.ts";
import { emitReadme } from "./markdown/readme.ts";
import { emitReference } from "./markdown/reference.ts";
import { emitPackageJson } from "./package/package-json.ts";
import { emitTsconfigs } from "./package/tsconfig.ts";
import { emitTurbo } from "./package/turbo.ts";
import type { GeneratedFile, Target } from "./target.ts";
import { emitClient } from "./typescript/client.ts";
import { emitContractTest } from "./typescript/contract-test.ts";
import { emitFetchClient } from "./typescript/fetch-client.ts";
import { emitExampleTest } from "./typescript/example-test.ts";
import { emitFunctions, emitIndex } from "./typescript/index.ts";
import { emitMock } from "./typescript/mock.ts";
import { emitMockTest, emitMockTypeTest } from "./typescript/mock-test.ts";
import { emitModels } from "./typescript/models.ts";
import { emitOperations } from "./typescript/operations.ts";
import { emitWebhooks, hasWebhooks } from "./typescript/webhooks.ts";
import { emitTypeTest } from "./typescript/type-test.ts";

/**
 * Everything a package consists of but `src/schema.ts`, not yet formatted. What takes longest to format comes first.
 */
export function* emit(source: Source, api: Api, target: Target): Generator<GeneratedFile> {
  yield file("src/operations.ts", emitOperations(api, target));
  yield file("src/models.ts", emitModels(api, target));
  if (hasWebhooks(api)) yield file("src/webhooks.ts", emitWebhooks(api, target));
  yield file("src/mock.ts", emitMock(api, target));
  yield file("src/client.ts", emitClient(api, target));
  yield file("src/fetch-client.ts", emitFetchClient(api, target));
  yield file("src/functions.ts", emitFunctions(api, target));
  yield file("src/index.ts", emitIndex(api, target));
  yield file("package.json", emitPackageJson(api, target));
  yield* emitTsconfigs(target);
  yield file("README.md", emitReadme(api, target));
  yield* emitReference(api, target);
  yield file("openapi.yaml", source.bundled);
  // The suite and the task graph are the monorepo's: a package that lives elsewhere has neither.
  if (target.kind === "workspace") yield* workspaceFiles(api, target);
}

function workspaceFiles(api: Api, target: Target): GeneratedFile[] {
  return [
    file("turbo.json", emitTurbo(api)),
    file("test/contract.test.ts", emitContractTest(api, target)),
    file("test/examples.test-d.ts", emitExampleTest(api, target)),
    ...mockTests(api, target),
    file("test/types.test-d.ts", emitTypeTest(api, target)),
  ];
}

function mockTests(api: Api, target: Target): GeneratedFile[] {
  // Without operations there is nothing to say to a mock.
  if (api.operations.length === 0) return [];
  const run = emitMockTest(api, target);
  return [
    ...(run === undefined ? [] : [file("test/mock.test.ts", run)]),
    file("test/mock.test-d.ts", emitMockTypeTest(api, target)),
  ];
}

function file(path: string, text: string): GeneratedFile {
  return { path, text };
}
