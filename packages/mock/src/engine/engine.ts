import { compileSchemas } from "../document/compile.ts";
import type { PreparedDocument } from "../document/prepare.ts";
import { serverPrefixes } from "../document/server-prefixes.ts";
import { shareSchemas } from "../document/share.ts";
import { answerOf, answerOfProblem } from "./answer.ts";
import type { Call } from "./call.ts";
import type { MockRequest, MockResponse } from "./message.ts";
import { parsePrefer } from "./prefer.ts";
import { createPrism, operationsOf, type Prism, type PrismOutput } from "./prism.ts";
import { isProblem, problem, problemOfRefusal, type Problem } from "./problem.ts";
import { faultOfReply, invalidAnswer, replied, thrownProblem, type AnyReply } from "./reply.ts";
import { destinationOf, receive, type Received } from "./receive.ts";
import { createRouter } from "./router.ts";
import { withoutUnsent } from "./unsent.ts";
import { wishFor, type Preference } from "./wish.ts";

/** Answers requests by a document. Knows no sockets, scenarios or state: those decide through {@link Decide}. */
export interface Engine {
  readonly operations: number;
  /** Takes a request to its operation; an answer where there is none, or its body cannot be read. */
  receive(request: MockRequest): Received;
  /** Never rejects: whatever goes wrong is an answer too. */
  answer(call: Call, decide: Decide): Promise<MockResponse>;
}

/** Asked once a request is known to be valid and wishes for nothing itself; undefined leaves the answer to the document. */
export type Decide = () => Promise<AnyReply | undefined> | AnyReply | undefined;

/** Makes a document ready to be answered for. Throws `SpecError` when it cannot be. */
export async function createEngine({ source, document, outline }: PreparedDocument): Promise<Engine> {
  const operations = await operationsOf(document);
  shareSchemas(operations);
  compileSchemas(source, document, operations);
  const destinations = operations.map((operation) => destinationOf(operation, outline));
  const router = createRouter(destinations, serverPrefixes(document));
  const prism = createPrism();
  return {
    operations: operations.length,
    receive: (request) => receive(router, request),
    answer: (call, decide) =>
      answer(prism, call, decide).catch((error: unknown) => {
        const refusal = problemOfRefusal(error);
        return answerOfProblem(refusal.problem, refusal.violations);
      }),
  };
}

async function answer(prism: Prism, call: Call, decide: Decide): Promise<MockResponse> {
  const { headers } = call.request;
  const prefer = parsePrefer(headers.get("prefer"));
  if (prefer !== undefined && isProblem(prefer)) return answerOfProblem(prefer);
  const usual = await ask(prism, call, prefer ?? ANY, headers.get("accept"));
  if (isProblem(usual)) return answerOfProblem(usual);
  const isOpen = !isRefusal(usual) && prefer === undefined;
  return finished((isOpen ? await decided(prism, call, decide) : undefined) ?? usual);
}

/** Whatever the document answers. */
const ANY: Preference = { code: undefined, example: undefined };

/** The answer of the document that was wished for, or a refusal of the request. */
async function ask(
  prism: Prism,
  { operation, outline, input }: Call,
  preference: Preference,
  accept: string | undefined,
): Promise<PrismOutput | Problem> {
  const wish = wishFor(outline, preference, accept);
  if (isProblem(wish)) return wish;
  const output = await prism.answer(withoutUnsent(operation, input), input, wish);
  if (preference.code === undefined || isRefusal(output) || output.status === wish.code) return output;
  return problem(500, "internal", `the engine answered ${output.status} instead of ${wish.code}`);
}

/** Prism answers an invalid request with a documented 4xx, if there is one. */
function isRefusal({ violations }: PrismOutput): boolean {
  return violations.some(({ in: where, severity }) => where === "request" && severity === "error");
}

async function decided(prism: Prism, call: Call, decide: Decide): Promise<PrismOutput | Problem | undefined> {
  let reply;
  try {
    reply = await decide();
  } catch (error) {
    return thrownProblem(call.outline.id, error);
  }
  return reply === undefined ? undefined : chosen(prism, call, reply);
}

async function chosen(prism: Prism, call: Call, reply: AnyReply): Promise<PrismOutput | Problem> {
  const fault = faultOfReply(call.outline, reply);
  if (fault !== undefined) return invalidAnswer(`${call.outline.id}: ${fault}`);
  const preference = { code: reply.status, example: reply.example };
  const documented = await ask(
    prism,
    call,
    preference,
    reply.mediaType ?? call.request.headers.get("accept"),
  );
  return isProblem(documented)
    ? invalidAnswer(documented.detail, documented.more)
    : replied(prism, call, documented, reply);
}

/** Answers that are given again and again are written once. */
const written = new WeakMap<PrismOutput, MockResponse>();

function finished(output: PrismOutput | Problem): MockResponse {
  if (isProblem(output)) return answerOfProblem(output);
  const before = written.get(output);
  if (before !== undefined) return before;
  const answered = answerOf(output);
  const response = isProblem(answered) ? answerOfProblem(answered, output.violations) : answered;
  written.set(output, response);
  return response;
}
