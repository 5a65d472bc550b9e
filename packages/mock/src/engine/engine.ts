import { compileSchemas } from "../document/compile.ts";
import { entries, list, member, type JsonObject } from "../document/json.ts";
import type { SpecDocument } from "../document/read.ts";
import { treat } from "../document/treat.ts";
import { answerOf, answerOfProblem, type MockAnswer } from "./answer.ts";
import { parseBody } from "./content.ts";
import { createPrism, operationsOf, type Prism, type PrismOperation } from "./prism.ts";
import { isProblem, problem, problemOfRefusal, type Problem } from "./problem.ts";
import { createRouter, type Route } from "./router.ts";
import { parseTarget } from "./target.ts";
import { withoutUnsent } from "./unsent.ts";
import { nameOf, wishFor } from "./wish.ts";

/** A request, free of sockets. */
export interface MockRequest {
  /** In capitals. */
  readonly method: string;
  /** As sent: path and query, `/users/1/api_keys?o=2`. */
  readonly target: string;
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

export interface Engine {
  /** The document as it is served. */
  readonly document: JsonObject;
  readonly operations: number;
  /** Never rejects: whatever goes wrong is an answer too. `operation` is the operationId, or method and path. */
  answer(
    request: MockRequest,
  ): Promise<{ readonly operation: string | undefined; readonly answer: MockAnswer }>;
}

/** Makes a document ready to be served. Throws `SpecError` when it cannot be. */
export async function createEngine(spec: SpecDocument): Promise<Engine> {
  const document = treat(spec);
  const operations = await operationsOf(document);
  compileSchemas(spec.source, document, operations);
  const router = createRouter(operations, serverPrefixes(document));
  const prism = createPrism();
  return {
    document,
    operations: operations.length,
    answer: async (request) => {
      const target = parseTarget(request.target);
      if (isProblem(target)) return { operation: undefined, answer: answerOfProblem(target) };
      const route = router(request.method, target.path);
      if (route.kind !== "operation") return { operation: undefined, answer: notRouted(request, route) };
      const operation = route.operation.iid ?? nameOf(route.operation);
      return {
        operation,
        answer: await ask(prism, route.operation, request, { ...target, path: route.path }),
      };
    },
  };
}

async function ask(
  prism: Prism,
  operation: PrismOperation,
  request: MockRequest,
  { path, query }: { readonly path: string; readonly query: URLSearchParams },
): Promise<MockAnswer> {
  try {
    const content = parseBody(request.headers.get("content-type"), request.body);
    if (isProblem(content)) return answerOfProblem(content);
    const wish = wishFor(operation, request.headers);
    if (isProblem(wish)) return answerOfProblem(wish);
    const headers = forPrism(request);
    const input = { path, query, headers, body: content.body };
    const output = await prism(withoutUnsent(operation, input), input, wish);
    const refused = output.violations.some(
      (violation) => violation.in === "request" && violation.severity === "error",
    );
    if (wish.preferred && !refused && output.status !== wish.code) {
      return answerOfProblem(
        problem(500, "internal", `the engine answered ${output.status} instead of ${wish.code}`),
        output.violations,
      );
    }
    const answer = answerOf(output);
    return isProblem(answer) ? answerOfProblem(answer, output.violations) : answer;
  } catch (error) {
    const refusal = problemOfRefusal(error);
    return answerOfProblem(refusal.problem, refusal.violations);
  }
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
): MockAnswer {
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

/** Paths of the document's servers, longest first: `/api` for `https://console.automox.com/api`. */
function serverPrefixes(document: JsonObject): readonly string[] {
  const prefixes = list(document["servers"]).map((server) => {
    const defaults = new Map(
      entries(member(server, "variables")).map(([name, variable]) => [
        name,
        String(member(variable, "default")),
      ]),
    );
    const url = String(member(server, "url")).replaceAll(
      /\{([^}]*)\}/g,
      (_, name: string) => defaults.get(name) ?? "",
    );
    return URL.parse(url, "http://localhost")?.pathname.replace(/\/+$/, "") ?? "";
  });
  return [...new Set(prefixes)]
    .filter((prefix) => prefix !== "")
    .toSorted((one, other) => other.length - one.length);
}
