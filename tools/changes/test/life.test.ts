import { afterAll, expect, test } from "vitest";
import { cloneOf, nested, operation, scratch, type Scratch, sweep } from "./scratch.ts";

afterAll(sweep);

const ADDED = operation("pets", "adopt", "post");
const REMOVED = operation("pets", "remove", "delete");

function addOperation(it: Scratch): void {
  it.write("specs/pets.yaml", it.read("specs/pets.yaml") + ADDED);
}

function removeOperation(it: Scratch): void {
  it.edit("specs/pets.yaml", REMOVED, "");
}

test("nothing changed: nothing to record, and the check passes", async () => {
  const it = await scratch();
  expect(await it.changes()).toEqual({
    code: 0,
    out: expect.stringMatching(/^No change since main \([0-9a-f]{8}\): keys, pets\n$/),
    err: "",
  });
  expect(await it.changes("--check")).toMatchObject({ code: 0, err: "" });
  expect(await it.changes("--write")).toMatchObject({ code: 0 });
  expect(it.changesets()).toEqual([]);
});

test("on a branch an edit counts before anything is generated, and has to be generated and recorded", async () => {
  const it = await scratch();
  addOperation(it);
  const told = await it.changes();
  expect(told.out).toContain("POST /pets/adopt");
  expect(told.out).toMatch(/specs\/pets\.yaml:\d+:\d+/);
  expect(told.out).toContain("@keysmith/pets: since main");
  expect(told.out).toContain("patch, 0.1.0 → 0.1.1");
  const stale = await it.changes("--check");
  expect(stale.code).toBe(1);
  expect(stale.err).toContain("Run `pnpm generate pets`");
  expect(stale.err).toContain("Run `pnpm changes pets --write`");

  await it.generate();
  const bare = await it.changes("--check");
  expect(bare).toMatchObject({ code: 1 });
  expect(bare.err).not.toContain("pnpm generate");
  expect(await it.changes("--write")).toMatchObject({ code: 0 });
  expect(it.changesets()).toEqual([expect.stringMatching(/^spec-pets-[0-9a-f]{10}\.md$/)]);
  expect(await it.changes("--check")).toMatchObject({ code: 0, err: "" });
  it.commit("Adopt");
  expect(await it.changes("--check")).toMatchObject({ code: 0, err: "" });
});

test("what is merged waits with its changeset, and the next branch has one of its own", async () => {
  const it = await scratch();
  addOperation(it);
  await it.generate();
  await it.changes("--write");
  it.commit("Adopt");
  it.git("checkout", "--quiet", "main");
  it.git("merge", "--quiet", "work");
  expect((await it.changes("--check")).out).toContain("No change since main");
  const [merged = ""] = it.changesets();
  const text = it.read(`.changeset/${merged}`);

  it.git("checkout", "--quiet", "-b", "next");
  removeOperation(it);
  await it.generate();
  // The one that waits asks for a patch only.
  expect((await it.changes("--check")).err).toContain(
    "asks for minor, 0.1.0 → 0.2.0, but the next release would be 0.1.1",
  );
  await it.changes("--write");
  expect(it.changesets()).toHaveLength(2);
  expect(it.read(`.changeset/${merged}`)).toBe(text);
  expect(await it.changes("--check")).toMatchObject({ code: 0 });
});

