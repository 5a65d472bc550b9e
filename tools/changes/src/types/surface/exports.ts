import type { Exported } from "../compiler/compiler.ts";
import type { Unit } from "../difference.ts";
import { operationPointer } from "../place.ts";
import { isSame, type Side } from "../states.ts";
import type { TypedState } from "../walk.ts";
import { placeOf, type State, type Surface } from "./surface.ts";

const FILES = { ".": "src/index.ts", "./functions": "src/functions.ts", "./mock": "src/mock.ts" } as const;

/** Types that list everything else: their members are walked where users meet them. */
const LISTS: ReadonlySet<string> = new Set(["paths", "operations", "components"]);

/**
 * Names that can be imported, and what is behind those that nothing else led to.
 *
 * @param reached - What the other walks have compared.
 */
export function walkExports(surface: Surface, reached: ReadonlySet<Unit>): void {
  const met = new Set([...reached].flatMap(({ before, after }) => [before.id, after.id]));
  const seen = new Set<string>();
  for (const file of Object.values(FILES)) {
    const [old, now] = [surface.before.exportsOf(file), surface.after.exportsOf(file)];
    for (const [name, exported] of old) {
      const counterpart = now.get(name);
      if (!counterpart) note(surface, "before", name, seen);
      else if (exported.isValue && !counterpart.isValue) note(surface, "before", name, seen, "value-");
      else if (!isWalkedElsewhere(surface.before, name) && !met.has(exported.shape.id))
        walkType(surface, name, exported, counterpart);
    }
    for (const name of now.keys()) if (!old.has(name)) note(surface, "after", name, seen);
  }
  walkEntries(surface);
}

function walkType(surface: Surface, name: string, before: Exported, after: Exported): void {
  const place = (side: Side, steps: Parameters<State["places"]["model"]>[1]): string | undefined =>
    surface[side].places.model(name, steps) ?? surface[side].places.incoming(name, steps);
  const incoming = surface.before.api.incoming.calls.some((call) => call.name === name);
  const subject = incoming ? "webhook" : "export";
  surface.root({ label: name, subject, operations: [], place }, before.shape, after.shape, "get");
}

/** Names whose types are compared with the operations, and clients, which are made of those. */
function isWalkedElsewhere({ api }: State, name: string): boolean {
  const { typeName } = api;
  return (
    LISTS.has(name) ||
    [typeName, `${typeName}Client`, `${typeName}Options`, `${typeName}MockOperations`].includes(name) ||
    api.operations.some((one) => [one.name, `${one.typeName}Args`, `${one.typeName}Errors`].includes(name)) ||
    // What makes clients and mocks.
    [`create${typeName}`, "createClient", `mock${typeName}`, `start${typeName}Mock`].includes(name)
  );
}

function note(surface: Surface, side: Side, name: string, seen: Set<string>, kind = ""): void {
  const gone = side === "before";
  if (seen.has(`${side} ${name}`)) return;
  seen.add(`${side} ${name}`);
  const { api, places } = surface[side];
  const owner = api.operations.find((one) =>
    [one.name, `${one.typeName}Args`, `${one.typeName}Errors`].includes(name),
  );
  const pointer = owner ? operationPointer(owner) : (places.model(name, []) ?? places.incoming(name, []));
  surface.note({
    rule: `type/${kind}export-${gone ? "removed" : "added"}`,
    level: gone ? "major" : "minor",
    what: `${kind ? "value" : "export"} ${name} ${gone ? "removed" : "added"}`,
    message: gone ? `${name} can no longer be imported.` : `${name} can be imported.`,
    operations: owner ? [`${owner.method} ${owner.path}`] : [],
    place: placeOf(side, pointer),
    isEcho: owner !== undefined,
  });
}

/** Paths that a package can be imported by. */
function walkEntries({ before, after, note: add }: Surface): void {
  const [old, now] = [entriesOf(before.snapshot), entriesOf(after.snapshot)];
  const common = { operations: [], place: undefined };
  for (const entry of old)
    if (!now.includes(entry))
      add({
        ...common,
        rule: "type/entry-removed",
        level: "major",
        what: `entry ${entry} removed`,
        message: `Nothing can be imported from ${entry}.`,
      });
  for (const entry of now)
    if (!old.includes(entry))
      add({
        ...common,
        rule: "type/entry-added",
        level: "minor",
        what: `entry ${entry} added`,
        message: `${entry} can be imported from.`,
      });
}

/** Paths that a package says it can be imported by: `.`, `./mock`. */
export function entriesOf({ files }: Pick<TypedState, "files">): readonly string[] {
  const manifest: { exports?: object } = JSON.parse(files.get("package.json") ?? "{}");
  return Object.keys(manifest.exports ?? {});
}

/** Whether two states share the packages they are compiled against. */
export function sharesRuntime({ before, after }: Surface): boolean {
  return (["runtime", "mock"] as const).every((name) => isSame(before.snapshot[name], after.snapshot[name]));
}
