import { STATUS_CODES } from "node:http";
import { entries, isObject, list, member, type JsonObject } from "../document/json.ts";
import { messageOf } from "../errors.ts";
import type { Violation } from "./message.ts";

/** Prefix of the `type` of every answer that the mock gives on its own: such an answer is not in the document. */
export const PROBLEM_PREFIX = "urn:keysmith:mock:";

/** An answer that is not the document's: what was wrong with the request, as RFC 9457 has it. */
export interface Problem {
  readonly status: number;
  /** {@link PROBLEM_PREFIX} and a word, or `https://stoplight.io/prism/errors#…` for an answer of Prism's own. */
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  /** Further members, for tests and tools. */
  readonly more?: JsonObject;
  readonly headers?: ReadonlyMap<string, string>;
}

export function problem(status: number, word: string, detail: string, more: JsonObject = {}): Problem {
  return { status, type: PROBLEM_PREFIX + word, title: STATUS_CODES[status] ?? "Problem", detail, more };
}

export function isProblem(value: object): value is Problem {
  return "type" in value && "status" in value && "detail" in value;
}

/** What Prism throws where the document has no answer to a request, with the violations that led there. */
export function problemOfRefusal(error: unknown): {
  readonly problem: Problem;
  readonly violations: readonly Violation[];
} {
  const status = member(error, "status");
  if (typeof status !== "number" || !isObject(error)) {
    return { problem: problem(500, "internal", `the engine failed: ${messageOf(error)}`), violations: [] };
  }
  const { headers, ...more } = isObject(error["additional"]) ? error["additional"] : {};
  const detail = String(error["detail"] ?? "");
  const found = list(more["validation"]).map((item) => requestViolation(item));
  return {
    problem: {
      status,
      type: String(error["name"]),
      title: messageOf(error),
      detail,
      more,
      headers: new Map(entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])),
    },
    violations:
      found.length > 0
        ? found
        : [{ in: "request", path: [], code: String(status), message: detail, severity: "error" }],
  };
}

function requestViolation(item: unknown): Violation {
  return {
    in: "request",
    path: list(member(item, "location")).map(String),
    code: String(member(item, "code")),
    message: String(member(item, "message")),
    severity: member(item, "severity") === "Error" ? "error" : "warning",
  };
}
