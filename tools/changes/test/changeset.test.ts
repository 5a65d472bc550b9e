import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { MARKER } from "../src/changeset/own-file.ts";
import { operation, scratch, type Scratch, sweep } from "./scratch.ts";

afterAll(sweep);

const ADOPT = operation("pets", "adopt", "post");
const REMOVE = operation("pets", "remove", "delete");
const MINE = "Nobody removes pets any more:\n\n-  they stay\n";

/** The one changeset there is. */
function only(it: Scratch): string {
  const [name = "", ...others] = it.changesets();
  expect(others).toEqual([]);
  return `.changeset/${name}`;
}

async function removed(): Promise<Scratch> {
  const it = await scratch();
  it.edit("specs/pets.yaml", REMOVE, "");
  it.edit("specs/pets.yaml", "All of them.", "Every one of them.");
  await it.changes("--write");
  return it;
}

test("a changeset says what changed, in a form that the repository's formatter leaves alone", async () => {
  const it = await removed();
  it.write("specs/pets.yaml", it.read("specs/pets.yaml") + ADOPT);
  expect((await it.changes("--write")).out).toMatch(/^written {3}\.changeset\/spec-pets-[0-9a-f]{10}\.md$/m);
  expect(it.read(only(it))).toBe(`---
"@keysmith/pets": minor # asked for: minor
---

Pet shop: 1 breaking change, 1 addition, 1 change of the API only

**Breaking**

- \`DELETE /pets/remove\`: operation remove removed

  \`\`\`ts
  type Before = () => Promise<remove>;
  \`\`\`

**Added**

- \`POST /pets/adopt\`: operation adopt added

  \`\`\`ts
  type After = () => Promise<adopt>;
  \`\`\`

**API only**

- \`GET /pets\`: operation list reworded

${MARKER}
`);
  const root = resolve(import.meta.dirname, "../../..");
  const oxfmt = join(root, "node_modules/oxfmt/bin/oxfmt");
  const settings = ["--config", join(root, "tools/config/oxfmt.json")];
  execFileSync(process.execPath, [oxfmt, ...settings, "--check", only(it)], { cwd: it.folder });
});

test("what no longer holds of the last release is told, and breaks when nothing else says why it does not compile", async () => {
  const promise = { title: "remove: documented", where: { file: "README.md", line: 3 }, message: "Gone." };
  const it = await scratch(async () => [
    { ...promise, kind: "compile", operation: "DELETE /pets/remove", before: "void", after: "never" },
    { ...promise, kind: "compile", operation: "GET /pets", title: "list: documented" },
    { ...promise, kind: "unreplayed", operation: undefined, title: "the mock", message: "It did not start." },
  ]);
  it.edit("specs/pets.yaml", REMOVE, "");
  const told = await it.changes("--write");
  expect(told.err).toBe("note: @keysmith/pets, the mock: It did not start.\n");
  expect(told.out.match(/fault of tools\/changes/g)).toHaveLength(1);
  expect(it.read(only(it))).toContain(`1 breaking change, 2 examples or tests that no longer hold

**Breaking**

- \`DELETE /pets/remove\`: operation remove removed

  \`\`\`ts
  type Before = () => Promise<remove>;
  \`\`\`

- \`DELETE /pets/remove\`: no longer holds: remove: documented (README.md:3): Gone.

  \`\`\`ts
  type Before = void;
  type After = never;
  \`\`\`

- \`GET /pets\`: no longer holds: list: documented (README.md:3): Gone.
`);
  it.git("checkout", "--quiet", "specs");
  it.edit("specs/pets.yaml", "All of them.", "Every one of them.");
  // What asks for a patch alone breaks somebody.
  expect((await it.changes()).out).toContain("minor, 0.1.0 → 0.2.0");
});

test("in a changelog it is one item of a list, with everything in it", async () => {
  const it = await removed();
  await it.generate();
  it.write(only(it), `${it.read(only(it))}\n${MINE}`);
  it.commit("Let nobody remove pets");
  it.version();
  expect(it.read("packages/pets/CHANGELOG.md").replace(/[0-9a-f]{7}:/, "1234567:")).toBe(`# @keysmith/pets

## 0.2.0

### Minor Changes

- 1234567: Pet shop: 1 breaking change, 1 change of the API only
${[
  "",
  "**Breaking**",
  "",
  "- `DELETE /pets/remove`: operation remove removed",
  "",
  "  ```ts",
  "  type Before = () => Promise<remove>;",
  "  ```",
  "",
  "**API only**",
  "",
  "- `GET /pets`: operation list reworded",
  "",
  MARKER,
  "",
  "Nobody removes pets any more:",
  "",
  "-  they stay",
]
  .map((line) => `  ${line}\n`)
  .join("")}`);
});

test("written twice it is the same file with the same bytes, also once the code is generated", async () => {
  const it = await removed();
  const [file, text] = [only(it), it.read(only(it))];
  expect((await it.changes("--write")).out).toContain(`unchanged ${file}`);
  await it.generate();
  await it.changes("--write");
  expect(only(it)).toBe(file);
  expect(it.read(file)).toBe(text);
});

test("a person's text survives: in the same file, in the next, and that of several files in one", async () => {
  const it = await removed();
  const first = only(it);
  it.write(first, `${it.read(first)}\n${MINE}`);
  const text = it.read(first);
  await it.changes("--write");
  expect(it.read(first)).toBe(text);

  it.write("specs/pets.yaml", it.read("specs/pets.yaml") + ADOPT);
  // A second one, as two branches leave them.
  it.write(".changeset/spec-pets-0123456789.md", text.replace(MINE, "Written on another branch.\r\n"));
  expect((await it.changes("--write")).out).toContain(`removed   ${first}`);
  const second = only(it);
  expect(second).not.toBe(first);
  expect(it.read(second).split(`${MARKER}\n`)[1]).toBe(`\nWritten on another branch.\n\n${MINE}`);
  await it.changes("--write");
  expect(it.read(second).match(/another branch/g)).toHaveLength(1);
});

test("a marker that was indented or doubled still divides, and without one nobody guesses whose text it is", async () => {
  const it = await removed();
  const file = only(it);
  const text = it.read(file);
  it.write(file, `${text.replace(MARKER, `  ${MARKER} `)}\n${MINE}\n${MARKER}\n\nAnd more.`);
  await it.changes("--write");
  expect(it.read(file)).toBe(`${text}\n${MINE}\n\nAnd more.\n`);

  const bare = `${text.replace(MARKER, "")}\n${MINE}`;
  it.write(file, bare);
  expect(await it.changes("--write")).toMatchObject({
    code: 1,
    err: expect.stringContaining(`${file}: the line \`${MARKER}\` is gone`),
  });
  expect(it.read(file)).toBe(bare);
});

