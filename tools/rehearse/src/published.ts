import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expectSame } from "./expect.ts";
import type { Registry } from "./registry.ts";
import type { Tarball } from "./release.ts";
import { packagesOf, tagsAtHead } from "./repository.ts";
import type { Runner } from "./runner.ts";

/**
 * Compares what the registry has with what was packed: the same bytes, no version more, each tagged.
 *
 * @throws Error that names the first difference.
 */
export async function requirePublished(
  tarballs: readonly Tarball[],
  before: ReadonlyMap<string, readonly string[]>,
  { registry, git, repository }: { registry: Registry; git: Runner; repository: string },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const after = new Map<string, readonly string[]>();
  for (const { name } of packagesOf(repository)) {
    const metadata = await registry.metadata(name);
    const expected = [
      ...(before.get(name) ?? []),
      ...tarballs.filter((tarball) => tarball.name === name).map((tarball) => tarball.version),
    ];
    const found = Object.keys(metadata?.versions ?? {});
    expectSame(`versions of ${name}`, expected, found);
    expectSame(`tag "latest" of ${name}`, expected.at(-1), metadata?.["dist-tags"]["latest"]);
    after.set(name, found);
    for (const { file, version } of tarballs.filter((tarball) => tarball.name === name)) {
      const { integrity, tarball } = metadata?.versions[version]?.dist ?? { integrity: "", tarball: "" };
      const bytes = readFileSync(file);
      expectSame(`hash of ${name}@${version}`, sha512(bytes), integrity);
      const served = Buffer.from(await (await fetch(tarball)).arrayBuffer());
      expectSame(`bytes of ${name}@${version}`, sha512(bytes), sha512(served));
    }
  }
  expectSame(
    "git tags",
    tarballs.map(({ name, version }) => `${name}@${version}`),
    (await tagsAtHead(git, repository)).toSorted((a, b) => a.localeCompare(b)),
  );
  return after;
}

function sha512(bytes: Buffer): string {
  return `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
}
