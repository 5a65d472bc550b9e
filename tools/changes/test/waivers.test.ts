import { afterAll, expect, test } from "vitest";
import { parseWaivers } from "../src/changeset/waiver-file.ts";
import type { Waiver } from "../src/changeset/waivers.ts";
import type { Finding, Verdict } from "../src/verdict/finding.ts";
import { weigh } from "../src/weigh.ts";
import { operation, scratch, type Scratch, sweep } from "./scratch.ts";

afterAll(sweep);

const FILE = ".changeset/waivers.yaml";
const REMOVE = operation("pets", "remove", "delete");

function waiver(axis: "wire" | "type", more: Readonly<Record<string, string>> = {}): string {
  const members = {
    package: "@keysmith/pets",
    base: "0.1.0",
    rule: `${axis}/operation-removed`,
    operation: "DELETE /pets/remove",
    bump: "patch",
    reason: "Nobody ever could call it.",
    ...more,
  };
  const lines = Object.entries(members).map(([name, value]) => `  ${name}: ${JSON.stringify(value)}\n`);
  return `-${lines.join("").slice(1)}`;
}

async function removed(): Promise<Scratch> {
  const it = await scratch();
  it.edit("specs/pets.yaml", REMOVE, "");
  await it.generate();
  await it.changes("--write");
  return it;
}

test("a bump goes below what the rules say with a reason for each rule that says it, and the reason is shown", async () => {
  const it = await removed();
  it.write(FILE, waiver("wire"));
  // What compiles breaks all the same.
  expect((await it.changes()).out).toContain("minor, 0.1.0 → 0.2.0");
  it.write(FILE, waiver("wire") + waiver("type"));
  const { out } = await it.changes("--write");
  expect(out).toContain("patch, 0.1.0 → 0.1.1");
  expect(out).toContain("waived: type/operation-removed counts as patch: Nobody ever could call it.");
  const [name = ""] = it.changesets();
  expect(it.read(`.changeset/${name}`)).toContain('"@keysmith/pets": patch # asked for: patch');
  expect(await it.changes("--check")).toMatchObject({ code: 0, err: "" });
  expect((await it.changes("--markdown")).out).toContain(
    "waived: `type/operation-removed`, Nobody ever could call it.",
  );
});

test("a waiver is for one base: once released, or merged, it is over, and says so", async () => {
  const it = await removed();
  it.write(FILE, waiver("wire") + waiver("type"));
  await it.changes("--write");
  it.commit("Let nobody remove pets");
  it.git("checkout", "--quiet", "main");
  it.git("merge", "--quiet", "work");
  expect(await it.changes("--check")).toMatchObject({
    code: 0,
    err: expect.stringContaining("is over: main has it already"),
  });
  it.git("checkout", "--quiet", "-b", "again");
  it.write("specs/pets.yaml", it.read("specs/pets.yaml") + REMOVE);
  await it.generate();
  it.commit("Bring it back");
  it.git("branch", "--force", "main");
  it.edit("specs/pets.yaml", REMOVE, "");
  // The same finding again, and the old reason does not count for it.
  expect((await it.changes()).out).toContain("minor, 0.1.0 → 0.2.0");
});

test("a waiver that does nothing fails the check, whether its package differs or not", async () => {
  const it = await removed();
  it.write(FILE, waiver("type", { pointer: "#/paths" }) + waiver("type", { package: "@keysmith/keys" }));
  const { code, err } = await it.changes("--check");
  expect(code).toBe(1);
  for (const name of ["pets", "keys"])
    expect(err).toMatch(
      new RegExp(`The waiver of @keysmith/${name}, .* does nothing: there is no such finding`),
    );
});

const VERDICT: Verdict = { level: "major", rule: "type/removed", message: "" };
const FINDING: Finding = {
  what: "something removed",
  operations: ["GET /pets", "POST /pets"],
  wire: { ...VERDICT, rule: "wire/removed" },
  type: VERDICT,
  level: "major",
  section: "breaking",
  place: { side: "before", pointer: "#/components/schemas/Pet" },
};
const WAIVER: Waiver = {
  package: "@keysmith/pets",
  base: "0.1.0",
  rule: "type/removed",
  operation: "GET /pets",
  pointer: undefined,
  bump: "patch",
  reason: "Never worked.",
};

test("a waiver is about one verdict of one finding", () => {
  const { weighed, misfits } = weigh([FINDING], [WAIVER], "0.1.0");
  expect(misfits).toEqual([]);
  // The other axis says minor still.
  expect(weighed).toEqual([{ finding: FINDING, bump: "minor", waivers: [WAIVER] }]);
  const both = weigh([FINDING], [WAIVER, { ...WAIVER, rule: "wire/removed", bump: "none" }], "0.1.0");
  expect(both.weighed[0]?.bump).toBe("patch");
});

test.each<[Partial<Waiver>, string]>([
  [{ base: "0.2.0" }, "it is for what follows 0.2.0, and the base is 0.1.0"],
  [{ operation: "PUT /pets" }, "there is no such finding (any more)"],
  [{ pointer: "#/components/schemas" }, "there is no such finding (any more)"],
  [{ rule: "type/nonsense" }, "there is no such finding (any more)"],
  [{ bump: "minor" }, "the finding asks for minor only, there is nothing to lower"],
  [
    { operation: "POST /pets" },
    "it fits 2 findings: add the pointer of one (#/components/schemas/Pet, #/paths)",
  ],
])("a waiver that says %j does nothing", (more, reason) => {
  const other: Finding = {
    ...FINDING,
    operations: ["POST /pets"],
    place: { side: "after", pointer: "#/paths" },
  };
  const { weighed, misfits } = weigh([FINDING, other], [{ ...WAIVER, ...more }], "0.1.0");
  expect(misfits).toMatchObject([{ reason }]);
  expect(weighed.map(({ bump }) => bump)).toEqual(["minor", "minor"]);
});

test("an empty waiver file says nothing", async () => {
  expect(await parseWaivers("# none now\n")).toEqual([]);
});

test.each([
  ["{}", "expected a list"],
  ["- a", "entry 1: expected an object"],
  ["- { package: a", "is not YAML"],
  [waiver("type", { reason: " " }), 'expected text for "reason", found " "'],
  [waiver("type", { bump: "major" }), 'expected one of none, patch, minor for "bump", found major'],
  [waiver("type", { until: "2027" }), '"until" is nothing that a waiver has'],
  [waiver("type").replace(/ {2}operation.*\n/, ""), "expected an operation or a pointer"],
])("a waiver file that says something else is refused (%#)", async (text, expected) => {
  await expect(parseWaivers(text)).rejects.toThrow(expected);
});
