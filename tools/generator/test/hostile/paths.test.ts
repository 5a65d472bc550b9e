import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { settleNames } from "../../src/read/names.ts";
import { applyPlan } from "../../src/write/apply.ts";
import { planFolder } from "../../src/write/plan.ts";
import { filesBelow, generate, scratchFolder } from "../cli/workspace.ts";

/** Where files may go: into the folder that was named, whatever the document calls things and whatever lies there already. */

const MUSEUM = resolve(import.meta.dirname, "../fixtures/standalone/museum.yaml");
const text = (path: string): { path: string; text: string } => ({ path, text: `// of ${path}\n` });
const mark = "// Generated from specs/x.yaml by Keysmith.\n";

describe("a path that is more than a name is refused before anything is read or written", () => {
  test.each([
    "../x.ts",
    "src/../../x.ts",
    "/etc/x",
    "C:/x",
    "src\\x.ts",
    "src//x.ts",
    "",
    "src/.",
    "docs/a\0.md",
    "docs/a:stream.md",
    "docs/nul.md",
    "docs/COM1.md",
    "docs/a.md ",
    "docs/\ud800.md",
    `docs/${"a".repeat(253)}.md`,
  ])("%j", (path) => {
    const folder = scratchFolder();
    expect(() => planFolder(folder, [text("src/a.ts"), text(path)])).toThrow(
      "is no path for a generated file",
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test("two that differ in case alone", () => {
    const files = [text("docs/Keys.md"), text("docs/keys.md")];
    expect(() => planFolder(scratchFolder(), files)).toThrow("the same file on many disks");
  });
});

test("tags never steer a path: names only, short, and different on every disk", () => {
  const tags = [
    "../../x",
    "/etc/passwd",
    "C:\\x",
    "a\0b",
    "NUL",
    "com1",
    "LPT9",
    "Keys",
    "keys",
    "KEYS ",
    "..",
    ".",
  ];
  tags.push(
    "straße",
    "STRASSE",
    "ſ",
    "s",
    "\u3164",
    "\ufe0f",
    "🔑",
    "x".repeat(9000),
    `${"x".repeat(8999)}y`,
    "é".repeat(300),
  );
  tags.push("constructor", "__proto__", "index", "readme");
  const { slugs } = settleNames({ api: "x", operations: [], schemas: [], tags });
  const paths = [...slugs.values()].map((slug) => text(`docs/${slug}.md`));
  expect(paths).toHaveLength(tags.length);
  expect(planFolder(scratchFolder(), paths).write).toHaveLength(tags.length);
  for (const { path } of paths) expect(path).toMatch(/^docs\/[\p{L}\p{N}\p{M}-]+\.md$/u);
});

describe("links that lead out of the package", () => {
  test.each(["src", "docs"])("%s is one: refused, and nothing is written, read or removed there", (name) => {
    const [out, elsewhere] = [join(scratchFolder(), "client"), scratchFolder()];
    expect(generate(out.slice(0, -7), "--spec", MUSEUM, "--out", out).code).toBe(0);
    renameSync(join(out, name), join(elsewhere, "was"));
    writeFileSync(join(elsewhere, "was/old.ts"), mark);
    symlinkSync(join(elsewhere, "was"), join(out, name));
    writeFileSync(join(out, "README.md"), "edited\n");
    const before = filesBelow(elsewhere);
    const run = generate(out, "--spec", MUSEUM, "--out", out, "--name", "@acme/other");
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain(`${name} is a symbolic link that leads out of the package`);
    expect(filesBelow(elsewhere)).toEqual(before);
    expect(readFileSync(join(out, "README.md"), "utf8")).toBe("edited\n");
  });

  test("test, which only a workspace's package has: nothing in there is removed", () => {
    const [folder, elsewhere] = [scratchFolder(), scratchFolder()];
    writeFileSync(join(elsewhere, "old.test.ts"), mark);
    symlinkSync(elsewhere, join(folder, "test"));
    expect(() => planFolder(folder, [text("src/a.ts")])).toThrow("leads out of the package");
    expect(existsSync(join(elsewhere, "old.test.ts"))).toBe(true);
  });

  test("a file that is one, a link to nowhere, and a hard link", () => {
    const [folder, elsewhere] = [scratchFolder(), scratchFolder()];
    const secret = join(elsewhere, "secret");
    writeFileSync(secret, "mine");
    symlinkSync(secret, join(folder, "a.ts"));
    expect(() => planFolder(folder, [text("a.ts")])).toThrow("leads out of the package");
    symlinkSync(join(elsewhere, "nothing"), join(folder, "b.ts"));
    expect(() => planFolder(folder, [text("b.ts")])).toThrow("leads nowhere");
    linkSync(secret, join(folder, "c.ts"));
    applyPlan(planFolder(folder, [text("c.ts")]));
    expect(readFileSync(secret, "utf8")).toBe("mine");
  });

  test("one that stays inside is fine, and so is a folder that was named by a link", () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, "real/source"), { recursive: true });
    symlinkSync("source", join(folder, "real/src"));
    symlinkSync(join(folder, "real"), join(folder, "link"));
    applyPlan(planFolder(join(folder, "link"), [text("src/a.ts")]));
    expect(readdirSync(join(folder, "real/source"))).toEqual(["a.ts"]);
  });
});

function existing(): string {
  const folder = scratchFolder();
  applyPlan(
    planFolder(folder, [
      { path: "package.json", text: "old" },
      { path: "src/a.ts", text: mark },
    ]),
  );
  writeFileSync(join(folder, "src/stale.ts"), mark);
  return folder;
}

describe("all or nothing", () => {
  const next = [text("package.json"), text("src/a.ts"), text("docs/b.md")];

  test("a plan is carried out in full and leaves nothing beside", () => {
    const folder = existing();
    applyPlan(planFolder(folder, next));
    expect([...filesBelow(folder).keys()]).toEqual(["docs/b.md", "package.json", "src/a.ts"]);
  });

  test("a file that appears where a folder has to be: everything is as it was", () => {
    const folder = existing();
    const before = filesBelow(folder);
    const plan = planFolder(folder, next);
    writeFileSync(join(folder, "docs"), "in the way");
    expect(() => applyPlan(plan)).toThrow(/cannot be written: .+\. Nothing was changed\.$/);
    rmSync(join(folder, "docs"));
    expect(filesBelow(folder)).toEqual(before);
  });

  test("a new folder that cannot be filled is not left behind", () => {
    const folder = join(scratchFolder(), "a/b");
    const plan = planFolder(folder, [text("src"), text("src/a.ts")]);
    expect(() => applyPlan(plan)).toThrow("Nothing was changed.");
    expect(existsSync(join(folder, ".."))).toBe(false);
  });

  test("what a killed run left in a new folder does not stand in the way", () => {
    const out = join(scratchFolder(), "client");
    mkdirSync(join(out, ".keysmith-x1y2z3"), { recursive: true });
    expect(generate(out, "--spec", MUSEUM, "--out", out).code).toBe(0);
  });
});
