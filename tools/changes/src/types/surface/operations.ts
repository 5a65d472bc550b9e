import type { Operation } from "@keysmith/generator";
import type { Call, Form, Shape } from "../compiler/shape.ts";
import type { Step } from "../difference.ts";
import { operationPointer } from "../place.ts";
import type { Side } from "../states.ts";
import { walkErrors } from "./errors.ts";
import { type OperationPair, operationPairs, placeOf, routeOf, type Surface } from "./surface.ts";

/** Operations as functions and methods: what they take, answer with and throw. */
export function walkOperations(surface: Surface): void {
  const old = surface.before.exportsOf("src/operations.ts");
  const now = surface.after.exportsOf("src/operations.ts");
  for (const pair of operationPairs(surface)) {
    const [before, after] = [old.get(pair.name)?.shape, now.get(pair.name)?.shape];
    if (!pair.before || !pair.after || !before || !after) oneSided(surface, pair);
    else walkFunction(surface, { ...pair, before: pair.before, after: pair.after }, before, after);
  }
}

/** An operation of both states. */
export interface Kept extends OperationPair {
  readonly before: Operation;
  readonly after: Operation;
}

function oneSided({ note, before, after }: Surface, pair: OperationPair): void {
  const known = pair.after ?? pair.before;
  if (!known) return;
  const side: Side = pair.after ? "after" : "before";
  const others = (pair.after ? before : after).api.operations;
  const renamed = others.find((other) => routeOf(other) === routeOf(known))?.name;
  const place = placeOf(side, operationPointer(known));
  const common = { operations: [routeOf(known)], place };
  if (pair.after)
    note({
      ...common,
      rule: "type/operation-added",
      level: "minor",
      what: `operation ${pair.name} added`,
      message: `${pair.name} can be called.`,
    });
  else
    note({
      ...common,
      rule: "type/operation-removed",
      level: "major",
      what: renamed ? `operation ${pair.name} is called ${renamed}` : `operation ${pair.name} removed`,
      message: `Nothing is called ${pair.name} any more.`,
    });
}

function walkFunction(surface: Surface, pair: Kept, before: Shape, after: Shape): void {
  const [old, now] = [onlyCall(before.form), onlyCall(after.form)];
  const operations = [routeOf(pair.after)];
  const pointer = (side: Side): string => operationPointer(pair[side]);
  if (!old || !now) {
    const root = { label: pair.name, subject: "operation", operations, place: pointer };
    surface.root(root, before, after, "get");
    return;
  }
  walkArguments(surface, pair, old, now);
  walkResult(surface, pair, old.result, now.result);
}

function onlyCall(form: Form): Call | undefined {
  return form.kind === "object" && form.calls.length === 1 ? form.calls[0] : undefined;
}

function parameterOf({ parameters }: Call, name: string): Call["parameters"][number] | undefined {
  return parameters.find((parameter) => parameter.name === name);
}

function walkArguments(surface: Surface, pair: Kept, before: Call, after: Call): void {
  const operations = [routeOf(pair.after)];
  const place = (side: Side, steps: readonly Step[]): string | undefined =>
    surface[side].places.argument(pair[side], steps);
  const root = { label: `arguments of ${pair.name}`, subject: "argument", operations, place };
  const [old, now] = [parameterOf(before, "args"), parameterOf(after, "args")];
  const whole = { what: root.label, operations, place: placeOf("after", place("after", [])) };
  if (old && now) {
    if (old.optional !== now.optional)
      surface.note({
        ...whole,
        rule: now.optional ? "type/arguments-optional" : "type/arguments-required",
        level: now.optional ? "minor" : "major",
        message: now.optional ? "They may be left out." : "They may no longer be left out.",
        isEcho: true,
      });
    surface.root(root, old.shape, now.shape, "give");
  } else if (now)
    surface.note({
      ...whole,
      rule: "type/arguments-added",
      level: "major",
      message: `${pair.name} takes arguments where it took options.`,
      after: now.shape.text,
    });
  else if (old)
    surface.note({
      ...whole,
      rule: "type/arguments-removed",
      level: "major",
      message: `${pair.name} takes options where it took arguments.`,
      before: old.shape.text,
    });
  const options = [parameterOf(before, "options"), parameterOf(after, "options")] as const;
  if (options[0] && options[1])
    surface.root(
      { label: "options of calls", subject: "option", operations: [], place: () => undefined },
      options[0].shape,
      options[1].shape,
      "give",
    );
}

function walkResult(surface: Surface, pair: Kept, before: Shape, after: Shape): void {
  const [old, now] = [before.form, after.form];
  const operations = [routeOf(pair.after)];
  if (old.kind !== "generic" || now.kind !== "generic") {
    const place = (side: Side): string => operationPointer(pair[side]);
    surface.root(
      { label: `call of ${pair.name}`, subject: "result", operations, place },
      before,
      after,
      "get",
    );
    return;
  }
  if (old.target !== now.target) {
    const paged = now.target === "PagedCall";
    surface.note({
      rule: paged ? "type/paging-added" : "type/paging-removed",
      level: paged ? "minor" : "major",
      what: `pages of ${pair.name}`,
      message: paged ? "Its pages can be walked." : "Its pages can no longer be walked.",
      operations,
      place: placeOf("after", operationPointer(pair.after)),
      before: old.target,
      after: now.target,
    });
  }
  const [result, errors, item] = old.parameters;
  const [newResult, newErrors, newItem] = now.parameters;
  const place = (side: Side, steps: readonly Step[]): string | undefined =>
    surface[side].places.answer(pair[side], undefined, steps);
  if (result && newResult)
    surface.root(
      { label: `result of ${pair.name}`, subject: "result", operations, place },
      result,
      newResult,
      "get",
    );
  if (item && newItem) {
    const inPage = (side: Side, steps: readonly Step[]): string | undefined =>
      place(side, [...itemSteps(pair[side]), ...steps]);
    const root = {
      label: `items of ${pair.name}`,
      subject: "result",
      operations,
      place: inPage,
      isEcho: true,
    };
    surface.root(root, item, newItem, "get");
  }
  if (errors && newErrors) walkErrors(surface, pair, errors, newErrors);
}

/** From a page to one of its items. */
function itemSteps({ pagination }: Operation): readonly Step[] {
  const names = pagination?.items.split("/").slice(1) ?? [];
  return [...names.map((name) => ({ kind: "property", name }) as const), { kind: "items" }];
}
