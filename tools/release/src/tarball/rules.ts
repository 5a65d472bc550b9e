import { posix } from "node:path";
import type { Tarball } from "./tarball.ts";

/** What a tarball is held to, besides its own content. */
export interface Expectation {
  readonly name: string;
  readonly version: string;
  /** Version of every package of the repository that is published, by name. */
  readonly published: ReadonlyMap<string, string>;
  /** Names of the packages of the repository that never are. */
  readonly unpublished: ReadonlySet<string>;
  /** Whether the package has a changelog in the repository, or was released before and must have one. */
  readonly changelog: boolean;
}

/** Says what is wrong with a tarball, a sentence each. */
export type Rule = (tarball: Tarball, expected: Expectation) => Iterable<string> | AsyncIterable<string>;

const DEPENDENCIES = ["dependencies", "peerDependencies", "optionalDependencies", "devDependencies"] as const;
/** Notations that only the repository understands. */
const LOCAL = /^(?:workspace|catalog|link|file|portal|patch):/u;
/** What belongs to making the package, not to using it. */
const UNWANTED = [
  /(?:^|\/)(?:test|tests|__tests__|__mocks__|fixtures|node_modules|coverage)\//u,
  /\.(?:test|spec)\.[cm]?[jt]sx?(?:\.map)?$|\.(?:test|spec)\.d\.[cm]?ts(?:\.map)?$/u,
  /(?:^|\/)\.[^/]/u,
  /\.(?:tgz|tsbuildinfo|log)$/u,
];

/** Name and version are those of the plan: what is published under a tag is what the tag says. */
export function* identity({ manifest }: Tarball, { name, version }: Expectation): Generator<string> {
  if (manifest.name !== name) yield `its package.json is of ${manifest.name}, planned is ${name}`;
  if (manifest.version !== version) yield `its version is ${manifest.version}, planned is ${version}`;
  if (manifest.private === true) yield "its package.json says private: true, which the registry refuses";
}

/** Dependencies mean the same outside the repository, and exist there. */
export function* dependencies({ manifest }: Tarball, expected: Expectation): Generator<string> {
  for (const kind of DEPENDENCIES)
    for (const [name, range] of Object.entries(manifest[kind] ?? {})) {
      const where = `${kind}[${JSON.stringify(name)}] is ${JSON.stringify(range)}`;
      if (LOCAL.test(range)) yield `${where}: nobody outside the repository can resolve it`;
      // Development dependencies are not installed by users.
      if (kind === "devDependencies") continue;
      if (expected.unpublished.has(name)) yield `${where}, but ${name} is private and never published`;
      const version = expected.published.get(name);
      if (version !== undefined && range !== `^${version}`)
        yield `${where}, but the repository has ${name} ${version}: expected "^${version}"`;
    }
}

/** The texts that every package carries. */
export function* documents(tarball: Tarball, { version, changelog }: Expectation): Generator<string> {
  for (const path of ["LICENSE", "README.md"])
    if ((tarball.text(path) ?? "").trim() === "") yield `${path} is missing or empty`;
  const changes = tarball.text("CHANGELOG.md");
  if (changes === undefined) {
    if (changelog) yield 'CHANGELOG.md is missing: "files" of package.json has to list it';
  } else if (!changes.split("\n").includes(`## ${version}`))
    yield `CHANGELOG.md has no entry "## ${version}": \`changeset version\` writes it`;
}

/** Source maps lead to sources that are there. What was left in dist by a source that is gone is found by this, too. */
export function* sources(tarball: Tarball): Generator<string> {
  for (const path of tarball.paths) {
    if (path.endsWith(".map")) {
      const map = JSON.parse(tarball.text(path) ?? "{}") as {
        readonly sources?: readonly string[];
        readonly sourcesContent?: readonly (string | null)[];
      };
      for (const [index, source] of (map.sources ?? []).entries()) {
        const target = posix.join(posix.dirname(path), source);
        if (!tarball.paths.has(target) && typeof map.sourcesContent?.[index] !== "string")
          yield `${path} leads to ${target}, which is not there: an old build, or a source that "files" leaves out`;
      }
    } else if (/\.(?:[cm]?js|d\.[cm]?ts)$/u.test(path)) {
      const map = /^\/\/# sourceMappingURL=(?!data:)(\S+)\s*$/mu.exec(tarball.text(path) ?? "")?.[1];
      if (map !== undefined && !tarball.paths.has(posix.join(posix.dirname(path), map)))
        yield `${path} names a source map ${map}, which is not there`;
    }
  }
}

/** Nothing of the workshop. */
export function* contents(tarball: Tarball): Generator<string> {
  for (const path of tarball.paths)
    if (UNWANTED.some((pattern) => pattern.test(path))) yield `${path} is not for users`;
}
