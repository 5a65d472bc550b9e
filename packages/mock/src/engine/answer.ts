import { validateHeaderValue } from "node:http";
import { isJson } from "./content.ts";
import type { MockResponse, Violation } from "./message.ts";
import type { PrismOutput } from "./prism.ts";
import { problem, type Problem } from "./problem.ts";
import { violationHeader } from "./violation-header.ts";

/** An answer of the document, as Prism chose it. */
export function answerOf(output: PrismOutput): MockResponse | Problem {
  const headers = new Map<string, string>();
  const violations = [...output.violations];
  for (const [name, value] of output.headers) {
    if (value === null || value === undefined || (name === "content-type" && output.body === undefined))
      continue;
    if (isSendable(name, String(value))) headers.set(name, String(value));
    else
      violations.push({
        in: "response",
        path: ["header", name],
        code: "header",
        message: `Response header ${name} cannot be sent`,
        severity: "error",
      });
  }
  const mediaType = headers.get("content-type") ?? "";
  const body = textOf(output.body, mediaType);
  if (body === undefined) {
    return problem(
      500,
      "unwritable",
      `the example is no text, and the mock cannot write it as ${mediaType || "nothing"}: give a string`,
    );
  }
  return {
    status: output.status,
    headers: withViolations(headers, violations),
    body,
    violations,
    problem: undefined,
  };
}

/** An answer that is not the document's. */
export function answerOfProblem(
  { status, type, title, detail, more, headers }: Problem,
  violations: readonly Violation[] = [],
): MockResponse {
  const sent = new Map([["content-type", "application/problem+json"], ...(headers ?? [])]);
  const body = JSON.stringify({ type, title, status, detail, ...more });
  return { status, headers: withViolations(sent, violations), body, violations, problem: type };
}

function textOf(body: unknown, mediaType: string): string | undefined {
  if (body === undefined) return "";
  if (isJson(mediaType)) return JSON.stringify(body);
  return typeof body === "object" ? undefined : String(body);
}

function isSendable(name: string, value: string): boolean {
  try {
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}

function withViolations(
  headers: Map<string, string>,
  violations: readonly Violation[],
): ReadonlyMap<string, string> {
  if (violations.length > 0) headers.set("sl-violations", violationHeader(violations));
  return headers;
}
