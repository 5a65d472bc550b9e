import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { keysDocument } from "./document.ts";

/** A workspace with documents of these names, until the test ends. */
export async function scratchWorkspace(...providers: readonly string[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "mock-"));
  onTestFinished(() => rm(root, { recursive: true }));
  await writeFile(join(root, "pnpm-workspace.yaml"), "");
  await mkdir(join(root, "specs"));
  for (const name of providers) {
    // JSON is YAML.
    await writeFile(join(root, `specs/${name}.yaml`), JSON.stringify(keysDocument()));
  }
  return root;
}
