import type { Api } from "../../../read/model.ts";
import type { Target } from "../../target.ts";
import { mockExample, mockImports } from "../../typescript/mock-example.ts";
import { blocks, code, fence, heading, line, type Markdown, webLink } from "../markdown.ts";

/** The client against a mock of its API, without network or keys. */
export function testing(api: Api, target: Target): Markdown | undefined {
  const lines = [...mockImports(api, target), "", ...mockExample(api)];
  return blocks(
    heading(2, "Testing"),
    line`${code(`${target.packageName}/mock`)} is the API without a network: a ${code("fetch")} that answers with the document's examples, refuses what the document does not allow, and does what a test says. It needs Node.js 24.18 or newer.`,
    fence("sh", "npm install --save-dev @keysmith/mock"),
    fence("ts", lines.join("\n")),
    line`An operation, a status or an example that the document does not have is a compile error. ${code(`start${api.typeName}Mock`)} starts the same as a server, for what takes an address. State, sequences of answers, faults and delays are in the README of ${mockLink}.`,
  );
}

const mockLink = webLink(code("@keysmith/mock"), "https://www.npmjs.com/package/@keysmith/mock");
