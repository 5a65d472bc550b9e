import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Changesets that release a package: without the package, `changeset version` and `changeset status` would fail on them.
 */
export interface Mention {
  readonly file: string;
  /** The changeset without it; `undefined` where it releases nothing else. */
  readonly rest: string | undefined;
}

/** `---`, one line for each package and its bump, `---`. */
const FRONT = /^---\r?\n(?<releases>[^]*?)\r?\n---/;

export function changesetsOf(root: string, packageName: string): Mention[] {
  const folder = join(root, ".changeset");
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(".md") && file !== "README.md");
  return files.toSorted().flatMap((name) => {
    const file = join(folder, name);
    const text = readFileSync(file, "utf8");
    const front = FRONT.exec(text)?.groups?.["releases"] ?? "";
    const releases = front.split(/\r?\n/);
    const others = releases.filter((release) => released(release) !== packageName);
    if (others.length === releases.length) return [];
    const left = others.filter((release) => released(release) !== undefined);
    return { file, rest: left.length === 0 ? undefined : text.replace(front, () => others.join("\n")) };
  });
}

export function forgetMention({ file, rest }: Mention): void {
  if (rest === undefined) rmSync(file);
  else writeFileSync(file, rest);
}

/** `"@keysmith/automox": minor` releases `@keysmith/automox`. */
function released(line: string): string | undefined {
  return /^\s*(["']?)(?<name>[^"'#:\s][^"':]*)\1\s*:/.exec(line)?.groups?.["name"];
}
