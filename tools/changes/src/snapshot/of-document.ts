import { globSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { check, load, read } from "@keysmith/generator";
import { makePackage } from "@keysmith/generator/package";
import type { Snapshot } from "./snapshot.ts";

const PACKAGES = resolve(import.meta.dirname, "../../../../packages");

/**
 * The state that a document on disk makes with today's generator, runtime and mock. Nothing is written.
 *
 * @param file - The document, as messages should call it.
 * @throws {SpecProblems} The document was refused.
 */
export async function snapshotOfDocument(
  file: string,
  { name, version, label }: Pick<Snapshot, "name" | "version" | "label">,
): Promise<Snapshot> {
  const source = await load(file);
  check(source);
  const { files } = await makePackage({
    name,
    spec: file,
    folder: join(PACKAGES, name),
    target: {
      packageName: `@keysmith/${name}`,
      kind: "workspace",
      version,
      runtime: "workspace:^",
      mock: "workspace:^",
    },
    cache: "",
  });
  return {
    name,
    label,
    version,
    source,
    api: read(source, name),
    files: new Map(files.map(({ path, text }) => [path, text])),
    runtime: sourcesOf("runtime"),
    mock: sourcesOf("mock"),
  };
}

/** What a hand-written package of the workspace is compiled from. */
function sourcesOf(name: "runtime" | "mock"): ReadonlyMap<string, string> {
  const folder = join(PACKAGES, name);
  return new Map(
    ["package.json", ...globSync("src/**/*.ts", { cwd: folder })].map(
      (path) => [path.split(sep).join("/"), readFileSync(join(folder, path), "utf8")] as const,
    ),
  );
}
