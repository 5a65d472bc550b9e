import type { OperationOutline, Outline } from "../document/outline.ts";
import { answerOfProblem } from "./answer.ts";
import type { MockRequest, MockResponse } from "./message.ts";
import type { Call } from "./call.ts";
import { parseBody } from "./content.ts";
import { isProblem, problem, type Problem } from "./problem.ts";
import type { PrismOperation } from "./prism.ts";
import { nameOf, type Endpoint, type Route, type Router } from "./router.ts";
import { parseTarget } from "./target.ts";
import { parameterReader, parametersAlone } from "./template.ts";

/** What becomes of a request: `operation` is the operationId, or method and path; undefined where there is none. */
export type Received =
  | { readonly call: Call; readonly operation: string }
  | { readonly call: undefined; readonly operation: string | undefined; readonly answer: MockResponse };

/** An operation with what of it does not change from request to request. */
export interface Destination extends Endpoint {
  /**
   * As Prism gets it: its path is that of its parameters alone. Prism makes a regular expression of the path for every
   * request; those of many operations are then the same, and the platform keeps them.
   */
  readonly operation: PrismOperation;
  readonly outline: OperationOutline;
  readonly parametersOf: ReturnType<typeof parameterReader>;
}

export function destinationOf(operation: PrismOperation, { byRoute }: Outline): Destination {
  const { method, path } = operation;
  const outline = byRoute.get(nameOf(operation));
  if (outline === undefined) throw new TypeError(`the outline lacks ${nameOf(operation)}`);
  const names = [...path.matchAll(/\{[^}]*\}/g)].map(([name]) => name);
  return {
    method,
    path,
    operation: { ...operation, path: parametersAlone(names) },
    outline,
    parametersOf: parameterReader(path),
  };
}

/** Takes a request to its operation; an answer where there is none, or its body cannot be read. */
export function receive(router: Router<Destination>, request: MockRequest): Received {
  const target = parseTarget(request.target);
  if (isProblem(target)) return { call: undefined, operation: undefined, answer: answerOfProblem(target) };
  const route = router(request.method, target.path);
  if (route.kind !== "operation")
    return { call: undefined, operation: undefined, answer: notRouted(request, route) };
  const { operation, outline, parametersOf } = route.operation;
  const content = parseBody(request.headers, request.body);
  if (isProblem(content)) return { call: undefined, operation: outline.id, answer: answerOfProblem(content) };
  const parameters = parametersOf(route.path);
  const input = {
    path: parametersAlone(parameters.values()),
    query: target.query,
    headers: forPrism(request),
    body: content.body,
  };
  const path = new Map([...parameters].map(([name, value]) => [name, decodeURIComponent(value)]));
  return { operation: outline.id, call: { operation, outline, request, input, path } };
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
  route: Exclude<Route<Destination>, { kind: "operation" }>,
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
