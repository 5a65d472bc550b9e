import type { Document } from "@keysmith/contract/document";
import type { Api, Operation } from "@keysmith/generator";
import { collection, listFor } from "../arguments/harvest.ts";
import { onlyReads } from "../run/run.ts";

/** What an operation does to a record. `renew` and the like act on one without replacing it. */
export type Action = "create" | "list" | "read" | "update" | "renew" | "delete";

/** An operation, and where its request names the record it is about. */
export interface Step {
  readonly operation: Operation;
  readonly action: Action;
  /** A parameter's name, or a JSON pointer into the body; of `create`, the property of its answer. */
  readonly identity: string | undefined;
  /** JSON pointer to the record within the answer. */
  readonly record: string;
}

/** Records of one kind that can be made and deleted again. */
export interface Resource {
  readonly name: string;
  readonly create: Step;
  readonly remove: Step;
  readonly list: Step | undefined;
  /** What is done with a record in between: seeing it first, in its list too. */
  readonly steps: readonly Step[];
}

const EXTENSION = "x-mock-resource";

/** The resources of a document: those that `x-mock-resource` declares, else those that the paths make plain. */
export function resourcesOf(api: Api, document: Document): readonly Resource[] {
  const declared = declaredSteps(api, document);
  // What is declared is not guessed at, nor what is said to be about no record: `x-mock-resource: false`.
  const unsaid = api.operations.filter(({ pointer }) => document.at(pointer, EXTENSION) === undefined);
  const inferred = inferredSteps(unsaid);
  return [...declared, ...inferred].flatMap(([name, steps]) => resourceFrom(name, steps));
}

function resourceFrom(name: string, steps: readonly Step[]): readonly Resource[] {
  const first = (action: Action): Step | undefined => steps.find((step) => step.action === action);
  const [create, remove] = [first("create"), first("delete")];
  // What could not be deleted again is not made.
  if (create === undefined || remove === undefined) return [];
  const list = steps.find((step) => step.action === "list" && isRead(step));
  const about = steps.filter(({ action }) => action === "read" || action === "update" || action === "renew");
  const reads = [...(list === undefined ? [] : [list]), ...about.filter(isRead)];
  return [{ name, create, remove, list, steps: [...reads, ...about.filter((step) => !isRead(step))] }];
}

/** Whether a step shows a record. A POST that does leaves a trace: it comes with what changes. */
export function isRead({ action, operation }: Step): boolean {
  return (action === "read" || action === "list") && onlyReads(operation);
}

function declaredSteps(api: Api, document: Document): ReadonlyMap<string, readonly Step[]> {
  const groups = new Map<string, Step[]>();
  for (const operation of api.operations) {
    const said = document.at(operation.pointer, EXTENSION)?.value;
    const text = (key: string): string | undefined => {
      const member: unknown = Reflect.get(Object(said), key);
      return typeof member === "string" ? member : undefined;
    };
    const [name, action] = [text("name"), text("action")];
    if (name === undefined || action === undefined) continue;
    const step = {
      operation,
      action: action as Action,
      identity: text("identity"),
      record: text("record") ?? "",
    };
    groups.set(name, [...(groups.get(name) ?? []), step]);
  }
  return groups;
}

/** `POST /things` makes one, `DELETE /things/{id}` deletes it, and what is below `/things/{id}` is about it. */
function inferredSteps(operations: readonly Operation[]): ReadonlyMap<string, readonly Step[]> {
  const groups = new Map<string, readonly Step[]>();
  for (const remove of operations.filter(({ method }) => method === "DELETE")) {
    const item = collection(remove.path);
    const parent = item.slice(0, item.lastIndexOf("/"));
    const identity = /^\{([^{}]+)\}$/.exec(item.slice(parent.length + 1))?.[1];
    const create = operations.find(
      (operation) => collection(operation.path) === parent && creates(operation),
    );
    const parameter = remove.parameters.find(({ name }) => name === identity);
    if (create === undefined || parameter === undefined) continue;
    const step = (operation: Operation, action: Action): Step => ({
      operation,
      action,
      identity: action === "create" || action === "list" ? undefined : parameter.argument,
      record: "",
    });
    const list = listFor(operations, remove.path, parameter);
    const about = operations.filter(({ path }) => `${collection(path)}/`.startsWith(`${item}/`));
    groups.set(parent, [
      step(create, "create"),
      ...(list === undefined ? [] : [step(list, "list")]),
      ...about.map((operation) => step(operation, actionOf(operation, item))),
    ]);
  }
  return groups;
}

/** A PUT that may not be repeated makes something new each time. */
function creates({ method, idempotent }: Operation): boolean {
  return method === "POST" || (method === "PUT" && idempotent === false);
}

function actionOf({ method, path }: Operation, item: string): Action {
  if (method === "GET" || method === "HEAD") return "read";
  if (collection(path) !== item) return "renew";
  return method === "DELETE" ? "delete" : "update";
}
