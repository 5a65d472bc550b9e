import type { Problem } from "../problem.ts";
import type { Json } from "../read/model.ts";
import type { Files } from "./files.ts";
import { isObject, member, type JsonObject } from "./json.ts";
import { lookup } from "./pointer.ts";
import { mappingReference } from "./reference.ts";
import { rewrite, type Site } from "./rewrite.ts";
import { claimNames, spotKey, type Bundler, type Spot } from "./targets.ts";
import { type Node, nodesOf, placeOf, pointerOf, referenceOf } from "./walk.ts";

/** A document in one piece. */
export interface Bundle {
  /** References are `#/…` only. */
  readonly document: JsonObject;
  /** By pointer into {@link document}: parts that came from elsewhere, and from where. */
  readonly origins: ReadonlyMap<string, Spot>;
  readonly problems: readonly Problem[];
}

/** True when a document refers to anything beyond itself. */
export function hasForeignReferences(document: JsonObject): boolean {
  const schemas = member(member(document, "components"), "schemas");
  const isForeign = ({ kind, value }: Node): boolean => {
    const reference = referenceOf(kind, value);
    if (reference !== undefined && !reference.startsWith("#")) return true;
    const mapping = kind === "schema" ? member(member(value, "discriminator"), "mapping") : undefined;
    return (
      isObject(mapping) &&
      Object.values(mapping).some(
        (target) =>
          typeof target === "string" &&
          !target.startsWith("#") &&
          mappingReference(target, schemas) !== undefined,
      )
    );
  };
  return [...nodesOf(document).values()].some((nodes) => nodes.some(isForeign));
}

/**
 * Brings everything a document refers to into it: each foreign target once, under a name in the right section of
 * `components`, path items in place. Works through a list, so files may refer to each other in circles.
 */
export function bundle(files: Files, document: JsonObject): Bundle {
  const components = member(document, "components");
  const bundler: Bundler = {
    files,
    schemas: member(components, "schemas"),
    problems: [],
    origins: new Map(),
    homes: new Map(),
    taken: new Map(),
    pending: [],
  };
  if (isObject(components)) claimNames(bundler, components);
  const site: Site = { file: files.root, at: undefined, source: undefined, inlining: [] };
  const rewritten = rewrite(bundler, "document", document, site);
  const added = new Map<string, [string, Json][]>();
  for (let next = bundler.pending.shift(); next !== undefined; next = bundler.pending.shift()) {
    const { kind, section, name, file, tokens } = next;
    const value = lookup(file.data, tokens);
    if (!value.found) continue;
    const at = placeOf(["components", section, name]);
    bundler.origins.set(pointerOf(at), { file, tokens });
    const entries = added.get(section) ?? [];
    added.set(section, entries);
    entries.push([
      name,
      rewrite(bundler, kind, value.value, {
        file,
        at,
        source: placeOf(tokens),
        inlining: [spotKey(kind, next)],
      }),
    ]);
  }
  return {
    document: withComponents(isObject(rewritten) ? rewritten : document, added),
    origins: bundler.origins,
    problems: [...bundler.problems, ...files.problems],
  };
}

function withComponents(
  document: JsonObject,
  added: ReadonlyMap<string, readonly [string, Json][]>,
): JsonObject {
  if (added.size === 0) return document;
  const existing = member(document, "components");
  const components = new Map(isObject(existing) ? Object.entries(existing) : []);
  for (const [section, entries] of added) {
    const before = components.get(section);
    components.set(
      section,
      Object.fromEntries([...(isObject(before) ? Object.entries(before) : []), ...entries]),
    );
  }
  return { ...document, components: Object.fromEntries(components) };
}
