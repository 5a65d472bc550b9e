import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, generate, scratchFolder } from "./workspace.ts";

const FIXTURES = resolve(import.meta.dirname, "../fixtures/standalone");
const ROOT = resolve(import.meta.dirname, "../../../..");
const COMPILERS = {
  "TypeScript 7": join(ROOT, "node_modules/typescript/bin/tsc"),
  "TypeScript 5.9": join(ROOT, "tools/generator/node_modules/typescript/bin/tsc"),
};

/** Stands in for `npm install`: what a package needs to run and to be built, as built. */
function install(folder: string): void {
  mkdirSync(join(folder, "node_modules/@keysmith"), { recursive: true });
  for (const name of ["runtime", "mock"])
    symlinkSync(join(ROOT, "packages", name), join(folder, "node_modules/@keysmith", name));
}

/** Compiles a package by its own tsconfig.json with every strict setting on, and the declarations it needs as well. */
function compile(folder: string, compiler: string): string {
  return tsc(compiler, "--noEmit", "--noUnusedLocals", "--skipLibCheck", "false", "--project", folder);
}

function tsc(compiler: string, ...args: readonly string[]): string {
  return spawnSync(process.execPath, [compiler, ...args], { encoding: "utf8" }).stdout;
}

test.each([
  {
    document: "petstore.json",
    create: "createPetstore",
    operations: ["addPet", "uploadFile", "getUserLogin"],
  },
  {
    document: "museum.yaml",
    create: "createMuseum",
    operations: ["listExhibits", "createExhibit", "getImage"],
  },
])(
  "$document becomes a package that compiles under strict settings",
  ({ document, create, operations }) => {
    const folder = join(scratchFolder(), create.slice("create".length).toLowerCase());
    const run = generate(FIXTURES, "--spec", document, "--out", folder);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    install(folder);
    for (const compiler of Object.values(COMPILERS)) expect(compile(folder, compiler)).toBe("");
    const source = readFileSync(join(folder, "src/operations.ts"), "utf8");
    for (const name of operations) expect(source).toContain(`export const ${name} = `);
    expect(readFileSync(join(folder, "src/index.ts"), "utf8")).toContain(create);
    expect(existsSync(join(folder, "test"))).toBe(false);
  },
  60_000,
);

test("a package has its mock, which answers what a test says", () => {
  const folder = join(scratchFolder(), "museum");
  generate(FIXTURES, "--spec", "museum.yaml", "--out", folder);
  install(folder);
  const compiler = COMPILERS["TypeScript 7"];
  // What the mock itself is made of is no concern of those who compile with it.
  expect(tsc(compiler, "--listFiles", "--project", folder)).not.toContain("@stoplight");
  const program = `
    import { createMuseum } from "museum";
    import { mockMuseum } from "museum/mock";
    const mock = mockMuseum();
    const museum = createMuseum({ fetch: mock, auth: { token: "test" } });
    mock.on("list-exhibits").reply(404);
    const { error } = await museum.listExhibits({ limit: 3 }).safe();
    console.log(error.name, mock.calls("list-exhibits").map(({ request }) => request.query.get("limit")));`;
  const run = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(run).toMatchObject({ stdout: "NotFoundError [ '3' ]\n", stderr: "" });
}, 60_000);

test("--name names the package; a second run finds it unchanged", () => {
  const folder = join(scratchFolder(), "client");
  const args = ["--spec", join(FIXTURES, "museum.yaml"), "--out", folder, "--name", "@acme/museum"];
  expect(generate(FIXTURES, ...args).stdout).toMatch(/^museum +written/);
  expect(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))).toMatchObject({
    name: "@acme/museum",
  });
  expect(generate(FIXTURES, ...args).stdout).toMatch(/^museum +unchanged/);
});

test("another name or another document for the same folder makes another package", () => {
  const folder = join(scratchFolder(), "client");
  generate(FIXTURES, "--spec", "museum.yaml", "--out", folder, "--name", "@acme/museum");
  const renamed = generate(FIXTURES, "--spec", "museum.yaml", "--out", folder, "--name", "@acme/gallery");
  expect(renamed.stdout).toMatch(/^gallery +written/);
  expect(readFileSync(join(folder, "package.json"), "utf8")).toContain('"@acme/gallery"');
  const replaced = generate(FIXTURES, "--spec", "petstore.json", "--out", folder, "--name", "@acme/gallery");
  expect(replaced.stdout).toMatch(/^gallery +written/);
  expect(readFileSync(join(folder, "src/operations.ts"), "utf8")).toContain("addPet");
});

test("same document, same bytes, in another folder", () => {
  const [one, other] = [join(scratchFolder(), "museum"), join(scratchFolder(), "museum")];
  const elsewhere = scratchFolder();
  cpSync(join(FIXTURES, "museum.yaml"), join(elsewhere, "museum.yaml"));
  generate(FIXTURES, "--spec", "museum.yaml", "--out", one);
  generate(elsewhere, "--spec", "museum.yaml", "--out", other);
  expect(filesBelow(one)).toEqual(filesBelow(other));
});

test("a folder with somebody's files is not written into", () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, "package.json"), "{}\n");
  const run = generate(FIXTURES, "--spec", "museum.yaml", "--out", folder);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain("Choose an empty or a new folder.");
  expect(filesBelow(folder).size).toBe(1);
});

test.each([
  { what: "a file", out: "taken", says: /taken is a file, not a folder/ },
  {
    what: "a folder below a file",
    out: "taken/client",
    says: /taken.* cannot be written: a part of its path is a file\. Choose another folder\./,
  },
  { what: "a folder whose package.json is broken", out: "broken", says: /broken.package\.json is not JSON/ },
])("$what as --out is refused in a sentence", ({ out, says }) => {
  const folder = scratchFolder();
  writeFileSync(join(folder, "taken"), "mine\n");
  mkdirSync(join(folder, "broken"));
  writeFileSync(join(folder, "broken/package.json"), "<<<<<<< ours\n");
  const run = generate(folder, "--spec", join(FIXTURES, "museum.yaml"), "--out", out);
  expect(run).toMatchObject({ code: 1, stdout: "" });
  expect(run.stderr).toMatch(says);
  expect(run.stderr).not.toMatch(/\n\s+at /);
});

test.each([
  { what: "a syntax error", text: 'openapi: 3.1.0\ninfo: { title: "x\npaths: {}\n', place: /:\d+:\d+ {2}#/ },
  { what: "an empty file", text: "", place: /:1:1 {2}# {2}.*empty/i },
  {
    what: "Swagger 2.0",
    text: 'swagger: "2.0"\ninfo: { title: x, version: "1" }\npaths: {}\n',
    place: /:1:\d+ {2}#\/swagger {2}.*2\.0/,
  },
  {
    what: "no paths",
    text: 'openapi: 3.1.0\ninfo: { title: x, version: "1" }\n',
    place: /:1:1 {2}#.* {2}.*paths/,
  },
])("$what is refused with its place, and nothing is written", ({ text, place }) => {
  const folder = scratchFolder();
  writeFileSync(join(folder, "api.yaml"), text);
  const run = generate(folder, "--spec", "api.yaml", "--out", "client");
  expect(run).toMatchObject({ code: 1, stdout: "" });
  expect(run.stderr).toMatch(/^api\.yaml/);
  expect(run.stderr).toMatch(place);
  expect(run.stderr).not.toMatch(/\n\s+at /);
  expect(existsSync(join(folder, "client"))).toBe(false);
});
