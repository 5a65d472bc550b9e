import type { Api, Operation } from "../../read/model.ts";
import { setupExample } from "./setup.ts";
import type { Target } from "../target.ts";
import { callExamples, callText } from "./call.ts";
import { sourceFile } from "./header.ts";
import { literal } from "./literal.ts";

/**
 * `test/examples.test-d.ts`: the examples of the reference pages as one program. It is compiled with the package and
 * never run, so that what a reader copies is known to fit.
 */
export function emitExampleTest(api: Api, target: Target): string {
  return sourceFile(api, target, [
    "/* oxlint-disable no-console, no-unused-vars -- what an example leaves over is its reader's to use */",
    [
      `import * as calls from ${literal(target.packageName)};`,
      `import type { ${api.typeName}Client } from ${literal(target.packageName)};`,
      setupExample(api, target),
    ].join("\n"),
    ...api.operations.map((operation) => operationExamples(api, operation)),
  ]);
}

function operationExamples(api: Api, operation: Operation): string {
  const free = `await calls.${callText(api, operation, "required", undefined, "function")};`;
  const blocks = [...callExamples(api, operation), free].map((example) => `{\n${example}\n}`);
  return [
    `export async function ${operation.name}Examples(client: ${api.typeName}Client): Promise<void> {`,
    ...blocks,
    "}",
  ].join("\n");
}
