import { type Finding, findings, REPOSITORY } from "./finding.ts";
import { dependenciesOf } from "./content.ts";
import { type State, WORKFLOW } from "./state.ts";

/** Looks at what all packages share. */
export type RepositoryCheck = (state: State) => Finding;

/** The first npm that publishes as a trusted workflow, and the first that sets one up. */
const NPM = [11, 5, 1] as const;

export const order: RepositoryCheck = ({ published }) => {
  const say = findings(REPOSITORY, "order", "packages/*/package.json");
  const left = new Map(published.map(({ manifest }) => [manifest.name, dependenciesOf(manifest)]));
  const sorted: string[] = [];
  while (left.size > 0) {
    const ready = [...left].filter(([, needs]) => !needs.some(([name]) => left.has(name)));
    if (ready.length === 0)
      return say.missing(
        `depend on each other: ${[...left.keys()].join(", ")}`,
        "Nobody can install a package whose dependencies are not published before it: cut the circle.",
      );
    for (const [name] of ready) {
      left.delete(name);
      sorted.push(name);
    }
  }
  return say.ok(sorted.join(", "));
};

export const changesetsAccess: RepositoryCheck = ({ changesets }) => {
  const say = findings(REPOSITORY, "access", ".changeset/config.json access");
  return changesets?.access === "public"
    ? say.ok("public")
    : say.missing(`${changesets?.access ?? "nothing"} instead of public`, 'Set "access": "public".');
};

export const baseBranch: RepositoryCheck = ({ changesets, branches }) => {
  const say = findings(REPOSITORY, "base branch", ".changeset/config.json baseBranch");
  const base = changesets?.baseBranch ?? "nothing";
  return branches.includes(base)
    ? say.ok(base)
    : say.missing(
        `no branch is called ${base}`,
        `Make ${base} the branch that is released from, or set "baseBranch" to the one that is, and the branches in .github/workflows.`,
      );
};

export const npm: RepositoryCheck = ({ npm: found }) => {
  const say = findings(REPOSITORY, "npm", "npm --version");
  const parts = found?.split(".").map(Number) ?? [];
  const wanted = NPM.join(".");
  if (found === undefined || parts.some(Number.isNaN))
    return say.unknown("npm does not run here", `Install npm ${wanted} or later.`);
  const first = NPM.findIndex((part, index) => parts[index] !== part);
  return first === -1 || (parts[first] ?? 0) > (NPM[first] ?? 0)
    ? say.ok(found)
    : say.missing(
        `${found} knows nothing of trusted publishing; ${wanted} is the first that does`,
        "npm install --global npm@latest",
      );
};

export const provenance: RepositoryCheck = ({ job, published }) => {
  const place = `.github/workflows/${WORKFLOW}`;
  const say = findings(REPOSITORY, "provenance", place);
  const against = published.find(({ manifest }) => manifest.publishConfig?.provenance === false);
  if (against !== undefined)
    return say.missing(
      `${against.manifest.name} refuses it`,
      `Take provenance: false out of ${against.directory}/package.json.`,
    );
  if (job === undefined)
    return say.missing(
      "no job of it may say who it is, so npm can trust none",
      'Give the job that publishes "permissions: id-token: write".',
    );
  const asked = job.steps?.some(({ env }) => env?.["PNPM_CONFIG_PROVENANCE"] === "true");
  return asked
    ? say.ok("signed by the workflow")
    : say.missing("is not asked for", 'Set PNPM_CONFIG_PROVENANCE: "true" where it publishes.');
};
