import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { cloneOf, installIn, run, snapshot } from "@keysmith/clone";

const ROOT = resolve(import.meta.dirname, "../../../..");

/** A clone of this repository with more providers than it has. */
export interface Monorepo {
  readonly root: string;
  /** How many, with our own. */
  readonly size: number;
  readonly providers: readonly string[];
}

/**
 * Makes a monorepo of so many providers below the folder, with everything generated and installed. The providers
 * besides ours are ours under new names, in turns: `automox7` has Automox's operations and says Automox7 throughout.
 */
export async function makeMonorepo(folder: string, size: number): Promise<Monorepo> {
  const origin = join(folder, `origin-${size}`);
  await snapshot(ROOT, origin);
  const root = await cloneOf(origin, join(folder, `providers-${size}`));
  rmSync(origin, { recursive: true });
  const ours = globSync("*.yaml", { cwd: join(root, "specs") })
    .map((file) => basename(file, ".yaml"))
    .toSorted();
  const providers = [...ours];
  for (let index = ours.length; index < size; index += 1) {
    const model = ours[index % ours.length] ?? "";
    const number = Math.floor(index / ours.length);
    const text = readFileSync(join(root, "specs", `${model}.yaml`), "utf8");
    providers.push(`${model}${number}`);
    writeFileSync(join(root, "specs", `${model}${number}.yaml`), renamed(text, model, number));
  }
  await installIn(root);
  await generateIn({ root });
  addToLockfile(root, ours, providers);
  await installIn(root);
  return { root, size, providers };
}

/** `pnpm generate`, as a process of its own. */
export async function generateIn({ root }: { readonly root: string }): Promise<void> {
  await run(root, ["pnpm", "--silent", "generate"]);
}

/** Everything that the generator made, as if it had never run. What is installed and built stays. */
export function forgetGenerated({ root, providers }: Monorepo): void {
  rmSync(join(root, "node_modules/.cache/keysmith"), { recursive: true, force: true });
  for (const provider of providers)
    for (const entry of ["docs", "src", "test", "README.md", "openapi.yaml"])
      rmSync(join(root, "packages", provider, entry), { recursive: true });
}

/** Automox's document becomes Automox7's: hosts, variables, prose and all. */
function renamed(text: string, provider: string, number: number): string {
  return text.replace(new RegExp(provider, "gi"), `$&${number}`);
}

/** What a client needs is the same for all of them, so pnpm need not ask a registry. */
function addToLockfile(root: string, ours: readonly string[], providers: readonly string[]): void {
  const file = join(root, "pnpm-lock.yaml");
  const text = readFileSync(file, "utf8");
  const heading = `\n  packages/${ours[0]}:\n`;
  const start = text.indexOf(heading);
  const end = text.indexOf("\n  packages/", start + 1);
  if (start < 0 || end < 0) throw new Error(`pnpm-lock.yaml has no entry for packages/${ours[0]}.`);
  const body = text.slice(start + heading.length, end + 1);
  const entries = providers
    .filter((provider) => !ours.includes(provider))
    .map((provider) => `  packages/${provider}:\n${body}`)
    .join("");
  writeFileSync(file, text.slice(0, end + 1) + entries + text.slice(end + 1));
}
