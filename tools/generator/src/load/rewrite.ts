import type { Json } from "../read/model.ts";
import type { SourceFile } from "./file.ts";
import { childOf, type Child, type Kind } from "./grammar.ts";
import { isList, isObject, mapMembers, member, type JsonObject } from "./json.ts";
import { formatPointer, lookup, toFragment } from "./pointer.ts";
import { mappingReference } from "./reference.ts";
import { findTarget, homeOf, spotKey, type Bundler, type Spot } from "./targets.ts";
import { placeOf, pointerOf, referenceOf, tokensOf, type Place } from "./walk.ts";

/** Where a value comes from and where it goes. */
export interface Site {
  readonly file: SourceFile;
  /** In that file. */
  readonly source: Place | undefined;
  /** In the bundle. */
  readonly at: Place | undefined;
  /** Targets that are being put in place around here: one that turns up again would never end. */
  readonly inlining: readonly string[];
}

/**
 * The value with every reference in it pointing into the bundle. Never changes its input; what needs no change is
 * returned as it is. Recursive, as deep as one file is, and files are limited in depth.
 */
export function rewrite(bundler: Bundler, kind: Kind, value: Json, site: Site): Json {
  if (!isObject(value)) return value;
  const reference = referenceOf(kind, value);
  if (reference === undefined) return rewriteMembers(bundler, kind, value, site);
  const target = findTarget(bundler, reference, site.file);
  if (typeof target !== "object") {
    if (target !== undefined) report(bundler, site, ["$ref"], target);
    return value;
  }
  const siblings =
    kind === "schema" || kind === "pathItem" ? rewriteMembers(bundler, kind, value, site) : value;
  if (target.file === bundler.files.root) {
    return site.file === target.file && reference.startsWith("#")
      ? siblings
      : withReference(siblings, target);
  }
  return rewriteForeign(bundler, kind, siblings, target, site);
}

function rewriteForeign(bundler: Bundler, kind: Kind, value: Json, target: Spot, site: Site): Json {
  const key = spotKey(kind, target);
  const circular = site.inlining.includes(key);
  const inPlace = kind === "pathItem" || (bundler.homes.get(key) === pointerOf(site.at) && !circular);
  if (!inPlace) return withMember(value, "$ref", toFragment(homeOf(bundler, kind, target)));
  if (circular) {
    report(
      bundler,
      site,
      ["$ref"],
      "This path item leads back to itself, so it would never end. Break the circle.",
    );
    return value;
  }
  const found = lookup(target.file.data, target.tokens);
  if (!found.found) return value;
  bundler.origins.set(pointerOf(site.at), target);
  const inner: Site = {
    file: target.file,
    source: placeOf(target.tokens),
    at: site.at,
    inlining: [...site.inlining, key],
  };
  const placed = rewrite(bundler, kind, found.value, inner);
  const siblings = isObject(value) ? Object.entries(value).filter(([name]) => name !== "$ref") : [];
  return isObject(placed) && siblings.length > 0
    ? Object.fromEntries([...Object.entries(placed), ...siblings])
    : placed;
}

function rewriteMembers(bundler: Bundler, kind: Kind, value: JsonObject, site: Site): JsonObject {
  return mapMembers(value, (inner, key) => {
    if (kind === "schema" && key === "discriminator") return rewriteDiscriminator(bundler, inner, site);
    const child = childOf(kind, key);
    return child === undefined ? inner : rewriteChild(bundler, child, inner, into(site, key));
  });
}

function rewriteChild(bundler: Bundler, { kind, shape }: Child, value: Json, site: Site): Json {
  if (shape === "one") return rewrite(bundler, kind, value, site);
  if (shape === "map") {
    return isObject(value)
      ? mapMembers(value, (item, key) => rewrite(bundler, kind, item, into(site, key)))
      : value;
  }
  if (!isList(value)) return value;
  const items = value.map((item, index) => rewrite(bundler, kind, item, into(site, String(index))));
  return items.some((item, index) => item !== value[index]) ? items : value;
}

function rewriteDiscriminator(bundler: Bundler, discriminator: Json, site: Site): Json {
  const mapping = member(discriminator, "mapping");
  if (!isObject(discriminator) || !isObject(mapping)) return discriminator;
  const rewritten = mapMembers(mapping, (value, key) => {
    if (typeof value !== "string") return value;
    const reference = mappingTarget(bundler, value, site.file);
    if (reference === undefined) return value;
    const target = findTarget(bundler, reference, site.file);
    if (typeof target === "string") report(bundler, site, ["discriminator", "mapping", key], target);
    if (typeof target !== "object") return value;
    if (target.file !== bundler.files.root) return toFragment(homeOf(bundler, "schema", target));
    return site.file === target.file && value.startsWith("#")
      ? value
      : toFragment(formatPointer(target.tokens));
  });
  return rewritten === mapping ? discriminator : withMember(discriminator, "mapping", rewritten);
}

/** The reference in a mapping value. A name in another file means that file's own schema before the root's. */
function mappingTarget(bundler: Bundler, value: string, from: SourceFile): string | undefined {
  if (from === bundler.files.root) return mappingReference(value, bundler.schemas);
  const own = member(member(from.data, "components"), "schemas");
  if (member(own, value) !== undefined) return formatPointer(["components", "schemas", value]);
  return mappingReference(value, bundler.schemas);
}

function report(bundler: Bundler, site: Site, keys: readonly string[], message: string): void {
  bundler.problems.push(site.file.problem("error", [...tokensOf(site.source), ...keys], message));
}

function into(site: Site, key: string): Site {
  return { ...site, source: { parent: site.source, key }, at: { parent: site.at, key } };
}

function withReference(value: Json, target: Spot): Json {
  return withMember(value, "$ref", toFragment(formatPointer(target.tokens)));
}

function withMember(value: Json, key: string, replacement: Json): Json {
  return isObject(value) ? mapMembers(value, (inner, name) => (name === key ? replacement : inner)) : value;
}
