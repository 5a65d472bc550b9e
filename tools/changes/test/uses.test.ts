import { expect, test } from "vitest";
import type { Snapshot } from "../src/snapshot/snapshot.ts";
import { edited } from "./edits/documents.ts";
import { cases } from "./edits/row.ts";
import { table } from "./edits/table.ts";
import { compileAll, type Programs } from "./uses/compile.ts";
import { usesOf } from "./uses/program.ts";

test("what compiled against the old client compiles against the new one, unless the table says that it breaks", async ({
  signal,
}) => {
  const base = await edited();
  const old = new Map([
    ["src", sourcesOf(base)],
    ["own", usesOf(base)],
  ]);
  const packages = new Map<string, Programs>([["base", old]]);
  for (const [index, { change }] of table.entries()) {
    const state = await edited(change);
    // Nothing but comments changed: the same programs once more would prove nothing.
    if (codeOf(state) === codeOf(base)) continue;
    packages.set(
      `row${index}`,
      new Map([
        ["src", sourcesOf(state)],
        ["own", usesOf(state)],
        ["forth", usesOf(base)],
      ]),
    );
    old.set(`back${index}`, usesOf(state));
  }
  const messages = await compileAll(packages, signal);

  const messagesOf = (index: number, direction: "forth" | "back"): readonly string[] =>
    messages.get(direction === "forth" ? `row${index}/forth` : `base/back${index}`) ?? [];
  // Programs that do not even fit their own client would prove nothing.
  expect([...messages].filter(([program]) => /\/(?:own|src)$/.test(program))).toEqual([]);
  const wrong = cases(table).flatMap(({ title, type, direction, row }) => {
    const found = messagesOf(table.indexOf(row), direction);
    if (type === "major") return found.length > 0 ? [] : [`${title}: major, but everything compiles`];
    return found.length === 0 ? [] : [`${title}: ${type}, but ${found.slice(0, 3).join("\n")}`];
  });
  expect(wrong).toEqual([]);
}, 300_000);

function sourcesOf({ files }: Snapshot): ReadonlyMap<string, string> {
  return new Map(
    [...files].flatMap(([path, text]) => {
      const [, name] = /^src\/(.*\.ts)$/.exec(path) ?? [];
      return name === undefined ? [] : [[name, text] as const];
    }),
  );
}

/** The sources without comments. */
function codeOf(snapshot: Snapshot): string {
  return [...sourcesOf(snapshot).values()]
    .join("\n")
    .replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, "")
    .replaceAll(/\s+/g, " ");
}
