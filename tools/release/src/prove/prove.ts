import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReleaseContext } from "../pack/pack.ts";
import { RELEASE_FOLDER } from "../pack/plan.ts";
import { verifyRelease } from "../publish/verify.ts";
import { Refusal } from "../refusal.ts";
import { registryOf } from "../registry.ts";
import { readManifest } from "../workspace.ts";
import { compile, install, load } from "./consumer.ts";
import { entriesOf } from "./entries.ts";

/**
 * `pnpm release:prove`: installs the very tarballs that will be published into an empty project, loads everything they
 * export as an ES module and through `require`, and compiles a program that uses it.
 *
 * @throws Refusal with everything that does not work.
 */
export async function prove(context: ReleaseContext): Promise<void> {
  const { root, out } = context;
  const { tarballs } = await verifyRelease(context);
  if (tarballs.length === 0) {
    out("Nothing to prove: when it was packed, the registry had every version already.\n");
    return;
  }
  const names = tarballs.map(({ name }) => name);
  const { environment } = await registryOf(root, context.environment, names);
  const folder = mkdtempSync(join(tmpdir(), "keysmith-prove-"));
  try {
    await install(folder, join(root, RELEASE_FOLDER), tarballs, environment);
    const entries = tarballs.flatMap(({ name }) =>
      entriesOf(readManifest(join(folder, "node_modules", name, "package.json"))),
    );
    const faults: string[] = [];
    for (const step of [load, compile])
      for await (const fault of step(folder, entries, environment)) faults.push(fault);
    if (faults.length > 0)
      throw new Refusal(`Installed from the tarballs, this does not work:\n${faults.join("\n")}`);
    for (const { name, version, integrity } of tarballs)
      out(`✓ ${name}@${version} installs, loads and compiles, ${integrity}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
