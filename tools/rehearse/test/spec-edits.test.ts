import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { load, read } from "@keysmith/generator";
import { editSpec, type SpecEdit, specEdits, versionAfter } from "../src/spec-edits.ts";
import { useFolder } from "./folder.ts";

const root = resolve(import.meta.dirname, "../../..");
const folder = useFolder();

const kinds: readonly SpecEdit["kind"][] = ["breaking", "additive"];

test.each([
  ["0.1.0", "0.2.0", "0.1.1"],
  ["0.9.7", "0.10.0", "0.9.8"],
  ["1.0.0", "2.0.0", "1.1.0"],
  ["3.4.5", "4.0.0", "3.5.0"],
])("after %s comes %s when users break, else %s", (version, breaking, additive) => {
  expect(kinds.map((kind) => versionAfter(version, kind))).toEqual([breaking, additive]);
});

test("one provider breaks, another does not", () => {
  expect(specEdits.map(({ kind }) => kind)).toEqual(kinds);
  expect(new Set(specEdits.map(({ provider }) => provider)).size).toBe(specEdits.length);
});

test.each(specEdits.map((edit) => [edit.provider, edit] as const))(
  "the document of %s stays one, with all its comments",
  async (provider, edit) => {
    const file = join("specs", `${provider}.yaml`);
    mkdirSync(join(folder(), "specs"));
    cpSync(join(root, file), join(folder(), file));
    editSpec(folder(), edit);
    const [before, after] = [root, folder()].map((place) => readFileSync(join(place, file), "utf8"));
    expect(after).not.toBe(before);
    expect(commentsOf(after)).toEqual(commentsOf(before));
    expect(JSON.stringify(read(await load(join(folder(), file)), provider))).toContain(edit.named.at(-1));
  },
);

function commentsOf(text = ""): readonly string[] {
  return text.match(/^\s*#.*/gm) ?? [];
}
