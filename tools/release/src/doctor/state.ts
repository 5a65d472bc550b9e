import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { ReleaseContext } from "../pack/pack.ts";
import { ask } from "../run.ts";
import { type Package, publishable, readPackages } from "../workspace.ts";
import { lookUp, type Standing } from "./look-up.ts";

/** The workflow that npm is to trust, and the environment its job names. */
export const WORKFLOW = "release.yml";

/** A job of the workflow that releases. */
export interface ReleaseJob {
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly { readonly env?: Readonly<Record<string, string>> }[];
}

/** Everything the checks go by. */
export interface State {
  readonly root: string;
  /** All packages of the repository. */
  readonly packages: readonly Package[];
  /** Those that go to the registry. */
  readonly published: readonly Package[];
  /** URL of the remote `origin`. */
  readonly remote: string | undefined;
  /** Version of npm. */
  readonly npm: string | undefined;
  readonly changesets: { readonly access?: string; readonly baseBranch?: string } | undefined;
  /** The branches of the repository, as far as this clone knows them. */
  readonly branches: readonly string[];
  /** The job of the workflow that may say who it is. */
  readonly job: ReleaseJob | undefined;
  readonly licence: string | undefined;
  /** What the registry knows, or why that cannot be said. */
  readonly standing: Standing;
}

/** Looks at a repository, and at the registry unless `offline`. */
export async function readState(context: ReleaseContext, offline: boolean): Promise<State> {
  const { root, environment } = context;
  const place = { cwd: root, environment };
  const packages = readPackages(root);
  const published = publishable(packages);
  const [remote, npm, branches, standing] = await Promise.all([
    ask("git", ["remote", "get-url", "origin"], place),
    ask("npm", ["--version"], place),
    ask("git", ["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/remotes"], place),
    lookUp(
      context,
      published.map(({ manifest }) => manifest.name),
      offline,
    ),
  ]);
  const read = (path: string): string | undefined =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined;
  const config = read(".changeset/config.json");
  return {
    root,
    packages,
    published,
    remote: remote.code === 0 ? remote.out : undefined,
    npm: npm.code === 0 ? npm.out : undefined,
    changesets: config === undefined ? undefined : (JSON.parse(config) as State["changesets"]),
    branches: branches.out.split("\n").map((name) => name.replace(/^origin\//u, "")),
    job: trustedJob(read(`.github/workflows/${WORKFLOW}`)),
    licence: read("LICENSE"),
    standing,
  };
}

function trustedJob(text: string | undefined): ReleaseJob | undefined {
  if (text === undefined) return undefined;
  const { jobs = {} } = parse(text) as { readonly jobs?: Readonly<Record<string, ReleaseJob>> };
  return Object.values(jobs).find(({ permissions }) => permissions?.["id-token"] === "write");
}
