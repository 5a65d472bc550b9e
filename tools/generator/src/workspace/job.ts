import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Target } from "../emit/target.ts";
import { STAGE } from "../write/apply.ts";
import { Refusal } from "./refusal.ts";
import { isGenerated, packageNameOf, readManifest, type Workspace } from "./workspace.ts";

/** One package to make: which document, into which folder, under which name. */
export interface Job {
  /** Short name of the API, `automox`. */
  readonly name: string;
  /** The document, as messages should call it. */
  readonly spec: string;
  readonly folder: string;
  readonly target: Target;
  /** Where the fingerprint of the last run is kept. */
  readonly cache: string;
}

/** What a file in `specs` may be called, without its extension. */
export const PROVIDER_NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const FIRST_VERSION = "0.1.0";

/** The job of a provider of the workspace. */
export function workspaceJob(workspace: Workspace, name: string, spec: string): Job {
  if (!PROVIDER_NAME.test(name)) {
    throw new Refusal(
      `${spec}: the file's name becomes the package's name, so expected lower-case words joined by hyphens (my-provider.yaml), found "${name}".`,
    );
  }
  const folder = join(workspace.root, "packages", name);
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
    throw new Refusal(
      `${folder} is a symbolic link; a package is written into a folder of the workspace only. Replace it with what it stands for.`,
    );
  }
  refuseForeignFolder(folder, `Rename ${spec}.`);
  return {
    name,
    spec,
    folder,
    target: {
      packageName: packageNameOf(name),
      kind: "workspace",
      version: readManifest(folder)?.version ?? FIRST_VERSION,
      runtime: "workspace:^",
      mock: "workspace:^",
    },
    cache: cacheOf(workspace.root, name),
  };
}

/** The job of any document on disk, into any folder. */
export function standaloneJob(spec: string, out: string, packageName: string | undefined): Job {
  const folder = resolve(out);
  refuseForeignFolder(folder, "Choose an empty or a new folder.");
  const name = shortName(packageName ?? basename(folder));
  return {
    name,
    spec,
    folder,
    target: {
      packageName: packageName ?? name,
      kind: "standalone",
      version: readManifest(folder)?.version ?? FIRST_VERSION,
      runtime: `^${versionOf("runtime")}`,
      mock: `^${versionOf("mock")}`,
    },
    cache: join(
      cacheFolder(resolve(import.meta.dirname, "../../../..")),
      `out-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}.json`,
    ),
  };
}

/** A folder with somebody's files in it is not ours to print into. */
function refuseForeignFolder(folder: string, advice: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new Refusal(`${folder} is a file, not a folder. ${advice}`);
  if (isGenerated(folder)) return;
  // A removed package's installed dependencies may outlive it, as what a killed run had begun; they are nobody's work.
  const files = readdirSync(folder).filter((entry) => entry !== "node_modules" && !entry.startsWith(STAGE));
  if (files.length === 0) return;
  throw new Refusal(
    `${folder} holds files that the generator did not make (${files.slice(0, 3).join(", ")}), and it does not write over them. ${advice}`,
  );
}

/** `@acme/pet-store` and `Pet Store` both are the API `pet-store`. */
function shortName(packageName: string): string {
  const name = (packageName.split("/").at(-1) ?? "")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  return name === "" ? "api" : name;
}

/** Where the fingerprint of a provider's package is kept. */
export function cacheOf(root: string, provider: string): string {
  return join(cacheFolder(root), `${provider}.json`);
}

function cacheFolder(root: string): string {
  return join(root, "node_modules/.cache/keysmith");
}

/** Of a package of this repository. */
function versionOf(name: "mock" | "runtime"): string {
  const file = resolve(import.meta.dirname, "../../../../packages", name, "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
