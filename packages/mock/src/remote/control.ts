import { member } from "../document/json.ts";
import { answerOfProblem } from "../engine/answer.ts";
import type { MockRequest, MockResponse } from "../engine/message.ts";
import { problem } from "../engine/problem.ts";
import { MockError, messageOf } from "../errors.ts";
import type { Scope } from "../scope/scope.ts";
import type { Scopes } from "../scope/scopes.ts";
import { toJson } from "./call.ts";
import { play } from "./script.ts";

/**
 * Answers what other processes say to a mock: `/__mock` is its root scope, `/__mock/<name>` the scope of that name,
 * which is made when it is new. Undefined for every other request.
 *
 * | method   | does                                                                                     |
 * | -------- | ---------------------------------------------------------------------------------------- |
 * | `GET`    | `?operation=…`: its calls, oldest first                                                    |
 * | `POST`   | `{ "operation": "getKey", "script": [["reply", 404], ["once"]] }`: a scenario              |
 * | `DELETE` | as new: no scenarios, an empty journal, state as the examples have it                      |
 */
export function control(scopes: Scopes, request: MockRequest): MockResponse | undefined {
  const [, name, query = ""] = /^\/__mock(?:\/([^/?]+))?(?:\?(.*))?$/.exec(request.target) ?? [];
  if (name === undefined && !/^\/__mock(?:\?|$)/.test(request.target)) return undefined;
  try {
    const scope = name === undefined ? scopes.root : scopes.named(name).scope;
    return act(scope, request, new URLSearchParams(query));
  } catch (error) {
    const isTheirs = error instanceof MockError || error instanceof SyntaxError;
    return answerOfProblem(
      isTheirs
        ? problem(400, "impossible-control", messageOf(error))
        : problem(500, "internal", `the control failed: ${messageOf(error)}`),
    );
  }
}

const ALLOW: ReadonlyMap<string, string> = new Map([["allow", "GET, POST, DELETE"]]);

function act(scope: Scope, { method, body }: MockRequest, query: URLSearchParams): MockResponse {
  switch (method) {
    case "GET":
      return json(200, JSON.stringify(scope.calls(query.get("operation") ?? "").map(toJson)));
    case "POST": {
      const wanted: unknown = JSON.parse(new TextDecoder().decode(body));
      play(scope.on(String(member(wanted, "operation"))), member(wanted, "script"));
      return json(204, "");
    }
    case "DELETE":
      scope.reset();
      return json(204, "");
    case "OPTIONS":
      return { ...json(204, ""), headers: ALLOW };
    default:
      return answerOfProblem({
        ...problem(405, "no-method", `the control has GET, POST and DELETE, not ${method}`),
        headers: ALLOW,
      });
  }
}

function json(status: number, body: string): MockResponse {
  const headers = new Map(body === "" ? [] : [["content-type", "application/json"] as const]);
  return { status, headers, body, violations: [], problem: undefined };
}
