import { findings, REPOSITORY } from "./finding.ts";
import type { PackageCheck } from "./manifest.ts";
import type { RepositoryCheck } from "./repository.ts";
import { WORKFLOW } from "./state.ts";
import { repositoryOf } from "./url.ts";

/** The name is free, or of this repository already. */
export const registered: PackageCheck = ({ manifest }, { standing }) => {
  const say = findings(manifest.name, "registry", `npm view ${manifest.name}`);
  const found = standing.names.get(manifest.name) ?? "not asked";
  if (found === "free")
    return say.ok("the name is free; the first version is published by a person: see CONTRIBUTING.md");
  if (typeof found === "string")
    return say.unknown(found, `npm view ${manifest.name}, once it can be reached.`);
  const { repository: field } = manifest;
  const ours = repositoryOf(typeof field === "string" ? field : (field?.url ?? ""));
  const theirs = repositoryOf(found.repository ?? "");
  if (theirs === undefined || theirs !== ours)
    return say.missing(
      `the name is taken, by ${theirs ?? "a package without a repository"}`,
      "Take another scope or name, or have its owner make you a maintainer.",
    );
  return found.versions.includes(manifest.version)
    ? say.ok(`ours, and ${manifest.version} is published`)
    : say.ok(`ours; ${manifest.version} is not published yet`);
};

/** npm trusts the workflow to publish this package. Only an owner of the package can see it. */
export const trusted: PackageCheck = ({ manifest }, { standing, job }) => {
  const say = findings(manifest.name, "trusted publisher", "the package's settings on the registry");
  const { repository: field } = manifest;
  const url = repositoryOf(typeof field === "string" ? field : (field?.url ?? "")) ?? "HOST/OWNER/NAME";
  const [, owner = "", name = ""] = url.split("/");
  const environment = job?.environment === undefined ? "" : ` --environment ${job.environment}`;
  const form = `organisation ${owner}, repository ${name}, workflow ${WORKFLOW}${job?.environment === undefined ? "" : `, environment ${job.environment}`}`;
  const remedy = `npm trust github ${manifest.name} --repository ${owner}/${name} --file ${WORKFLOW}${environment} --allow-publish; or in its settings there, Trusted publisher, GitHub Actions: ${form}.`;
  return standing.names.get(manifest.name) === "free"
    ? say.unknown(
        "can be set up once a first version is there: trusted publishing creates no package",
        remedy,
      )
    : say.unknown("only an owner can see whether it is set up: npm trust list", remedy);
};

/** Whoever publishes first may publish in the scope. */
export const scope: RepositoryCheck = ({ published, standing: { user } }) => {
  const wanted = /^@([^/]+)\//u.exec(published[0]?.manifest.name ?? "")?.[1] ?? "";
  const say = findings(REPOSITORY, "scope", `npm org ls ${wanted}`);
  const remedy = `npm login as a member of the organisation ${wanted}, which is made on the registry's website; it must let you publish.`;
  if (typeof user === "string")
    return say.unknown(`who may publish as @${wanted} is unknown: ${user}`, remedy);
  return user.organisations.has(wanted)
    ? say.ok(`${user.name} is of ${wanted}`)
    : say.missing(`${user.name} is not known to be of the organisation ${wanted}`, remedy);
};
