import { isAlias, isMap, isScalar, isSeq, parseDocument, visit, type YAMLMap } from "yaml";
import type { Locator, Parsed } from "./parsed.ts";
import { yamlData, type YamlDocument } from "./yaml-data.ts";
import { syntaxFaults } from "./yaml-faults.ts";

/** Reads a YAML 1.2 text (core schema: no dates, no merge keys, `yes` is a string) as plain JSON data. */
export function parseYaml(text: string, lineOf: (offset: number) => number): Parsed {
  const document = readYaml(text);
  const syntax = syntaxFaults(document, text, lineOf);
  const { data, faults } = yamlData(document, lineOf);
  // What follows a broken line was read wrongly: nothing true can be said about it.
  const broken = syntax.find((fault) => fault.breaks)?.offset ?? Infinity;
  const all = [...syntax, ...faults.filter((fault) => fault.offset < broken)];
  return all.length === 0 ? { data } : { faults: all.toSorted((a, b) => a.offset - b.offset) };
}

/** Finds places in a text that {@link parseYaml} accepted; reads it again, at the first question only. */
export function yamlLocator(text: string): Locator {
  let found: { root: unknown; anchors: ReadonlyMap<string, unknown> } | undefined;
  const indexes = new Map<unknown, ReadonlyMap<string, Entry>>();
  return (tokens) => {
    if (found === undefined) {
      const document = readYaml(text);
      found = { root: document.contents, anchors: anchorsOf(document) };
    }
    let node: unknown = found.root;
    let offset = 0;
    for (const token of tokens) {
      if (isAlias(node)) node = found.anchors.get(node.source);
      const entry = entryOf(node, token, indexes);
      if (entry === undefined) return { offset, exact: false };
      offset = entry.start;
      node = entry.value;
    }
    return { offset, exact: true };
  };
}

interface Entry {
  readonly start: number;
  readonly value: unknown;
}

/** @param indexes - Of the objects asked so far: a thousand problems in one are not a thousand searches of it. */
function entryOf(
  node: unknown,
  token: string,
  indexes: Map<unknown, ReadonlyMap<string, Entry>>,
): Entry | undefined {
  if (isMap(node)) {
    const index = indexes.get(node) ?? indexOf(node);
    indexes.set(node, index);
    return index.get(token);
  }
  if (isSeq(node)) {
    const item = node.items[Number(token)];
    if (isMap(item) || isSeq(item) || isScalar(item) || isAlias(item))
      return { start: item.range?.[0] ?? 0, value: item };
  }
  return undefined;
}

function indexOf(map: YAMLMap): ReadonlyMap<string, Entry> {
  const index = new Map<string, Entry>();
  for (const { key, value } of map.items) {
    if (isScalar(key)) index.set(String(key.value), { start: key.range?.[0] ?? 0, value });
  }
  return index;
}

/** The nodes that aliases stand for. Of two anchors with one name the last wins here: close enough for a place. */
function anchorsOf(document: YamlDocument): ReadonlyMap<string, unknown> {
  const anchors = new Map<string, unknown>();
  visit(document, {
    Node: (_key, node) => {
      if (!isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return anchors;
}

function readYaml(text: string): YamlDocument {
  return parseDocument(text, {
    version: "1.2",
    schema: "core",
    merge: false,
    // `200:` and `null:` are names like any other.
    stringKeys: true,
    // Quadratic in the library; yamlData finds duplicates in one pass, and says where the first one is.
    uniqueKeys: false,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: "error",
  });
}
