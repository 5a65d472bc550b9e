import type { Api, IncomingCall } from "../../../read/model.ts";
import type { Target } from "../../target.ts";
import { importLine } from "../../typescript/setup.ts";
import { blocks, code, fence, heading, line, type Markdown } from "../markdown.ts";
import { phrase } from "../prose.ts";
import { table } from "../table.ts";

/** Types of the calls that come in, when there are any. */
export function webhooks({ incoming }: Api, target: Target): Markdown | undefined {
  const [first] = incoming.calls;
  if (first === undefined) return undefined;
  return blocks(
    heading(2, "Webhooks"),
    line`The API also makes calls. The package has types of what they bring and what they expect, for the server that takes them:`,
    table(incoming.calls, [
      { title: "Type", cell: ({ name }) => code(name) },
      { title: "Request", cell: requestText },
      {
        title: "Comes",
        cell: ({ kind, operation = "" }) =>
          kind === "webhook" ? line`webhook` : line`after ${code(operation)}`,
      },
      {
        title: "Summary",
        cell: ({ summary, description }) => phrase(summary ?? description?.trim().split(/\n\s*\n/)[0]),
      },
    ]),
    usage(
      incoming.calls.find(({ body }) => body !== undefined),
      target,
    ),
  );
}

function requestText({ kind, key, method, url = "" }: IncomingCall): Markdown {
  return kind === "webhook" ? line`${method} ${code(key)}` : line`${method} ${code(url)}`;
}

function usage(call: IncomingCall | undefined, target: Target): Markdown | undefined {
  if (call === undefined) return undefined;
  const lines = [
    importLine([call.name], target.packageName).replace(/^import/, "import type"),
    "",
    `function handle(body: ${call.name}["body"]): void {`,
    "  console.log(body);",
    "}",
  ];
  return fence("ts", lines.join("\n"));
}
