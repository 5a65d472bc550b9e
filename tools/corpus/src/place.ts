import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { CorpusDocument } from "./document.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

/** Where the packages are made; kept after a run, to look into. */
export const OUTPUT = join(ROOT, "node_modules/.cache/corpus");

/** The folders of one document. */
export interface Place {
  readonly packageName: string;
  /** The generated package. */
  readonly package: string;
  /** A program that uses it. */
  readonly usage: string;
}

/** An empty place, in which the package can be imported by its name and finds the runtime and the mock. */
export function makePlace({ name }: Pick<CorpusDocument, "name">, output: string = OUTPUT): Place {
  const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  const folder = join(output, slug);
  rmSync(folder, { recursive: true, force: true });
  const place = {
    packageName: `@corpus/${slug}`,
    package: join(folder, "package"),
    usage: join(folder, "usage"),
  };
  mkdirSync(place.usage, { recursive: true });
  writeFileSync(join(place.usage, "package.json"), JSON.stringify({ type: "module" }));
  link(join(folder, "node_modules", place.packageName), place.package);
  for (const needed of ["runtime", "mock"])
    link(join(folder, "node_modules/@keysmith", needed), join(ROOT, "packages", needed));
  return place;
}

function link(from: string, to: string): void {
  mkdirSync(dirname(from), { recursive: true });
  symlinkSync(to, from, "junction");
}