test("once released the base is the tag: on the release's own pull request, after publishing, and in a hotfix", async () => {
  const it = await scratch();
  it.git("checkout", "--quiet", "main");
  it.release("pets", "keys");
  removeOperation(it);
  await it.generate();
  // On main too: what is not released counts, committed or not.
  expect((await it.changes()).out).toContain(
    "@keysmith/pets: since @keysmith/pets@0.1.0: minor, 0.1.0 → 0.2.0",
  );
  await it.changes("--write");
  it.commit("Let nobody remove pets");
  expect(await it.changes("--check")).toMatchObject({ code: 0 });

  // A second edit before the release: one changeset tells both.
  const [first] = it.changesets();
  addOperation(it);
  await it.generate();
  await it.changes("--write");
  expect(it.changesets()).toHaveLength(1);
  expect(it.changesets()).not.toContain(first);
  const [second = ""] = it.changesets();
  expect(it.read(`.changeset/${second}`)).toContain("1 breaking change, 1 addition");
  it.commit("Adopt");

  // The pull request of the release: changesets are gone, package.json says what they said.
  it.version();
  expect(it.changesets()).toEqual([]);
  expect(it.read("packages/pets/package.json")).toContain('"version": "0.2.0"');
  await it.generate();
  expect(await it.changes("--check")).toMatchObject({ code: 0, err: "" });
  await it.changes("--write");
  expect(it.changesets()).toEqual([]);
  it.commit("Release");
  expect(await it.changes("--check")).toMatchObject({ code: 0, err: "" });

  it.release("pets");
  expect(await it.changes("--check")).toMatchObject({ code: 0 });
  expect((await it.changes()).out).toBe("No change since their releases: keys, pets\n");

  // What was released later is no base of a branch that was made from an earlier release.
  it.git("checkout", "--quiet", "-b", "hotfix", "@keysmith/pets@0.1.0");
  it.edit("specs/pets.yaml", "All of them.", "Every one of them.");
  await it.generate();
  expect((await it.changes()).out).toContain("since @keysmith/pets@0.1.0: patch, 0.1.0 → 0.1.1");
  expect((await it.changes("--check")).code).toBe(1);
  await it.changes("--write");
  expect(await it.changes("--check")).toMatchObject({ code: 0 });
});

test("generated code alone decides where no document changed", async () => {
  const it = await scratch();
  it.edit("packages/pets/src/client.ts", "\nimport", "\n// breaking\nimport");
  it.git("checkout", "--quiet", "-b", "generator");
  expect((await it.changes()).out).toContain("@keysmith/pets: since main");
  await it.changes("--write");
  const [name = ""] = it.changesets();
  expect(it.changesets()).toHaveLength(1);
  expect(it.read(`.changeset/${name}`)).toContain("Generated code: 1 breaking change");
});

test("a new package needs no changeset, and a removed one none either", async () => {
  const it = await scratch();
  it.write("specs/toys.yaml", it.read("specs/pets.yaml").replaceAll("/pets", "/toys"));
  expect((await it.changes()).out).toContain(
    "@keysmith/toys: new package, first release 0.1.0, no changeset needed",
  );
  await it.generate();
  expect(await it.changes("--check")).toMatchObject({ code: 0, err: "" });
  it.release("keys");
  it.remove("specs/keys.yaml");
  it.remove("specs/pets.yaml");
  await it.generate();
  // As another branch brings it.
  it.write(".changeset/spec-keys-0123456789.md", '---\n"@keysmith/keys": patch\n---\n');
  expect((await it.changes("--check")).err).toContain("names @keysmith/keys, which is no package here");
  await it.changes("--write");
  const { out } = await it.changes("--check");
  expect(out).toContain('@keysmith/keys: removed, no changeset needed; `npm deprecate @keysmith/keys "…"`');
  expect(out).toContain("@keysmith/pets: removed, and was never released: nothing else to do");
  expect(await it.changes("keys", "--check")).toMatchObject({ code: 0, err: "" });
  it.commit("Toys only");
  expect(await it.changes("--check")).toMatchObject({ code: 0, err: "" });
});

test("a changeset that names what is no package is told before changesets stops at it", async () => {
  const it = await scratch();
  addOperation(it);
  await it.generate();
  await it.changes("--write");
  it.write(".changeset/happy-cats-run.md", '---\n"@keysmith/toys": patch\n---\n\nToys.\n');
  expect(await it.changes("--check")).toMatchObject({
    code: 1,
    err: expect.stringContaining(
      ".changeset/happy-cats-run.md names @keysmith/toys, which is no package here",
    ),
  });
});

test("the workspace may lie in a folder of a larger repository", async () => {
  const it = await nested();
  expect((await it.changes()).out).toContain("No change since main");
  addOperation(it);
  expect((await it.changes()).out).toContain("@keysmith/pets: since main");
  await it.generate();
  await it.changes("--write");
  it.commit("Adopt");
  expect(await it.changes("--check")).toMatchObject({ code: 0, err: "" });
  it.remove("specs/keys.yaml");
  expect((await it.changes()).out).toContain("@keysmith/keys: removed");
});

