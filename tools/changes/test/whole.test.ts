import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findWorkspace } from "@keysmith/generator/workspace";
import { afterAll, expect, test } from "vitest";
import { changes } from "../src/changes.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "keysmith-whole-"));
const [[provider] = [""]] = [...(findWorkspace(ROOT)?.packages ?? [])];

afterAll(() => rmSync(folder, { recursive: true }));

/** The first provider of this workspace, as it is, in a repository of its own. */
function begin(): void {
  const parts = ["runtime", "mock", provider].map((name) => `packages/${name}`);
  for (const path of ["pnpm-workspace.yaml", ".changeset/config.json", `specs/${provider}.yaml`, ...parts]) {
    cpSync(join(ROOT, path), join(folder, path), { recursive: true, filter: isSource });
  }
  const identity = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"];
  for (const args of [
    ["init", "--quiet", "--initial-branch=main"],
    ["add", "--all"],
    [...identity, "commit", "--quiet", "--message=Begin"],
  ])
    execFileSync("git", args, { cwd: folder });
}

function isSource(path: string): boolean {
  return !/[/\\](?:node_modules|dist|\.turbo|\.report)$/.test(path);
}

test("both axes and the replay meet: an operation that is renamed breaks who compiles, and the changeset says where", async () => {
  begin();
  const spec = join(folder, `specs/${provider}.yaml`);
  const text = readFileSync(spec, "utf8");
  const id = /operationId: (?<id>\w+)/.exec(text)?.groups?.["id"] ?? "";
  writeFileSync(spec, text.replaceAll(new RegExp(`\\b${id}\\b`, "g"), "renamedOperation"));
  let [out, err] = ["", ""];
  const code = await changes(["--write"], {
    folder,
    columns: 200,
    out: (part) => void (out += part),
    err: (part) => void (err += part),
  });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/wire\/name +│ type\/operation-removed/);
  expect(out).toMatch(new RegExp(`no longer holds .*${id}.*README\\.md|no longer holds .*${id}.*docs/`));
  expect(out).not.toContain("fault of tools/changes");
  const file = readdirSync(join(folder, ".changeset")).find((name) => name.startsWith("spec-")) ?? "";
  const written = readFileSync(join(folder, ".changeset", file), "utf8");
  expect(written).toContain(`"@keysmith/${provider}": minor # asked for: minor`);
  expect(written).toMatch(new RegExp(`\\*\\*Breaking\\*\\*\\n\\n- .*${id}`));
}, 120_000);
