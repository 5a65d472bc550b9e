import type { Api } from "@keysmith/generator";
import type { Cell } from "../cells/cell.ts";
import { functionOf } from "../subject.ts";
import type { Mutant } from "./mutant.ts";
import { successHasBody } from "./success-body.ts";

/** What can be wrong with the calls that a client makes: each of their views can be missing, fail or lie. */
export function clientMutants(api: Api, cells: readonly Cell[]): readonly Mutant[] {
  return api.operations.flatMap((operation) => {
    const changes = [
      ...views,
      ...(successHasBody(operation) ? data : []),
      ...(operation.pagination === undefined ? [] : walks),
    ];
    return changes.map(([what, change]): Mutant => ({
      kind: "client",
      title: `${operation.id}, client: ${what}`,
      sabotage: { call: [operation.name, change] },
      cells: cells.filter((cell) => cell.operation === operation),
    }));
  });
}

type CallChange = readonly [what: string, change: (call: object) => unknown];

const views: readonly CallChange[] = [
  ["the call is a mere promise", async (call) => call],
  [
    "the call resolves to an object more",
    (call) => replaced(call, "then", (_, then) => after(then, (data) => [data])),
  ],
  [
    "the call never fails",
    (call) => replaced(call, "then", (_, then) => (done: Callback) => then(done, () => done(undefined))),
  ],
  [
    "the call always fails",
    (call) => replaced(call, "then", () => (_: Callback, fail: Callback) => fail(new Error("no"))),
  ],
  [".safe() is missing", (call) => replaced(call, "safe", () => undefined)],
  [".safe() rejects", (call) => replaced(call, "safe", () => rejecting)],
  [".safe() is always fine", (call) => inResult(call, "safe", "ok", () => true)],
  [".safe() is never fine", (call) => inResult(call, "safe", "ok", () => false)],
  [".safe() has no error", (call) => inResult(call, "safe", "error", () => undefined)],
  [".safe() has no meta", (call) => inResult(call, "safe", "meta", () => undefined)],
  [".safe() has another status", (call) => inResult(call, "safe", "meta", otherStatus)],
  [".withResponse() is missing", (call) => replaced(call, "withResponse", () => undefined)],
  [".withResponse() rejects", (call) => replaced(call, "withResponse", () => rejecting)],
  [
    ".withResponse() never fails",
    (call) => replaced(call, "withResponse", (view) => async () => view().then(same, () => ({}))),
  ],
  [".withResponse() has no response", (call) => inResult(call, "withResponse", "response", () => undefined)],
  [
    ".withResponse() has another response",
    (call) => inResult(call, "withResponse", "response", () => new Response(null, { status: 418 })),
  ],
  [".withResponse() has no meta", (call) => inResult(call, "withResponse", "meta", () => undefined)],
  [".withResponse() has another status", (call) => inResult(call, "withResponse", "meta", otherStatus)],
  [".asResponse() is missing", (call) => replaced(call, "asResponse", () => undefined)],
  [".asResponse() rejects", (call) => replaced(call, "asResponse", () => rejecting)],
  [
    ".asResponse() is another response",
    (call) => replaced(call, "asResponse", () => async () => new Response("other", { status: 418 })),
  ],
];

const data: readonly CallChange[] = [
  [
    "the call resolves to nothing",
    (call) => replaced(call, "then", (_, then) => after(then, () => undefined)),
  ],
  [".safe() has no data", (call) => inResult(call, "safe", "data", () => undefined)],
  [".withResponse() has no data", (call) => inResult(call, "withResponse", "data", () => undefined)],
];

const walks: readonly CallChange[] = [
  [".items() is missing", (call) => replaced(call, "items", () => undefined)],
  [".items() finds nothing", (call) => replaced(call, "items", () => nothing)],
  [".items() finds everything twice", (call) => replaced(call, "items", twice)],
  [".items() ends early", (call) => replaced(call, "items", early)],
  [".pages() is missing", (call) => replaced(call, "pages", () => undefined)],
  [".pages() finds nothing", (call) => replaced(call, "pages", () => nothing)],
  [".pages() finds everything twice", (call) => replaced(call, "pages", twice)],
];

type Callback = (value: unknown) => unknown;
type View = (...args: readonly unknown[]) => Promise<unknown>;

/** The call with another view. */
function replaced(call: object, name: string, change: (view: View, then: View) => unknown): object {
  const view = functionOf(call, name);
  const bound: View = async (...args) => view?.(...args);
  const direct: View = (...args) => Promise.resolve(view?.(...args));
  return Object.defineProperty(call, name, { value: change(bound, direct), configurable: true });
}

/** `then` of a promise that comes to something else. */
function after(then: View, change: Callback): unknown {
  return (done: Callback, fail: Callback) => then((value: unknown) => done(change(value)), fail);
}

/** The call with a member of what a view comes to changed, where it has one. */
function inResult(call: object, view: string, member: string, change: Callback): object {
  return replaced(call, view, (honest) => async () => {
    const result = Object(await honest());
    return { ...result, [member]: change(Reflect.get(result, member)) };
  });
}

function otherStatus(meta: unknown): unknown {
  return meta === undefined ? undefined : { ...Object(meta), status: 418 };
}

async function rejecting(): Promise<never> {
  throw new Error("no");
}

function same(value: unknown): unknown {
  return value;
}

async function* nothing(): AsyncGenerator<unknown> {}

function walk(view: View): (...args: readonly unknown[]) => AsyncGenerator<unknown> {
  return async function* walked(...args) {
    for await (const item of Object(await view(...args))) yield item;
  };
}

function twice(view: View): unknown {
  return async function* doubled(...args: readonly unknown[]): AsyncGenerator<unknown> {
    for await (const item of walk(view)(...args)) yield* [item, item];
  };
}

function early(view: View): unknown {
  return async function* shortened(...args: readonly unknown[]): AsyncGenerator<unknown> {
    let before: { item: unknown } | undefined;
    for await (const item of walk(view)(...args)) {
      if (before !== undefined) yield before.item;
      before = { item };
    }
  };
}
