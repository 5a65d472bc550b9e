import type { Api } from "../../read/model.ts";
import type { Target } from "../target.ts";
import { sourceFile } from "./header.ts";
import { literal } from "./literal.ts";
import { clientVariable } from "./shape.ts";

/** `test/contract.test.ts`: hands the package and its document to the contract suite. */
export function emitContractTest(api: Api, target: Target): string {
  const client = clientVariable(api);
  return sourceFile(api, target, [
    [
      'import { describeContract } from "@keysmith/contract";',
      `import * as ${client} from ${literal(target.packageName)};`,
    ].join("\n"),
    [
      "describeContract({",
      '  spec: new URL("../openapi.yaml", import.meta.url),',
      `  name: ${literal(api.name)},`,
      `  client: ${client}.create${api.typeName},`,
      `  package: ${client},`,
      '  types: new URL("types.test-d.ts", import.meta.url),',
      '  report: new URL("../docs/contract.md", import.meta.url),',
      "});",
    ].join("\n"),
  ]);
}
