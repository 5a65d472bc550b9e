import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "./place.ts";
import type { Registry } from "./registry.ts";
import { packagesOf } from "./repository.ts";
import type { Runner } from "./runner.ts";

/** npm's configuration of those who install what is released: that of the machine, and our registry for our scopes. */
export async function configureUsers(
  registry: Registry,
  { npm, place }: { readonly npm: Runner; readonly place: Place },
): Promise<void> {
  const { stdout } = await npm(["config", "get", "userconfig"], { cwd: place.folder });
  const file = stdout.trim();
  const text = existsSync(file) ? `${readFileSync(file, "utf8").trimEnd()}\n` : "";
  const lines = scopesOf(place.repository).map((scope) => `${scope}:registry=${registry.url}\n`);
  // It may hold credentials, as that of the machine does.
  writeFileSync(place.usersNpmrc, text + lines.join(""), { mode: 0o600 });
}

/**
 * Makes sure that the commands of a release know no registry but ours: what a configuration file of the repository or a
 * package says would go before what we say.
 */
export async function requireOnly(registry: Registry, pnpm: Runner, repository: string): Promise<void> {
  for (const setting of ["registry", ...scopesOf(repository).map((scope) => `${scope}:registry`)]) {
    const { stdout } = await pnpm(["config", "get", setting], { cwd: repository });
    const found = stdout.trim();
    const unset = found === "undefined" || found === "";
    if (unset && setting !== "registry") continue;
    if (found.replace(/\/$/, "") !== registry.url.replace(/\/$/, ""))
      throw new Error(elsewhere(setting, found));
  }
  for (const { name, folder } of packagesOf(repository)) {
    const { publishConfig = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      readonly publishConfig?: Readonly<Record<string, string>>;
    };
    const setting = Object.keys(publishConfig).find((key) => key.endsWith("registry"));
    if (setting !== undefined)
      throw new Error(elsewhere(`publishConfig.${setting} of ${name}`, publishConfig[setting] ?? ""));
  }
}

/** `@keysmith` */
function scopesOf(repository: string): readonly string[] {
  const scopes = packagesOf(repository).flatMap(({ name }) => /^@[^/]+(?=\/)/.exec(name)?.[0] ?? []);
  return [...new Set(scopes)];
}

function elsewhere(setting: string, found: string): string {
  return `A rehearsal would publish to another registry than its own: ${setting} is ${found}. Remove the setting from the repository.`;
}
