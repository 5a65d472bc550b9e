import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { check } from "../../src/check/index.ts";
import { emitWhole } from "../emit-whole.ts";
import type { GeneratedFile } from "../../src/emit/target.ts";
import { load, type Source } from "../../src/load/index.ts";
import { SpecProblems } from "../../src/problem.ts";
import { read } from "../../src/read/index.ts";
import type { Json } from "../../src/read/model.ts";
import { workspace } from "../emit-api.ts";

/** A document that passed `check`, or nothing when it was refused, with a place, as it has to be. */
export async function accepted(folder: string, document: Json): Promise<Source | undefined> {
  const file = join(folder, "openapi.json");
  writeFileSync(file, JSON.stringify(document));
  try {
    const source = await load(file);
    check(source);
    return source;
  } catch (error) {
    if (!(error instanceof SpecProblems)) throw error;
    const odd = error.problems.find(({ line, pointer }) => line < 1 || !pointer.startsWith("#"));
    if (odd !== undefined) throw new Error(`refused without a place: ${odd.message}`, { cause: error });
    return undefined;
  }
}

/** Every file of the package, unformatted: what a formatter mends is no proof. */
export function filesOf(source: Source): readonly GeneratedFile[] {
  return [...emitWhole(source, read(source, "sample"), workspace)];
}

/**
 * What text of a document must not change in a source: the tree of its syntax, the modules it imports, the tags of its doc
 * comments, and comments that compilers obey. How a property's name is spelled is no difference.
 */
export function shapeOf(text: string): string {
  const source = ts.createSourceFile("shape.ts", text, ts.ScriptTarget.ESNext, true);
  const faults = (source as { parseDiagnostics?: readonly unknown[] }).parseDiagnostics ?? [];
  const directives = (source as { commentDirectives?: readonly unknown[] }).commentDirectives ?? [];
  const kinds: string[] = [];
  const tags = new Set<ts.JSDocTag>();
  const visit = (node: ts.Node): void => {
    const named = node.parent !== undefined && "name" in node.parent && node.parent.name === node;
    if (named && ts.isPropertyName(node)) return void kinds.push("Name");
    kinds.push(ts.SyntaxKind[node.kind]);
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
      kinds.push(node.moduleSpecifier?.getText() ?? "");
    for (const tag of ts.getJSDocTags(node)) tags.add(tag);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const pragmas =
    source.referencedFiles.length +
    source.typeReferenceDirectives.length +
    source.libReferenceDirectives.length;
  const tagNames = [...tags].map((tag) => tag.tagName.text);
  return [faults.length, directives.length, pragmas, ...kinds, ...tagNames].join(" ");
}
