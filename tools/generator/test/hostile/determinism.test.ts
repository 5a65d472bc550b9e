import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { afterAll, expect, test } from "vitest";
import { MAIN } from "./child.ts";
import { richDocument } from "./document.ts";

/** The same document makes the same bytes: on a second run, in another folder, started from elsewhere. */

const folder = mkdtempSync(join(tmpdir(), "keysmith-same-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is printed with the package's name is the one difference that a folder makes; both are called the same. */
function packageIn(place: string, spec: string, zone: string): ReadonlyMap<string, string> {
  const cwd = join(folder, place);
  mkdirSync(join(cwd, "here"), { recursive: true });
  const out = join(cwd, "here/client");
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, "--spec", spec, "--out", out], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", TZ: zone, LC_ALL: zone === "UTC" ? "C" : "tr_TR.UTF-8" },
  });
  expect({ status, said: status === 0 ? "" : stdout + stderr }).toEqual({ status: 0, said: "" });
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return new Map(paths.map((path) => [path.slice(out.length), readFileSync(path, "utf8")]));
}

test.each(["3.0", "3.1"] as const)("OpenAPI %s: same input, same bytes", (version) => {
  const text = JSON.stringify(richDocument(version));
  for (const place of [`one ${version}`, `another/${version}/deeper`]) {
    mkdirSync(join(folder, place), { recursive: true });
    writeFileSync(join(folder, place, "openapi.json"), text);
  }
  const first = packageIn(`one ${version}`, "openapi.json", "UTC");
  const elsewhere = join(folder, `another/${version}/deeper`);
  const second = packageIn(`another/${version}/deeper`, join(elsewhere, "openapi.json"), "Asia/Tokyo");
  expect([...first.keys()]).toContain("/src/operations.ts");
  expect(Object.fromEntries(second)).toEqual(Object.fromEntries(first));
});
