import { isObject, type JsonObject } from "../load/json.ts";
import { kindAt, type Kind } from "../load/grammar.ts";
import { targetOf } from "../load/reference.ts";
import { placeOf, pointerOf, nodesOf, referenceOf, walk, type Node } from "../load/walk.ts";
import type { Source } from "../load/index.ts";
import type { Finding } from "./finding.ts";
import { resolver, type Resolve } from "./reading.ts";
import { findRoutes, type Route } from "./routes.ts";

/** What a rule sees: the document, opened up, and a place to report to. */
export interface Context {
  readonly document: JsonObject;
  readonly version: "3.0" | "3.1";
  /** Every object of a kind, in the order of the document; references among them are not followed. */
  nodes(kind: Kind): readonly Node[];
  /** Every operation under `paths`. */
  readonly routes: readonly Route[];
  readonly resolve: Resolve;
  /** `missing`: a member that is not there. If it is only misspelt, that is told instead. */
  error(pointer: string, message: string, missing?: string): void;
  warning(pointer: string, message: string): void;
  /** A place for use in a sentence: "line 12", with the file where it is another one. */
  place(pointer: string): string;
}

/** More errors than anybody mends at once; each costs a search for its place and for what was meant. */
export const MAX_ERRORS = 500;

/** Thrown by a context that has heard enough. */
export class Enough extends Error {}

/** One concern. Rules never assume that a document is well formed: what is malformed is not theirs to report. */
export type Rule = (context: Context) => void;

/** @param report - Takes what a rule finds. */
export function createContext(source: Source, report: (finding: Omit<Finding, "rule">) => void): Context {
  const { document, version } = source;
  const byKind = collectNodes(document);
  const resolve = resolver(document);
  let errors = 0;
  return {
    document,
    version,
    nodes: (kind) => byKind.get(kind) ?? [],
    routes: findRoutes(document, resolve),
    resolve,
    error: (pointer, message, missing) => {
      if (++errors > MAX_ERRORS) throw new Enough();
      report({ severity: "error", pointer, message, ...(missing === undefined ? {} : { missing }) });
    },
    warning: (pointer, message) => {
      report({ severity: "warning", pointer, message });
    },
    place: (pointer) => {
      const { file, line } = source.problem("error", pointer, "");
      return file === source.file ? `line ${line}` : `line ${line} of ${file}`;
    },
  };
}

/** All objects of the document, and those in odd corners (an extension, say) that only a reference makes one. */
function collectNodes(document: JsonObject): ReadonlyMap<Kind, readonly Node[]> {
  const byKind = new Map([...nodesOf(document)].map(([kind, nodes]) => [kind, [...nodes]]));
  const odd = new Map<string, Node>();
  const findCorner = (node: Node): void => {
    const reference = referenceOf(node.kind, node.value);
    if (reference === undefined) return;
    const corner = oddCorner(document, node.kind, reference);
    if (corner !== undefined && !odd.has(reference)) odd.set(reference, corner);
  };
  for (const nodes of nodesOf(document).values()) nodes.forEach(findCorner);
  // Grows while it is read: a corner may refer to another one.
  for (const corner of odd.values()) {
    walk(corner, (node) => {
      const nodes = byKind.get(node.kind) ?? [];
      byKind.set(node.kind, nodes);
      nodes.push(node);
      findCorner(node);
    });
  }
  return byKind;
}

function oddCorner(document: JsonObject, kind: Kind, reference: string): Node | undefined {
  if (/^#\/components\/[^/]+\/[^/]+$/.test(reference)) return undefined;
  const target = targetOf(document, reference);
  if (target === undefined || kindAt(target.tokens) !== undefined || !isObject(target.value))
    return undefined;
  return { kind, value: target.value, place: placeOf(target.tokens) };
}

/** The node's own pointer, or that of one of its members. */
export function at(node: Node, ...keys: readonly (string | number)[]): string {
  return pointerOf(node.place, ...keys);
}
