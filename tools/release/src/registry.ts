import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Refusal } from "./refusal.ts";
import { ask, type Environment } from "./run.ts";

/** The registry a release goes to. */
export interface Registry {
  readonly url: string;
  /** The scopes that go there, each with its @. */
  readonly scopes: readonly string[];
  /** For every program that asks it or publishes to it. */
  readonly environment: Environment;
}

/**
 * The registry that npm is set up for: its environment (`npm_config_registry`), the user's and the project's `.npmrc`.
 * changesets publishes through pnpm, which does not read `npm_config_registry`, so it is told in its own words.
 *
 * @param names - Packages of the release: a scope may have a registry of its own.
 * @throws Refusal when pnpm would go elsewhere all the same: nothing is published to a registry nobody chose.
 */
export async function registryOf(
  root: string,
  environment: Environment,
  names: readonly string[],
): Promise<Registry> {
  const scopes = [...new Set(names.flatMap((name) => /^@[^/]+/u.exec(name)?.[0] ?? []))];
  const npm = await settings("npm", scopes, root, environment);
  const general = npm.get("registry");
  if (general === undefined)
    throw new Refusal("npm does not say which registry it uses. `npm config get registry` shows why.");
  const told = { ...environment, npm_config_registry: general, pnpm_config_registry: general };
  const pnpm = await settings("pnpm", scopes, root, told);
  const urls = new Set<string>();
  for (const scope of scopes) {
    const key = `${scope}:registry`;
    const expected = npm.get(key) ?? general;
    const found = pnpm.get(key) ?? pnpm.get("registry") ?? "none";
    if (bare(expected) !== bare(found))
      throw new Refusal(
        `For ${scope} npm uses the registry ${expected}, but pnpm, which publishes, ${found}. Set both in .npmrc: ${key}=${expected}`,
      );
    urls.add(expected);
  }
  if (urls.size > 1)
    throw new Refusal(`A release goes to one registry, but npm has several: ${[...urls].join(", ")}.`);
  return { url: [...urls][0] ?? general, scopes, environment: told };
}

/**
 * Lets a token in NPM_TOKEN speak for who publishes, as the first version of a package needs: trusted publishing cannot
 * create one. The file that says so takes the place of the user's, names the variable instead of the token, and is
 * removed by what is returned.
 */
export function withToken({ url, scopes, environment }: Registry): {
  readonly environment: Environment;
  forget(): void;
} {
  if (!environment["NPM_TOKEN"]) return { environment, forget: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), "keysmith-npmrc-"));
  const file = join(folder, ".npmrc");
  const place = url.replace(/^https?:/u, "").replace(/\/?$/u, "/");
  const lines = [`${place}:_authToken=\${NPM_TOKEN}`, ...scopes.map((scope) => `${scope}:registry=${url}`)];
  writeFileSync(file, `${lines.join("\n")}\n`);
  return {
    environment: { ...environment, npm_config_userconfig: file },
    forget: () => void rmSync(folder, { recursive: true, force: true }),
  };
}

/** The registry of everything else, and those of scopes that have their own. */
async function settings(
  program: "npm" | "pnpm",
  scopes: readonly string[],
  cwd: string,
  environment: Environment,
): Promise<ReadonlyMap<string, string>> {
  const keys = ["registry", ...scopes.map((scope) => `${scope}:registry`)];
  const said = await Promise.all(
    // npm takes half a second to say anything, and says several things at once.
    program === "npm" && keys.length > 1
      ? [ask("npm", ["config", "get", ...keys], { cwd, environment })]
      : keys.map((key) => ask(program, ["config", "get", key], { cwd, environment })),
  );
  const values = said.flatMap(({ out }) => out.split("\n"));
  return new Map(
    keys.flatMap((key, index) => {
      const value = values[index]?.replace(`${key}=`, "") ?? "";
      return ["", "undefined", "null"].includes(value) ? [] : [[key, value] as const];
    }),
  );
}

function bare(url: string): string {
  return url.replace(/\/+$/u, "");
}
