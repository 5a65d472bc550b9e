import type { ReleaseContext } from "../pack/pack.ts";
import { registryOf } from "../registry.ts";
import { ask, type Environment } from "../run.ts";

/** What the registry has under a name: nothing, or a package of some repository. */
export type Registered = "free" | { readonly versions: readonly string[]; readonly repository?: string };

/** What the registry knows. A string says why it could not be asked. */
export interface Standing {
  readonly names: ReadonlyMap<string, Registered | string>;
  /** Who is logged in, and the members of the scope's organisation as far as they may be seen. */
  readonly user: { readonly name: string; readonly organisations: ReadonlySet<string> } | string;
}

/** npm is quick about a registry that is not there. */
const PATIENCE = ["--fetch-retries=0", "--fetch-timeout=15000", "--json"];

/** Asks the registry that npm is set up for. Never fails: what cannot be asked is unknown. */
export async function lookUp(
  context: ReleaseContext,
  names: readonly string[],
  offline: boolean,
): Promise<Standing> {
  if (offline) {
    const why = "not asked: --offline";
    return { names: new Map(names.map((name) => [name, why])), user: why };
  }
  const environment = await registryOf(context.root, context.environment, names).then(
    (registry) => registry.environment,
    () => context.environment,
  );
  const scopes = new Set(names.flatMap((name) => /^@([^/]+)\//u.exec(name)?.[1] ?? []));
  const [found, user] = await Promise.all([
    Promise.all(names.map(async (name) => [name, await view(name, context.root, environment)] as const)),
    whoAmI([...scopes], context.root, environment),
  ]);
  return { names: new Map(found), user };
}

async function view(name: string, cwd: string, environment: Environment): Promise<Registered | string> {
  const impatient = { ...environment, pnpm_config_fetch_retries: "0", pnpm_config_fetch_timeout: "15000" };
  // As changesets does: pnpm is a program of its own, where npm takes half a second to start.
  const args = ["view", name, "name", "versions", "repository", "--json"];
  const { code, out, err } = await ask("pnpm", args, { cwd, environment: impatient });
  const said = parsed(out);
  if (code === 0) {
    const { versions = [], repository } = said as {
      readonly versions?: string | readonly string[];
      readonly repository?: { readonly url?: string };
    };
    const list = typeof versions === "string" ? [versions] : versions;
    return { versions: list, ...(repository?.url !== undefined && { repository: repository.url }) };
  }
  const { error } = said as { readonly error?: { readonly code?: string; readonly message?: string } };
  if (error?.code === "ERR_PNPM_FETCH_404") return "free";
  return `the registry did not answer: ${(error?.message ?? err).split("\n")[0] ?? ""}`;
}

async function whoAmI(
  scopes: readonly string[],
  cwd: string,
  environment: Environment,
): Promise<Standing["user"]> {
  const { code, out } = await ask("npm", ["whoami", ...PATIENCE], { cwd, environment });
  const name = parsed(out);
  if (code !== 0 || typeof name !== "string") return "nobody is logged in";
  const seen = await Promise.all(
    scopes.map(async (scope) => {
      const members = await ask("npm", ["org", "ls", scope, name, ...PATIENCE], { cwd, environment });
      return members.code === 0 && name in (parsed(members.out) as object) ? [scope] : [];
    }),
  );
  return { name, organisations: new Set([name, ...seen.flat()]) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
