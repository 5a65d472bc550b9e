import type { Api, Operation } from "../../../read/model.ts";
import { callText } from "../../typescript/call.ts";
import { takesArguments } from "../../typescript/shape.ts";
import { blocks, code, fence, heading, join, line, type Markdown } from "../markdown.ts";
import { firstOperation } from "./sample.ts";

/** What can be set, for the client or for one call. */
export function callOptions(api: Api): Markdown | undefined {
  const operation = firstOperation(api);
  if (operation === undefined) return undefined;
  const options = "{ timeoutMs: 5_000, maxRetries: 0, signal: AbortSignal.timeout(20_000) }";
  return blocks(
    heading(2, "Options"),
    line`An attempt may take 60 seconds, and a call that failed is repeated twice where that is safe. This and more can be set for a client, and again for a single call:`,
    fence("ts", `await ${withOptions(api, operation, options)};`),
    line`Both take ${names(["timeoutMs", "deadlineMs", "maxRetries", "maxRetryAfterMs", "headers", "redirect", "middleware", "fetch"])}; a client also ${names(["baseUrl", "logger"])}, a call also ${names(["signal", "idempotencyKey", "idempotent"])}. Your editor shows what each of them does.`,
  );
}

function withOptions(api: Api, operation: Operation, options: string): string {
  const call = callText(api, operation, "required");
  const none = takesArguments(operation) ? "{}, " : "";
  return `${call.slice(0, -1)}${call.endsWith("()") ? none : ", "}${options})`;
}

function names(options: readonly string[]): Markdown | undefined {
  const [last, ...others] = options.map(code).toReversed();
  return join([join(others.toReversed(), ", "), last], " and ");
}
