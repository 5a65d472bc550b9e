import type { Api } from "../../../read/model.ts";
import { callText } from "../../typescript/call.ts";
import type { Target } from "../../target.ts";
import { blocks, code, fence, heading, join, line, type Markdown } from "../markdown.ts";
import { importLine } from "../../typescript/setup.ts";
import { table } from "../table.ts";
import { type Failure, firstFailure } from "./sample.ts";

/** What a call throws, and two ways to handle it. */
export function errors(api: Api, target: Target): Markdown | undefined {
  const failure = firstFailure(api);
  const rule = "A call returns what the server answered with a success, and throws on everything else.";
  return blocks(
    heading(2, "Errors"),
    failure === undefined ? line`${rule}` : handling(api, target, failure, rule),
    classTable(),
  );
}

function handling(api: Api, target: Target, failure: Failure, rule: string): Markdown | undefined {
  return blocks(
    line`${rule} Once the status is known, so is the type of the error's body:`,
    fence("ts", catching(api, target, failure)),
    line`${code(".safe()")} returns the error instead of throwing it:`,
    fence("ts", narrowing(api, failure)),
  );
}

function catching(api: Api, target: Target, { operation, status }: Failure): string {
  return [
    importLine([operation.name, "isApiError"], target.packageName),
    "",
    "try {",
    `  await ${callText(api, operation, "required")};`,
    "} catch (error) {",
    `  if (!isApiError(error, ${operation.name}, ${status})) throw error;`,
    "  console.error(error.message, error.body);",
    "}",
  ].join("\n");
}

function narrowing(api: Api, { operation, status }: Failure): string {
  return [
    `const result = await ${callText(api, operation, "required")}.safe();`,
    "if (result.ok) console.log(result.data);",
    `else if (result.error.status === ${status}) console.error(result.error.body);`,
    "else throw result.error;",
  ].join("\n");
}

function classTable(): Markdown | undefined {
  return table(classes, [
    { title: "Error", cell: ({ name }) => code(name) },
    { title: "When", cell: ({ when }) => when },
  ]);
}

const subclasses: readonly (readonly [name: string, status: string])[] = [
  ["BadRequestError", "400"],
  ["UnauthorizedError", "401"],
  ["ForbiddenError", "403"],
  ["NotFoundError", "404"],
  ["ConflictError", "409"],
  ["UnprocessableEntityError", "422"],
  ["RateLimitError", "429"],
  ["ServerError", "5xx"],
];

const classes: readonly { readonly name: string; readonly when: Markdown }[] = [
  {
    name: "ApiError",
    when: line`The answer is no success. Subclasses: ${join(
      subclasses.map(([name, status]) => line`${code(name)} ${status}`),
      ", ",
    )}.`,
  },
  {
    name: "ConfigError",
    when: line`Nothing was sent: an argument, an option or a credential is missing or wrong.`,
  },
  {
    name: "NetworkError",
    when: line`There was no answer.`,
  },
  {
    name: "TimeoutError",
    when: line`An attempt took longer than ${code("timeoutMs")}, or the call longer than ${code("deadlineMs")}.`,
  },
  { name: "AbortError", when: line`Your ${code("signal")} ended the call.` },
  {
    name: "ResponseParseError",
    when: line`The answer is a success that cannot be read.`,
  },
];
