import type { Api } from "../../../read/model.ts";
import { clientVariable } from "../../typescript/shape.ts";
import type { Target } from "../../target.ts";
import { blocks, fence, heading, line, type Markdown } from "../markdown.ts";
import { authOption, importLine, optionsText } from "../../typescript/setup.ts";
import { literal } from "../../typescript/literal.ts";

/** The client against a mock of its API, without network or keys. */
export function testing(api: Api, target: Target): Markdown | undefined {
  const document = literal(`${target.packageName}/openapi.yaml`);
  const source =
    target.kind === "workspace"
      ? `provider: ${literal(api.name)}`
      : `spec: new URL(import.meta.resolve(${document}))`;
  const options = optionsText(["baseUrl: mock.url", authOption(api, () => '"test"')]);
  const lines = [
    importLine(["startMock"], "@keysmith/mock"),
    "",
    `const mock = await startMock({ ${source} });`,
    `const ${clientVariable(api)} = create${api.typeName}(${options});`,
    "// Call it as if it were the real one, then:",
    "await mock.close();",
  ];
  return blocks(
    heading(2, "Testing"),
    line`A mock made from the same document answers with its examples and refuses what the document does not allow. It needs Node.js 24.18 or newer.`,
    fence("sh", "npm install --save-dev @keysmith/mock"),
    fence("ts", lines.join("\n")),
  );
}
