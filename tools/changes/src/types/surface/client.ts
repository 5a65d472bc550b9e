import type { Shape } from "../compiler/shape.ts";
import type { Step } from "../difference.ts";
import type { Side } from "../states.ts";
import type { State, Surface } from "./surface.ts";

/** Options that clients are made with, and the functions that make them and their mocks. */
export function walkClient(surface: Surface): void {
  const [before, after] = [optionsOf(surface.before), optionsOf(surface.after)];
  const place = (side: Side, steps: readonly Step[]): string | undefined => placeIn(surface[side], steps);
  const root = { label: "options of clients", subject: "option", operations: [], place };
  if (before && after) surface.root(root, before, after, "give");
  for (const file of ["src/index.ts", "src/mock.ts"]) walkFactories(surface, file);
}

function optionsOf({ api, exportsOf }: State): Shape | undefined {
  return exportsOf("src/client.ts").get(`${api.typeName}Options`)?.shape;
}

function placeIn({ places }: State, [first, second]: readonly Step[]): string | undefined {
  if (first?.kind !== "property") return undefined;
  if (first.name === "auth" && second?.kind === "property") return places.scheme(second.name);
  return ["environment", "server"].includes(first.name) ? places.part("#/servers") : undefined;
}

/** What makes clients and mocks; what those can do is walked elsewhere. */
function walkFactories(surface: Surface, file: string): void {
  const operations = new Set(surface.before.api.operations.map(({ name }) => name));
  const now = surface.after.exportsOf(file);
  for (const [name, { shape, isValue }] of surface.before.exportsOf(file)) {
    const counterpart = now.get(name);
    if (!isValue || !counterpart || operations.has(name)) continue;
    const [old, present] = [callsOf(shape), callsOf(counterpart.shape)];
    old.forEach((call, index) =>
      call.parameters.forEach((parameter, at) => {
        const other = present[index]?.parameters[at];
        if (!other) return;
        if (parameter.optional && !other.optional)
          surface.note({
            rule: "type/option-required",
            level: "major",
            what: `${parameter.name} of ${name}`,
            message: "They may no longer be left out.",
            operations: [],
            place: undefined,
          });
        const root = { label: `${parameter.name} of ${name}`, subject: "option", operations: [] };
        const place = (side: Side, steps: readonly Step[]): string | undefined =>
          placeIn(surface[side], steps);
        surface.root({ ...root, place, isEcho: true }, parameter.shape, other.shape, "give");
      }),
    );
  }
}

function callsOf({ form }: Shape) {
  return form.kind === "object" ? form.calls : [];
}
