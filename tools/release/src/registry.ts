import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Refusal } from "./refusal.ts";
import { ask, type Environment } from "./run.ts";

/** The registry a release goes to. */
export interface Registry {
  readonly url: string;
  /** For every program that asks it or publishes to it. */
  readonly environment: Environment;
}

/**
 * The registry that npm is set up for: its environment (`npm_config_registry`), the user's and the project's `.npmrc`.
 * changesets publishes through pnpm, which does not read `npm_config_registry`, so it is told in its own words.
 *
 * @throws Refusal when pnpm would go elsewhere all the same: nothing is published to a registry nobody chose.
 */
export async function registryOf(
  root: string,
  environment: Environment,
  scopes: readonly string[] = [],
): Promise<Registry> {
  const url = await setting("npm", "registry", root, environment);
  if (url === undefined)
    throw new Refusal("npm does not say which registry it uses. `npm config get registry` shows why.");
  const told = { ...environment, npm_config_registry: url, pnpm_config_registry: url };
  for (const scope of new Set(scopes)) {
    const key = `${scope}:registry`;
    const [npm, pnpm, pnpmAny] = await Promise.all([
      setting("npm", key, root, told),
      setting("pnpm", key, root, told),
      setting("pnpm", "registry", root, told),
    ]);
    const [expected, found] = [npm ?? url, pnpm ?? pnpmAny ?? ""];
    if (bare(expected) !== bare(found))
      throw new Refusal(
        `For ${scope} npm uses the registry ${expected}, but pnpm, which publishes, ${found}. Set both in .npmrc: ${key}=${expected}`,
      );
  }
  return { url, environment: told };
}

/**
 * Lets a token in NPM_TOKEN speak for who publishes, as the first version of a package needs: trusted publishing cannot
 * create one. The file that says so names the variable, not the token, and is removed by what is returned.
 */
export function withToken(registry: Registry): { environment: Environment; forget: () => void } {
  if (!registry.environment["NPM_TOKEN"])
    return { environment: registry.environment, forget: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), "keysmith-npmrc-"));
  const file = join(folder, ".npmrc");
  const place = registry.url.replace(/^https?:/u, "").replace(/\/?$/u, "/");
  writeFileSync(file, `${place}:_authToken=\${NPM_TOKEN}\n`);
  return {
    environment: { ...registry.environment, npm_config_userconfig: file },
    forget: () => void rmSync(folder, { recursive: true, force: true }),
  };
}

async function setting(
  program: "npm" | "pnpm",
  key: string,
  cwd: string,
  environment: Environment,
): Promise<string | undefined> {
  const { code, out } = await ask(program, ["config", "get", key], { cwd, environment });
  return code !== 0 || out === "" || out === "undefined" || out === "null" ? undefined : out;
}

function bare(url: string): string {
  return url.replace(/\/+$/u, "");
}
