import type { OperationOutline, Outline } from "../document/outline.ts";
import { faultOfReply, type AnyReply } from "../engine/reply.ts";
import { isProblem } from "../engine/problem.ts";
import { wishFor } from "../engine/wish.ts";
import { MockError, shown } from "../errors.ts";
import type { AnyOperations } from "./operations.ts";
import type { Fault, Handle, Reply, ReplyOptions, Step } from "./reply.ts";
import type { Scenario } from "./scenario.ts";

type AnyOperation = AnyOperations[string];

/** What happens to one request. */
export interface Turn {
  /** Undefined: the answer there would be anyway. */
  readonly reply: AnyReply | Handle<AnyOperation> | undefined;
  readonly fault: Fault | undefined;
  readonly delayMs: number;
}

/** The scenarios of a scope. */
export interface Playbook {
  on(operation: string): Scenario<AnyOperation>;
  /** The turn of the next request to an operation, and uses it up; undefined without a scenario. */
  take(operation: string): Turn | undefined;
  clear(): void;
}

export function createPlaybook(outline: Outline): Playbook {
  const scenarios = new Map<string, PlayedScenario[]>();
  return {
    on: (operation) => {
      const known = operationOf(outline, operation);
      const stack = scenarios.get(operation) ?? [];
      scenarios.set(operation, stack);
      const scenario = new PlayedScenario(known, () => void stack.splice(stack.indexOf(scenario) >>> 0, 1));
      stack.push(scenario);
      return scenario;
    },
    take: (operation) =>
      scenarios
        .get(operation)
        ?.findLast((scenario) => scenario.isUsable)
        ?.take(),
    clear: () => scenarios.clear(),
  };
}

/** An operation by its name. Throws {@link MockError} naming those there are. */
export function operationOf(outline: Outline, operation: string): OperationOutline {
  const known = outline.byId.get(operation);
  if (known !== undefined) return known;
  throw new MockError(
    `There is no operation ${JSON.stringify(operation)}; the document has ${[...outline.byId.keys()].join(", ") || "none"}`,
  );
}

/** Longer than this a timer of the platform cannot wait: it would fire at once. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

const FAULTS: ReadonlySet<string> = new Set<Fault>(["reset", "truncate", "wrongType", "empty"]);

/** A scenario as it is played; every member judges what it is told, for callers without types. */
class PlayedScenario implements Scenario<AnyOperation> {
  readonly #operation: OperationOutline;
  readonly #remove: () => void;
  #reply: Turn["reply"];
  #fault: Fault | undefined;
  #steps: Step<AnyOperation>[] | undefined;
  #delayMs = 0;
  #left = Infinity;

  constructor(operation: OperationOutline, remove: () => void) {
    this.#operation = operation;
    this.#remove = remove;
  }

  get isUsable(): boolean {
    return this.#left > 0 && this.#steps?.length !== 0;
  }

  take(): Turn {
    this.#left -= 1;
    const turn = { reply: this.#reply, fault: this.#fault, delayMs: this.#delayMs };
    const step = this.#steps?.shift();
    if (step === undefined) return turn;
    if (typeof step === "number") return { ...turn, reply: { status: step } };
    return isFault(step) ? { ...turn, fault: step.fault } : { ...turn, reply: step };
  }

  reply(status: number, options: ReplyOptions<AnyOperation["answers"][number]> = {}): this {
    this.#say({ reply: this.#judged({ ...options, status }) });
    return this;
  }

  handle(handle: Handle<AnyOperation>): this {
    if (typeof handle !== "function") throw this.#error(`expected a function, found ${typeof handle}`);
    this.#say({ reply: handle });
    return this;
  }

  sequence(steps: readonly Step<AnyOperation>[]): this {
    if (!Array.isArray(steps)) throw this.#error(`expected a list of steps, found ${shown(steps)}`);
    for (const step of steps) {
      if (typeof step === "number") this.#judged({ status: step });
      else if (isFault(step)) this.#known(step.fault);
      else this.#judged(step);
    }
    this.#say({ steps: [...steps] });
    return this;
  }

  fault(fault: Fault): this {
    this.#fault = this.#known(fault);
    return this;
  }

  delay(milliseconds: number): this {
    if (typeof milliseconds !== "number" || !(milliseconds >= 0 && milliseconds <= LONGEST_DELAY_MS))
      throw this.#error(
        `expected a delay of 0 to ${LONGEST_DELAY_MS} milliseconds, found ${shown(milliseconds)}`,
      );
    this.#delayMs = milliseconds;
    return this;
  }

  once(): this {
    return this.times(1);
  }

  times(count: number): this {
    if (!Number.isInteger(count) || count < 1)
      throw this.#error(`expected a number of requests of at least 1, found ${count}`);
    this.#left = count;
    return this;
  }

  remove(): void {
    this.#remove();
  }

  /** An answer is a reply, a handler or a sequence, whichever was said last. */
  #say({ reply, steps }: { reply?: Turn["reply"]; steps?: Step<AnyOperation>[] }): void {
    this.#reply = reply;
    this.#steps = steps;
  }

  #judged(reply: Reply<AnyOperation>): AnyReply {
    const fault = faultOfReply(this.#operation, reply);
    if (fault !== undefined) throw this.#error(fault);
    const preference = { code: reply.status, example: reply.example };
    const wish = wishFor(this.#operation, preference, reply.mediaType);
    if (isProblem(wish)) throw new MockError(wish.detail);
    return reply;
  }

  #known(fault: Fault): Fault {
    if (FAULTS.has(fault)) return fault;
    throw this.#error(`expected a fault of ${[...FAULTS].join(", ")}, found ${JSON.stringify(fault)}`);
  }

  #error(message: string): MockError {
    return new MockError(`${this.#operation.id}: ${message}`);
  }
}

function isFault(step: Exclude<Step<AnyOperation>, number>): step is { fault: Fault } {
  return Object.hasOwn(Object(step), "fault");
}
