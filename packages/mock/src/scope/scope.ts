import type { Outline } from "../document/outline.ts";
import type { MockRequest, MockResponse } from "../engine/message.ts";
import type { Call } from "../engine/call.ts";
import { isJson } from "../engine/content.ts";
import type { Engine } from "../engine/engine.ts";
import type { AnyReply } from "../engine/reply.ts";
import type { AnyOperations } from "../scenario/operations.ts";
import { createPlaybook, operationOf, type Turn } from "../scenario/playbook.ts";
import type { CallRequest, Fault } from "../scenario/reply.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Session, State } from "../state/state.ts";
import type { Exchange } from "./exchange.ts";
import type { MockCall, MockScope } from "./mock-scope.ts";
import { elapse, inTime, type Caller } from "./patience.ts";
import { spoil } from "./spoil.ts";

type AnyOperation = AnyOperations[string];

/** What a transport has to do. */
export interface Delivery {
  readonly answer: MockResponse;
  /** `reset` and `truncate` are the transport's to make. */
  readonly fault: Fault | undefined;
}

export interface ScopeOptions {
  readonly outline: Outline;
  /** Undefined: answers are the document's examples. */
  readonly state: State | undefined;
  /** How many exchanges the journal keeps. */
  readonly journal: number;
  readonly onExchange: ((exchange: Exchange) => void) | undefined;
}

/** What lasts from one reset to the next: a request that was under way meanwhile is not part of what comes after. */
interface Run {
  readonly session: Session | undefined;
}

/** Scenarios, journal and state of one scope, and the answers they lead to. */
export class Scope implements MockScope {
  readonly exchanges: Exchange[] = [];
  readonly #options: ScopeOptions;
  readonly #playbook;
  /** What the exchanges were about, in their order; undefined where it was no operation. */
  readonly #calls: (Call | undefined)[] = [];
  #run: Run;

  constructor(options: ScopeOptions) {
    this.#options = options;
    this.#playbook = createPlaybook(options.outline);
    this.#run = { session: options.state?.session() };
  }

  on(operation: string): Scenario<AnyOperation> {
    return this.#playbook.on(operation);
  }

  calls(operation: string): readonly MockCall<AnyOperation>[] {
    operationOf(this.#options.outline, operation);
    return this.exchanges.flatMap((exchange, index) => {
      const call = exchange.operation === operation ? this.#calls[index] : undefined;
      return call === undefined
        ? []
        : [{ request: requestOf(call), answer: answeredOf(exchange.answer), exchange }];
    });
  }

  reset(): void {
    this.#playbook.clear();
    this.exchanges.length = 0;
    this.#calls.length = 0;
    this.#run = { session: this.#options.state?.session() };
  }

  /** Answers a request and writes it down, also when nobody waits any more. Rejects only with what `onExchange` throws. */
  async answer(engine: Engine, request: MockRequest, caller: Caller): Promise<Delivery> {
    const start = performance.now();
    const run = this.#run;
    const received = engine.receive(request);
    const { call, operation } = received;
    const turn = operation === undefined ? undefined : this.#playbook.take(operation);
    const honest =
      call === undefined ? received.answer : await engine.answer(call, () => decide(call, turn, run, caller));
    const fault = turn?.fault;
    const answer = spoil(honest, fault);
    if (turn !== undefined && turn.delayMs > 0) await elapse(turn.delayMs, caller);
    const durationMs = performance.now() - start;
    const exchange = exchangeOf(request, { answer, fault }, operation, durationMs);
    if (run === this.#run) this.#write(exchange, call);
    this.#options.onExchange?.(exchange);
    return { answer, fault };
  }

  #write(exchange: Exchange, call: Call | undefined): void {
    this.exchanges.push(exchange);
    this.#calls.push(call);
    if (this.exchanges.length > this.#options.journal) {
      this.exchanges.shift();
      this.#calls.shift();
    }
  }
}

async function decide(
  call: Call,
  turn: Turn | undefined,
  { session }: Run,
  caller: Caller,
): Promise<AnyReply | undefined> {
  // The request is lost: it has no effect.
  if (turn?.fault === "reset") return undefined;
  const given =
    typeof turn?.reply === "function" ? await inTime(turn.reply(requestOf(call)), caller) : turn?.reply;
  return given ?? session?.answer({ ...requestOf(call), path: call.path, operation: call.outline.id });
}

function exchangeOf(
  { method, target, headers, body }: MockRequest,
  { answer, fault }: Delivery,
  operation: string | undefined,
  durationMs: number,
): Exchange {
  const { status, violations, problem } = answer;
  // Member by member: the platform may take long to spread one object into another, and this is every request.
  return { method, target, headers, body, operation, status, answer, fault, violations, problem, durationMs };
}

function requestOf({
  request: { method, headers },
  path,
  input: { query, body },
}: Call): CallRequest<AnyOperation> {
  return { method, path: Object.fromEntries(path), query, headers, body };
}

function answeredOf({ status, headers, body }: MockResponse): MockCall<AnyOperation>["answer"] {
  if (body === "") return { status, headers, body: undefined };
  return { status, headers, body: isJson(headers.get("content-type") ?? "") ? JSON.parse(body) : body };
}
