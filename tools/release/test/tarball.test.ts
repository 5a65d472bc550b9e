import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkTarball, RULES } from "../src/tarball/check.ts";
import { openTarball } from "../src/tarball/tarball.ts";
import { packageJson } from "./scratch.ts";

/** Content of a tarball: `undefined` takes a file out. */
type Content = Readonly<Record<string, string | undefined>>;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "keysmith tarball-"));
});
afterAll(() => void rmSync(folder, { recursive: true, force: true }));

const map = (source: string): string => JSON.stringify({ version: 3, sources: [source], mappings: "" });
const sound = {
  LICENSE: "MIT\n",
  "README.md": "# Pets\n",
  "CHANGELOG.md": "# @shop/pets\n\n## 1.0.0\n\n- First.\n",
  "dist/index.js": "export const pets = 1;\n//# sourceMappingURL=index.js.map\n",
  "dist/index.js.map": map("../src/index.ts"),
  "dist/index.d.ts": "export declare const pets: number;\n",
  "src/index.ts": "export const pets = 1;\n",
};
const dependencies = { "@shop/base": "^1.2.0", "openapi-fetch": "0.17.0" };
const expected = {
  name: "@shop/pets",
  version: "1.0.0",
  published: new Map([["@shop/base", "1.2.0"]]),
  unpublished: new Set(["@shop/workshop"]),
  changelog: true,
};

/** What is wrong with a sound package once this is changed: the rules that say so, and their words. */
async function faults(
  manifest: object,
  content: Content = {},
): Promise<readonly (readonly [string, string])[]> {
  const root = mkdtempSync(join(folder, "tarball-"));
  const files = { "package.json": JSON.stringify(packageJson("pets", manifest)), ...sound, ...content };
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) continue;
    const file = join(root, "package", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  execFileSync("tar", ["-czf", "pets.tgz", "package"], { cwd: root });
  const found = await checkTarball(await openTarball(join(root, "pets.tgz")), expected);
  return found.map(({ rule, message }) => [rule, message] as const);
}

test("a sound tarball has no faults", async () => {
  expect(await faults({ dependencies })).toEqual([]);
});

test("without a changelog in the repository there need be none in the tarball", async () => {
  const root = mkdtempSync(join(folder, "tarball-"));
  mkdirSync(join(root, "package"));
  writeFileSync(join(root, "package/package.json"), JSON.stringify(packageJson("pets")));
  execFileSync("tar", ["-czf", "pets.tgz", "package"], { cwd: root });
  const tarball = await openTarball(join(root, "pets.tgz"));
  const said = [...RULES.documents(tarball, { ...expected, changelog: false })];
  expect(said).toEqual(["LICENSE is missing or empty", "README.md is missing or empty"]);
});

// Each breaks one thing; the second column is the only rule that may say so, the third what it says.
const broken: readonly (readonly [string, keyof typeof RULES, RegExp, object, Content?])[] = [
  ["another name", "identity", /of @shop\/dogs, planned is @shop\/pets/u, { name: "@shop/dogs" }],
  ["another version", "identity", /version is 1\.0\.1, planned is 1\.0\.0/u, { version: "1.0.1" }],
  ["a private package", "identity", /private: true/u, { private: true }],
  [
    "workspace:",
    "dependencies",
    /"workspace:\^": nobody outside/u,
    { peerDependencies: { "@other/x": "workspace:^" } },
  ],
  [
    "catalog:",
    "dependencies",
    /"catalog:": nobody outside/u,
    { devDependencies: { typescript: "catalog:" } },
  ],
  [
    "a private dependency",
    "dependencies",
    /@shop\/workshop is private/u,
    { dependencies: { "@shop/workshop": "0.0.0" } },
  ],
  [
    "an old dependency",
    "dependencies",
    /expected "\^1\.2\.0"/u,
    { dependencies: { "@shop/base": "^1.1.0" } },
  ],
  ["no licence", "documents", /LICENSE is missing/u, {}, { LICENSE: undefined }],
  ["an empty README", "documents", /README\.md is missing or empty/u, {}, { "README.md": " \n" }],
  ["no changelog", "documents", /CHANGELOG\.md is missing/u, {}, { "CHANGELOG.md": undefined }],
  [
    "a changelog that ends earlier",
    "documents",
    /no entry "## 1\.0\.0"/u,
    {},
    { "CHANGELOG.md": "## 0.9.0\n" },
  ],
  [
    "a map to nowhere",
    "sources",
    /leads to src\/gone\.ts/u,
    {},
    { "dist/index.js.map": map("../src/gone.ts") },
  ],
  [
    "a build of a source that is gone",
    "sources",
    /dist\/old\.js\.map leads to src\/old\.ts/u,
    {},
    { "dist/old.js.map": map("../src/old.ts") },
  ],
  [
    "a map that is missing",
    "sources",
    /names a source map index\.js\.map/u,
    {},
    { "dist/index.js.map": undefined },
  ],
  ["a test", "contents", /src\/index\.test\.ts is not for users/u, {}, { "src/index.test.ts": "" }],
  ["a folder of tests", "contents", /test\/pets\.ts is not for users/u, {}, { "test/pets.ts": "" }],
  ["a secret", "contents", /\.npmrc is not for users/u, {}, { ".npmrc": "" }],
  [
    "an entry point that is missing",
    "publint",
    /dist\/mock\.js.*does not exist/u,
    { exports: { ".": "./dist/index.js", "./mock": "./dist/mock.js" } },
  ],
  [
    "a command that cannot be run",
    "publint",
    /bin.*#!\/usr\/bin\/env node/u,
    { bin: { pets: "./dist/index.js" } },
  ],
  [
    "types that lead nowhere",
    "types",
    /InternalResolutionError/u,
    {},
    { "dist/index.d.ts": 'export * from "./pets";\n' },
  ],
];

test.for(broken)("%s is found", async ([, rule, words, manifest, content]) => {
  const found = await faults(manifest, content);
  expect(
    found
      .filter(([by]) => by === rule)
      .map(([, said]) => said)
      .join("\n"),
  ).toMatch(words);
  // attw speaks of missing entry points, too, which is as well.
  expect(new Set(found.map(([by]) => by))).toEqual(new Set(found.length > 1 ? [rule, "types"] : [rule]));
});

test("every rule has been seen to find something", () => {
  expect(new Set(broken.map(([, rule]) => rule))).toEqual(new Set(Object.keys(RULES)));
});

test("a map that carries its sources needs none beside it", async () => {
  const carried = JSON.stringify({
    version: 3,
    sources: ["../src/gone.ts"],
    sourcesContent: ["x"],
    mappings: "",
  });
  expect(await faults({}, { "dist/index.js.map": carried })).toEqual([]);
});