test("what was written before a further edit, or on another branch, is said to be out of date, and fails nothing", async () => {
  const it = await removed();
  await it.generate();
  const first = only(it);
  const note = `note: ${first} tells of another state of @keysmith/pets`;
  expect(await it.changes("--check")).toMatchObject({ code: 0, err: "" });
  it.write("specs/pets.yaml", it.read("specs/pets.yaml") + ADOPT);
  await it.generate();
  const { code, err } = await it.changes("--check");
  expect(code).toBe(0);
  expect(err).toContain(note);
  expect((await it.changes("--write")).err).toBe("");
  expect(await it.changes("--check")).toMatchObject({ code: 0, err: "" });
  it.commit("Adopt");
  it.git("checkout", "--quiet", "main", "--", "specs", "packages");
  expect((await it.changes()).err).toContain(`note: ${only(it)} tells of another state of @keysmith/pets`);
  // With another base it would have another name.
  expect((await it.changes("--base", "main")).err).toBe("");
});

test("when nothing differs any more the file goes, unless a person's text would go with it", async () => {
  const it = await removed();
  const file = only(it);
  const text = it.read(file);
  it.git("checkout", "--quiet", "specs");
  expect((await it.changes("--write")).out).toContain(`removed   ${file}`);
  expect(it.changesets()).toEqual([]);

  for (const personal of [`${text}\n${MINE}`, text.replace("\n---", '\n"@keysmith/keys": patch\n---')]) {
    it.write(file, personal);
    expect((await it.changes("--write")).out).toContain(`${file}: nothing asks for it any more`);
    expect(it.read(file)).toBe(personal);
  }
});

test("one that was merged keeps its text when the same change is taken back and made again", async () => {
  const it = await removed();
  const file = only(it);
  it.write(file, `${it.read(file)}\n${MINE}`);
  await it.generate();
  it.commit("Let nobody remove pets");
  it.git("revert", "--no-edit", "--no-commit", "HEAD");
  it.git("checkout", "HEAD", "--", ".changeset");
  it.commit("Let them again");
  it.git("branch", "--force", "main");
  const merged = it.read(file);
  it.edit("specs/pets.yaml", REMOVE, "");
  it.edit("specs/pets.yaml", "All of them.", "Every one of them.");
  await it.changes("--write");
  await it.changes("--write");
  expect(it.changesets()).toHaveLength(2);
  expect(it.read(file)).toBe(merged);
});

test("a person may raise the bump; what is lowered is raised again, and the check says so before", async () => {
  const it = await removed();
  await it.generate();
  const file = only(it);
  const text = it.read(file);
  it.write(file, text.replace("minor #", "major #"));
  await it.changes("--write");
  expect(it.read(file)).toContain('"@keysmith/pets": major # asked for: minor');
  expect(await it.changes("--check")).toMatchObject({ code: 0 });

  it.write(file, text.replace("minor #", "patch #"));
  expect(await it.changes("--check")).toMatchObject({
    code: 1,
    err: expect.stringMatching(
      /asks for minor, 0\.1\.0 → 0\.2\.0, but the next release would be 0\.1\.1.*waivers\.yaml/,
    ),
  });
  await it.changes("--write");
  expect(it.read(file)).toBe(text);

  // What we asked for ourselves shrinks with what asked for it, and what a person raised does not.
  it.edit("specs/pets.yaml", "Every one of them.", "All of them.");
  it.write("specs/pets.yaml", it.read("specs/pets.yaml") + REMOVE + ADOPT);
  await it.changes("--write");
  expect(it.read(only(it))).toContain('"@keysmith/pets": patch # asked for: patch');
});

test("a changeset that nobody can read is refused, and nothing is written", async () => {
  const it = await removed();
  const file = only(it);
  it.write(file, it.read(file).replace("minor #", "minr #"));
  const broken = it.read(file);
  it.edit("specs/keys.yaml", "All of them.", "Every one of them.");
  expect(await it.changes("--write")).toMatchObject({ code: 1, err: expect.stringContaining(`${file}: `) });
  expect(it.changesets()).toHaveLength(1);
  expect(it.read(file)).toBe(broken);
});
