import type { Api, NamedSchema, Operation, Tag, Type } from "../../read/model.ts";
import { anchorsOf } from "./anchor.ts";
import { code, link, type Markdown } from "./markdown.ts";
import { namesIn } from "../schema-type.ts";

/** One page of the reference: what it shows, and where on it. */
export interface Page {
  readonly tag: Tag;
  /** File name within `docs/`. */
  readonly file: string;
  /** Operations documented here. */
  readonly operations: readonly Operation[];
  /** Operations that carry the tag too, but are documented on the page of their first one. */
  readonly elsewhere: readonly Operation[];
  /** Named types the operations here use, directly or through each other, in the document's order. */
  readonly models: readonly NamedSchema[];
  /** Anchors of `operations`, by function name. */
  readonly operationAnchors: ReadonlyMap<string, string>;
  /** Anchors of `models`, by type name. */
  readonly modelAnchors: ReadonlyMap<string, string>;
}

export const setupHeading = "Setup";
export const modelsHeading = "Models";

/** The pages of the reference, one per tag in use. */
export function layOut(api: Api): readonly Page[] {
  return api.tags
    .map((tag) => pageOf(api, tag))
    .filter((page) => page.operations.length + page.elsewhere.length > 0);
}

/** A link from the page `from` (or, without one, from the README) to where the operation is documented. */
export function operationLink(pages: readonly Page[], operation: Operation, from?: Page): Markdown {
  const page = pages.find((candidate) => candidate.operationAnchors.has(operation.name));
  if (page === undefined) return code(operation.name);
  const file = page === from ? "" : from === undefined ? `docs/${page.file}` : page.file;
  return link(code(operation.name), `${file}#${page.operationAnchors.get(operation.name) ?? ""}`);
}

function pageOf(api: Api, tag: Tag): Page {
  const tagged = api.operations.filter((operation) => operation.tags.includes(tag.name));
  const operations = tagged.filter((operation) => operation.tags[0] === tag.name);
  const elsewhere = tagged.filter((operation) => operation.tags[0] !== tag.name);
  const models = modelsOf(api, operations);
  const names = operations.map((operation) => operation.name);
  const types = models.map((model) => model.name);
  const anchors = anchorsOf([tag.name, setupHeading, ...names, modelsHeading, ...types]);
  return {
    tag,
    file: `${tag.slug}.md`,
    operations,
    elsewhere,
    models,
    operationAnchors: paired(names, anchors.slice(2)),
    modelAnchors: paired(types, anchors.slice(3 + names.length)),
  };
}

function paired(names: readonly string[], anchors: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name, index) => [name, anchors[index] ?? ""]));
}

function modelsOf(api: Api, operations: readonly Operation[]): readonly NamedSchema[] {
  const schemas = new Map(api.schemas.map((schema) => [schema.name, schema]));
  const used = new Set<string>();
  const visit = (type: Type): void => {
    for (const name of namesIn(type)) {
      const schema = schemas.get(name);
      if (schema === undefined || used.has(name)) continue;
      used.add(name);
      visit(schema.type);
    }
  };
  operations.flatMap(typesOf).forEach(visit);
  return api.schemas.filter((schema) => used.has(schema.name));
}

function typesOf(operation: Operation): readonly Type[] {
  const contents = [operation.body, ...operation.responses].flatMap((holder) => holder?.contents ?? []);
  return [
    ...operation.parameters.map((parameter) => parameter.type),
    ...contents.map((content) => content.type),
    ...operation.responses.flatMap((response) => response.headers.map((header) => header.type)),
    ...(operation.pagination ? [operation.pagination.item] : []),
  ];
}