test("after a prerelease a further edit needs a changeset of its own, although the version is high enough already", async () => {
  const it = await scratch();
  it.git("checkout", "--quiet", "main");
  it.release("pets", "keys");
  removeOperation(it);
  await it.generate();
  await it.changes("--write");
  const prerelease = { mode: "pre", tag: "next", initialVersions: {}, changesets: [] };
  it.write(".changeset/pre.json", `${JSON.stringify(prerelease)}\n`);
  it.version();
  expect(it.read("packages/pets/package.json")).toContain('"version": "0.2.0-next.0"');
  expect(await it.changes("--check")).toMatchObject({ code: 0, err: "" });
  it.commit("Try it");
  it.release("pets");
  expect(await it.changes("--check")).toMatchObject({ code: 0, err: "" });

  addOperation(it);
  await it.generate();
  expect(await it.changes("--check")).toMatchObject({
    code: 1,
    err: expect.stringContaining("no changeset releases it (package.json says 0.2.0-next.0)"),
  });
  await it.changes("--write");
  expect(await it.changes("--check")).toMatchObject({ code: 0, err: "" });
  it.version();
  expect(it.read("packages/pets/package.json")).toContain('"version": "0.2.0-next.1"');
  expect(await it.changes("--check")).toMatchObject({ code: 0, err: "" });
});

test("a person's own changeset will do", async () => {
  const it = await scratch();
  addOperation(it);
  await it.generate();
  it.write(".changeset/happy-cats-run.md", '---\n"@keysmith/pets": patch\n---\n\nPets can be adopted.\n');
  expect(await it.changes("--check")).toMatchObject({ code: 0 });
});

test("a shallow clone, a branch without its base, and a folder without git pass the check, and say what is missing", async () => {
  const it = await scratch();
  addOperation(it);
  await it.generate();
  await it.changes("--write");
  it.commit("Adopt");
  const shallow = cloneOf(it, "--depth=1", "--branch=work");
  expect(await shallow.changes("--check")).toMatchObject({
    code: 0,
    err: expect.stringContaining("fetch-depth: 0"),
  });
  const whole = cloneOf(it, "--branch=work");
  expect(await whole.changes("--check")).toMatchObject({ code: 0, err: "" });
  expect((await whole.changes()).out).toContain("since origin/main");
  // As a workflow checks a pull request out.
  whole.git("checkout", "--quiet", "--detach");
  whole.git("branch", "--delete", "--force", "work");
  whole.git("update-ref", "-d", "refs/remotes/origin/main");
  expect(await whole.changes("--check")).toMatchObject({
    code: 0,
    err: expect.stringContaining("git fetch origin main"),
  });
  // Then nobody needs the branch.
  for (const name of ["pets", "keys"]) whole.git("tag", `@keysmith/${name}@0.1.0`);
  expect(await whole.changes("--check")).toMatchObject({ code: 0, err: "" });

  whole.remove(".git");
  expect(await whole.changes("--check")).toMatchObject({
    code: 0,
    err: expect.stringContaining("only generated code"),
  });
  expect(await whole.changes()).toMatchObject({
    code: 3,
    err: expect.stringContaining("This is no git repository"),
  });
  expect(await whole.changes("pest", "--check")).toMatchObject({ code: 2 });
  whole.edit("packages/pets/src/client.ts", "\nimport", "\n// stale\nimport");
  expect(await whole.changes("--check")).toMatchObject({
    code: 1,
    err: expect.stringContaining("pnpm generate pets"),
  });
});

test("a refused document, and arguments that mean nothing, say what to do, and write nothing", async () => {
  const it = await scratch();
  addOperation(it);
  it.edit("specs/keys.yaml", "operationId: list", "operationId: 3");
  expect(await it.changes("--write")).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^specs\/keys\.yaml:\d+:\d+ /),
  });
  expect(it.changesets()).toEqual([]);
  expect(await it.changes("pest")).toMatchObject({
    code: 2,
    err: expect.stringContaining("Did you mean `pets`?"),
  });
  expect(await it.changes("--json", "--markdown")).toMatchObject({ code: 2 });
  expect(await it.changes("--write", "--check")).toMatchObject({ code: 2 });
  expect(await it.changes("--nonsense")).toMatchObject({ code: 2 });
  it.release("pets");
  expect(await it.changes("--base", "@keysmith/pets@9.9.9")).toMatchObject({
    code: 3,
    err: expect.stringContaining("The last tags are @keysmith/pets@0.1.0."),
  });
  expect(await it.changes("--base=--help")).toMatchObject({ code: 3 });
  expect((await it.changes("--help")).out).toContain("Exit codes:");
  expect((await it.changes("pets", "--base", "@keysmith/pets@0.1.0")).out).toContain(
    "since @keysmith/pets@0.1.0",
  );
});
