import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import type { Manifest } from "../workspace.ts";
import { findings } from "./finding.ts";
import { change, type PackageCheck } from "./manifest.ts";

/** Every file that "exports" and "bin" lead to is built, and is packed. */
export const files: PackageCheck = (one, { root }) => {
  const { manifest, directory } = one;
  const say = findings(manifest.name, "files", `${directory}/package.json files, exports, bin`);
  const targets = [...targetsOf(manifest.exports), ...targetsOf(manifest.bin)];
  if (targets.length === 0)
    return say.missing("exports nothing", change(one, "Set exports to what users may import"));
  const listed = manifest.files ?? [];
  const unlisted = targets.filter(
    (path) => path !== "package.json" && !listed.some((by) => within(path, by)),
  );
  if (unlisted.length > 0)
    return say.missing(`not packed: ${unlisted.join(", ")}`, change(one, "Add them to files"));
  if (!listed.includes("CHANGELOG.md"))
    return say.missing("the changelog is not packed", change(one, "Add CHANGELOG.md to files"));
  const absent = targets.filter((path) => !existsSync(join(root, directory, path)));
  if (absent.length === 0) return say.ok(`${targets.length} entry points are built and packed`);
  return existsSync(join(root, directory, "dist"))
    ? say.missing(`not there after a build: ${absent.join(", ")}`, "Mend exports, or what build makes.")
    : say.unknown("not built, so nothing can be said", "pnpm build");
};

/** Dependencies within the repository are published, and at the version they have there. */
export const dependencies: PackageCheck = (one, { packages, published }) => {
  const { manifest, directory } = one;
  const say = findings(manifest.name, "dependencies", `${directory}/package.json dependencies`);
  const names = new Set(packages.map((other) => other.manifest.name));
  const known = new Set(published.map((other) => other.manifest.name));
  const inside = dependenciesOf(manifest).filter(([name]) => names.has(name));
  const never = inside.filter(([name]) => !known.has(name));
  if (never.length > 0)
    return say.missing(
      `never published: ${never.map(([name]) => name).join(", ")}`,
      "Publish them, or make them devDependencies, or take their code in.",
    );
  const fixed = inside.filter(([, range]) => range !== "workspace:^");
  if (fixed.length > 0)
    return say.missing(
      `not the version of this repository: ${fixed.map(([name, range]) => `${name} ${range}`).join(", ")}`,
      change(one, "Write workspace:^, which is packed as ^ and the version,"),
    );
  return say.ok(
    inside.length === 0
      ? "none of this repository"
      : `published after ${inside.map(([name]) => name).join(", ")}`,
  );
};

/** What users install along with a package. */
export function dependenciesOf(manifest: Manifest): readonly (readonly [name: string, range: string])[] {
  const { dependencies: own, peerDependencies, optionalDependencies } = manifest;
  return [own, peerDependencies, optionalDependencies].flatMap((some) => Object.entries(some ?? {}));
}

/** File paths in "exports" or "bin", however deep. Patterns are publint's to judge, in the tarball. */
function targetsOf(field: unknown): readonly string[] {
  if (typeof field === "string") return field.includes("*") ? [] : [posix.normalize(field)];
  return typeof field === "object" && field !== null
    ? [...new Set(Object.values(field).flatMap(targetsOf))]
    : [];
}

function within(path: string, listed: string): boolean {
  const place = posix.normalize(listed).replace(/\/$/u, "");
  return path === place || path.startsWith(`${place}/`);
}
