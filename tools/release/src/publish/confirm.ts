import { setTimeout as wait } from "node:timers/promises";
import type { ProvenTarball } from "../pack/manifest.ts";
import type { ReleaseContext } from "../pack/pack.ts";
import { Refusal } from "../refusal.ts";
import { ask, type Environment } from "../run.ts";

/** A registry shows what it took only after a while: how often it is asked, a second apart at first, then longer. */
const ATTEMPTS = 4;

/**
 * Asks the registry for the hash of every version, and compares it with the tarball's.
 *
 * @param environment - Knows the registry, and who asks.
 * @throws Refusal when the registry has other bytes.
 */
export async function confirmPublished(
  { root, out, err }: ReleaseContext,
  environment: Environment,
  tarballs: readonly ProvenTarball[],
): Promise<void> {
  for (const { name, version, integrity } of tarballs) {
    const found = await integrityAt(`${name}@${version}`, root, environment);
    if (found === undefined)
      err(`? ${name}@${version} does not show yet. Later: npm view ${name}@${version} dist.integrity\n`);
    else if (found === integrity) out(`✓ ${name}@${version} is on the registry, byte by byte\n`);
    else
      throw new Refusal(
        `The registry has other bytes as ${name}@${version}.\n  proven ${integrity}\n  there  ${found}\nFind out who published them before anything else.`,
      );
  }
}

async function integrityAt(what: string, cwd: string, environment: Environment): Promise<string | undefined> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { code, out } = await ask("pnpm", ["view", what, "dist.integrity"], { cwd, environment });
    if (code === 0 && out !== "") return out;
    if (attempt < ATTEMPTS) await wait(attempt * 1000);
  }
  return undefined;
}
