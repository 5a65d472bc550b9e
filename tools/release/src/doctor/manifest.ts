import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Package } from "../workspace.ts";
import { type Finding, findings } from "./finding.ts";
import type { State } from "./state.ts";
import { repositoryOf } from "./url.ts";

/** Looks at one package that is to be published. */
export type PackageCheck = (one: Package, state: State) => Finding;

const NAME = /^@[a-z\d~-][a-z\d._~-]*\/[a-z\d~-][a-z\d._~-]*$/u;
const VERSION = /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[\w.-]+)?(?:\+[\w.-]+)?$/u;

/** Where a field of a package is changed: the package.json of a generated package is made by the generator. */
export function change({ manifest, directory }: Package, what: string): string {
  return "keysmith" in manifest
    ? `${what} in tools/generator/src/emit/package/package-json.ts, then run generate.`
    : `${what} in ${directory}/package.json.`;
}

export const name: PackageCheck = ({ manifest, directory }, { published }) => {
  const say = findings(manifest.name, "name", `${directory}/package.json name`);
  const scope = published[0]?.manifest.name.split("/")[0] ?? "";
  if (!NAME.test(manifest.name) || manifest.name.length > 214)
    return say.missing(
      "not a scoped name that a registry takes",
      "Lower case letters, digits and - after @scope/.",
    );
  return manifest.name.startsWith(`${scope}/`)
    ? say.ok(manifest.name)
    : say.missing(`not in the scope ${scope} of the others`, `Name it ${scope}/….`);
};

export const version: PackageCheck = (one) => {
  const { manifest, directory } = one;
  const say = findings(manifest.name, "version", `${directory}/package.json version`);
  return VERSION.test(manifest.version ?? "") && manifest.version !== "0.0.0"
    ? say.ok(manifest.version)
    : say.missing(
        `${manifest.version} is not a version to begin with`,
        `Set version to 0.1.0 in ${directory}/package.json.`,
      );
};

export const repository: PackageCheck = (one, { remote }) => {
  const { manifest, directory } = one;
  const say = findings(manifest.name, "repository", `${directory}/package.json repository.url`);
  const { repository: field } = manifest;
  const url = typeof field === "string" ? field : (field?.url ?? "");
  const stated = repositoryOf(url);
  if (stated === undefined)
    return say.missing(
      url === "" ? "is missing" : `${url} is not the URL of a repository`,
      change(one, "Set repository.url to git+https://github.com/OWNER/NAME.git"),
    );
  if (remote === undefined)
    return say.missing(
      `says ${stated}, but this clone has no remote that proves it`,
      `git remote add origin https://${stated}.git, once that repository exists. ${change(one, "Or set the true one")}`,
    );
  const origin = repositoryOf(remote);
  if (origin === undefined)
    return say.missing(
      `says ${stated}, but origin is ${remote}, on no server`,
      `git remote set-url origin https://${stated}.git, once that repository exists. ${change(one, "Or set the true one")}`,
    );
  return origin === stated
    ? say.ok(stated)
    : say.missing(
        `says ${stated}, but origin is ${remote}`,
        `npm trusts, and signs provenance for, the repository it is released from. ${change(one, `Set repository.url to git+https://${origin}.git`)}`,
      );
};

export const directory: PackageCheck = (one) => {
  const { manifest, directory: place } = one;
  const say = findings(manifest.name, "directory", `${place}/package.json repository.directory`);
  const stated = typeof manifest.repository === "object" ? manifest.repository.directory : undefined;
  return stated === place
    ? say.ok(place)
    : say.missing(
        `${stated ?? "nothing"} instead of ${place}`,
        change(one, `Set repository.directory to ${place}`),
      );
};

export const access: PackageCheck = (one) => {
  const { manifest, directory: place } = one;
  const say = findings(manifest.name, "access", `${place}/package.json publishConfig.access`);
  return manifest.publishConfig?.access === "public"
    ? say.ok("public")
    : say.missing(
        "a scoped package is published for money, or not at all, unless it says public",
        change(one, 'Set publishConfig to { "access": "public" }'),
      );
};

export const licence: PackageCheck = (one, { root, licence: shared }) => {
  const { manifest, directory: place } = one;
  const say = findings(manifest.name, "licence", `${place}/package.json license, LICENSE`);
  if (!manifest.license) return say.missing("no license field", change(one, "Set license, as MIT,"));
  const own = join(root, place, "LICENSE");
  const text = existsSync(own) ? readFileSync(own, "utf8") : shared;
  if (text === undefined)
    return say.missing("no LICENSE file, here or at the root", "Put the text of the licence into LICENSE.");
  return text.includes(manifest.license.split("-")[0] ?? "")
    ? say.ok(manifest.license)
    : say.missing(`LICENSE is not of ${manifest.license}`, "Make the field and the file say the same.");
};

export const readme: PackageCheck = ({ manifest, directory: place }, { root }) => {
  const say = findings(manifest.name, "README", `${place}/README.md`);
  const file = join(root, place, "README.md");
  return existsSync(file) && readFileSync(file, "utf8").trim() !== ""
    ? say.ok("is there")
    : say.missing(
        "is missing or empty",
        "Write what the package is for and how it is used: it is the package's page.",
      );
};

export const keywords: PackageCheck = (one) => {
  const { manifest, directory: place } = one;
  const say = findings(manifest.name, "keywords", `${place}/package.json keywords, description`);
  return (manifest.keywords ?? []).length > 0 && manifest.description
    ? say.ok((manifest.keywords ?? []).join(", "))
    : say.missing(
        "without both nobody finds the package",
        change(one, "Set keywords and a description of one sentence"),
      );
};

export const engines: PackageCheck = (one) => {
  const { manifest, directory: place } = one;
  const say = findings(manifest.name, "engines", `${place}/package.json engines.node`);
  const node = manifest.engines?.["node"];
  return node === undefined
    ? say.missing(
        "does not say which Node.js it needs",
        change(one, 'Set engines to { "node": ">=20.19" } or what it needs,'),
      )
    : say.ok(node);
};
