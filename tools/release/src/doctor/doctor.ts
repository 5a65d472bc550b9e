import type { ReleaseContext } from "../pack/pack.ts";
import { dependencies, files } from "./content.ts";
import type { Finding } from "./finding.ts";
import {
  access,
  directory,
  engines,
  keywords,
  licence,
  name,
  type PackageCheck,
  readme,
  repository,
  version,
} from "./manifest.ts";
import { registered, scope, trusted } from "./registry.ts";
import { formatReport } from "./report.ts";
import { baseBranch, changesetsAccess, npm, order, provenance, type RepositoryCheck } from "./repository.ts";
import { readState } from "./state.ts";

/** What every package is asked, in the order of the report. */
export const PACKAGE_CHECKS: readonly PackageCheck[] = [
  name,
  registered,
  version,
  repository,
  directory,
  access,
  licence,
  readme,
  keywords,
  engines,
  files,
  dependencies,
  trusted,
];

/** What the repository is asked. */
export const REPOSITORY_CHECKS: readonly RepositoryCheck[] = [
  scope,
  changesetsAccess,
  baseBranch,
  npm,
  provenance,
  order,
];

/** Settings of `release:doctor`. */
export interface DoctorOptions {
  /** Asks no registry. */
  readonly offline?: boolean | undefined;
  /** Prints findings as JSON. */
  readonly json?: boolean | undefined;
}

/** Everything there is to say about a repository before a release. */
export async function examine(context: ReleaseContext, offline: boolean): Promise<readonly Finding[]> {
  const state = await readState(context, offline);
  return [
    ...REPOSITORY_CHECKS.map((check) => check(state)),
    ...state.published.flatMap((one) => PACKAGE_CHECKS.map((check) => check(one, state))),
  ];
}

/** `pnpm release:doctor`: prints what is missing before a release. Returns the exit code: 1 when something is. */
export async function doctor(context: ReleaseContext, options: DoctorOptions = {}): Promise<0 | 1> {
  const found = await examine(context, options.offline ?? false);
  context.out(options.json ? `${JSON.stringify({ findings: found }, null, 2)}\n` : formatReport(found));
  return found.some(({ verdict }) => verdict === "missing") ? 1 : 0;
}
