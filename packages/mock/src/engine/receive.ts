import type { Outline } from "../document/outline.ts";
import { answerOfProblem } from "./answer.ts";
import type { MockRequest, MockResponse } from "./message.ts";
import type { Call } from "./call.ts";
import { parseBody } from "./content.ts";
import { isProblem, problem, type Problem } from "./problem.ts";
import { nameOf, type Route, type Router } from "./router.ts";
import { parseTarget } from "./target.ts";
import { pathParameters } from "./template.ts";

/** What becomes of a request: `operation` is the operationId, or method and path; undefined where there is none. */
export type Received =
  | { readonly call: Call; readonly operation: string }
  | { readonly call: undefined; readonly operation: string | undefined; readonly answer: MockResponse };

/** Takes a request to its operation; an answer where there is none, or its body cannot be read. */
export function receive(router: Router, outline: Outline, request: MockRequest): Received {
  const target = parseTarget(request.target);
  if (isProblem(target)) return { call: undefined, operation: undefined, answer: answerOfProblem(target) };
  const route = router(request.method, target.path);
  if (route.kind !== "operation")
    return { call: undefined, operation: undefined, answer: notRouted(request, route) };
  const known = outline.byRoute.get(nameOf(route.operation));
  if (known === undefined) throw new TypeError(`the outline lacks ${nameOf(route.operation)}`);
  const operation = known.id;
  const content = parseBody(request.headers, request.body);
  if (isProblem(content)) return { call: undefined, operation, answer: answerOfProblem(content) };
  return {
    operation,
    call: {
      operation: route.operation,
      outline: known,
      request,
      input: { path: route.path, query: target.query, headers: forPrism(request), body: content.body },
      path: pathParameters(route.operation.path, route.path),
    },
  };
}

/** Prism checks the media type only of bodies with a length, and knows `Bearer` in this one spelling. */
function forPrism({ headers, body }: MockRequest): ReadonlyMap<string, string> {
  const changed = new Map(headers);
  changed.set("content-length", String(body.length));
  const authorization = headers.get("authorization");
  if (authorization !== undefined)
    changed.set("authorization", authorization.replace(/^bearer(?=\s)/i, "Bearer"));
  return changed;
}

function notRouted(
  { method, target }: MockRequest,
  route: Exclude<Route, { kind: "operation" }>,
): MockResponse {
  if (route.kind === "none") {
    const hint = route.nearest === undefined ? "" : `; the nearest operation is ${nameOf(route.nearest)}`;
    return answerOfProblem(
      problem(404, "no-path", `${method} ${target} matches no path of the document${hint}`),
    );
  }
  const allow = route.allowed.join(", ");
  const headers = new Map([["allow", allow]]);
  if (method === "OPTIONS") return { status: 204, headers, body: "", violations: [], problem: undefined };
  const refused: Problem = problem(405, "no-method", `the path has no ${method}; it has ${allow}`, {
    allowed: route.allowed,
  });
  return answerOfProblem({ ...refused, headers });
}
