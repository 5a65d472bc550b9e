import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { requireChangelog, requireVersions, versionAfter, versionsAfter } from "../src/changes.ts";
import type { Package } from "../src/repository.ts";
import type { SpecEdit } from "../src/spec-edits.ts";
import { useFolder } from "./folder.ts";

const folder = useFolder();

const edit: SpecEdit = {
  spec: "specs/pets.yaml",
  kind: "breaking",
  named: ["PUT /pets", "species"],
  apply: () => {},
};

const pets = (version: string): Package => ({
  name: "@acme/pets",
  version,
  folder: folder(),
  spec: "specs/pets.yaml",
});

const changelog = (text: string): void => writeFileSync(join(folder(), "CHANGELOG.md"), text);

test.each([
  ["0.1.0", "0.2.0", "0.1.1"],
  ["0.9.7", "0.10.0", "0.9.8"],
  ["1.0.0", "2.0.0", "1.1.0"],
  ["3.4.5", "4.0.0", "3.5.0"],
])("after %s comes %s when users break, else %s", (version, breaking, additive) => {
  expect(versionAfter(version, "breaking")).toBe(breaking);
  expect(versionAfter(version, "additive")).toBe(additive);
});

test("a changelog tells the change under its version and its size", () => {
  const told = "- `PUT /pets` wants `species`\n";
  changelog(
    `# @acme/pets\n\n## 0.2.0\n\n### Minor Changes\n\n${told}\n## 0.1.0\n\n### Patch Changes\n\n- Begin\n`,
  );
  requireChangelog(pets("0.2.0"), "0.1.0", edit);
  expect(() => requireChangelog(pets("0.3.0"), "0.2.0", edit)).toThrow("has no entry for 0.3.0");
  expect(() => requireChangelog(pets("0.1.0"), "0.0.9", edit)).toThrow(
    "does not say ### Minor Changes, PUT /pets, species. It says:",
  );
  changelog(`## 2.0.0\n\n### Major Changes\n\n${told}`);
  requireChangelog(pets("2.0.0"), "1.4.0", edit);
  changelog(`## 2.0.0\n\n### Minor Changes\n\n${told}`);
  expect(() => requireChangelog(pets("2.0.0"), "1.4.0", edit)).toThrow("does not say ### Major Changes.");
});

test("only what changed has a new version", () => {
  const runtime = { name: "@acme/runtime", version: "0.1.0", folder: folder(), spec: undefined };
  const expected = versionsAfter([pets("0.1.0"), runtime], [edit]);
  requireVersions([pets("0.2.0"), runtime], expected);
  const bumped = { ...runtime, version: "0.1.1" };
  expect(() => requireVersions([pets("0.2.0"), bumped], expected)).toThrow(
    'expected [["@acme/pets","0.2.0"],["@acme/runtime","0.1.0"]], found',
  );
});
