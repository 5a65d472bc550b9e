import type { Operation } from "@keysmith/generator";
import type { Member, Shape } from "../compiler/shape.ts";
import type { Level } from "../../verdict/level.ts";
import type { Difference, Step } from "../difference.ts";
import { operationPointer } from "../place.ts";
import type { Side } from "../states.ts";
import { placeOf, type State, type Surface } from "./surface.ts";

/**
 * Calls by method and path, as openapi-fetch types them. They mostly say again what the operations say; what is their
 * own are paths, methods, and one union of all error bodies.
 */
export function walkRaw(surface: Surface): void {
  const [old, now] = [routes(surface.before), routes(surface.after)];
  for (const [route, call] of old) {
    const counterpart = now.get(route);
    if (counterpart) walkCall(surface, route, call, counterpart);
    else note(surface, "before", route, call.operation);
  }
  for (const [route, call] of now) if (!old.has(route)) note(surface, "after", route, call.operation);
}

interface RawCall {
  readonly members: ReadonlyMap<string, Member>;
  /** Undefined where the model and the types of paths disagree. */
  readonly operation: Operation | undefined;
}

/** `GET /keys` and what is given and got there. */
function routes({ api, exportsOf }: State): ReadonlyMap<string, RawCall> {
  const operations = new Map(api.operations.map((one) => [`${one.method} ${one.path}`, one]));
  const raw = exportsOf("raw.ts").get("Raw")?.shape;
  const found = new Map<string, RawCall>();
  for (const [path, { shape }] of propertiesOf(raw))
    for (const [method, call] of propertiesOf(shape)) {
      const route = `${method.toUpperCase()} ${path}`;
      found.set(route, { members: propertiesOf(call.shape), operation: operations.get(route) });
    }
  return found;
}

function propertiesOf(shape: Shape | undefined): ReadonlyMap<string, Member> {
  return shape?.form.kind === "object" ? shape.form.properties : new Map();
}

function note(surface: Surface, side: Side, route: string, operation: Operation | undefined): void {
  const gone = side === "before";
  surface.note({
    rule: gone ? "type/raw-path-removed" : "type/raw-path-added",
    level: gone ? "major" : "minor",
    what: `${route} ${gone ? "removed" : "added"}`,
    message: gone ? `There is no ${route} to call by path.` : `${route} can be called by path.`,
    operations: [route],
    place: placeOf(side, operation && operationPointer(operation)),
    isEcho: true,
  });
}

function walkCall(surface: Surface, route: string, before: RawCall, after: RawCall): void {
  const calls = { before, after };
  const parts = [
    ["init", "arguments", "raw-argument", "give"],
    ["data", "data", "raw-result", "get"],
    ["error", "error", "raw-error", "get"],
  ] as const;
  for (const [part, title, subject, role] of parts) {
    const [old, now] = [before.members.get(part)?.shape, after.members.get(part)?.shape];
    if (!old || !now) continue;
    const place = (side: Side, steps: readonly Step[]): string | undefined => {
      const { operation } = calls[side];
      return operation && placeIn(surface[side], operation, part, steps);
    };
    const label = `${title} of the raw call ${route}`;
    const levelOf = (difference: Difference, steps: readonly Step[]): Level =>
      isHarmless(difference, steps, part, before) ? "minor" : difference.level;
    surface.root({ label, subject, operations: [route], place, levelOf, isEcho: true }, old, now, role);
  }
}

function isParams(step: Step | undefined): boolean {
  return step?.kind === "property" && step.name === "params";
}

/** What raw calls take although a type alone would not. */
function isHarmless(
  { kind }: Difference,
  steps: readonly Step[],
  part: "init" | "data" | "error",
  { members }: RawCall,
): boolean {
  // Arguments are inferred, so the compiler does not mind properties that it does not know; but `query` or `body` may
  // be said not to be there.
  if (part === "init") return kind === "removed" && steps.length > (isParams(steps[0]) ? 2 : 1);
  // Where there is data, having no error stands for having some.
  const data = members.get("data")?.shape.form;
  const hasData = data?.kind !== "primitive" || !["undefined", "never"].includes(data.name);
  return part === "error" && kind === "maybe-undefined" && !hasData;
}

function placeIn(
  { places }: State,
  operation: Operation,
  part: "init" | "data" | "error",
  steps: readonly Step[],
): string | undefined {
  if (part === "data") return places.answer(operation, undefined, steps);
  if (part === "error") return `${operationPointer(operation)}/responses`;
  const [first, second, third, ...rest] = steps;
  if (first?.kind !== "property") return operationPointer(operation);
  if (first.name === "body") return places.argument(operation, steps);
  if (second?.kind !== "property" || third?.kind !== "property") return operationPointer(operation);
  const parameter = operation.parameters.find((one) => one.in === second.name && one.name === third.name);
  if (!parameter) return operationPointer(operation);
  return places.argument(operation, [{ kind: "property", name: parameter.argument }, ...rest]);
}
