import type { Api, NamedSchema, Operation, Tag } from "../../read/model.ts";
import { perApi } from "../per-api.ts";
import { anchorsOf } from "./anchor.ts";
import { homesOf, shared, type Home } from "./homes.ts";
import { code, link, type Markdown } from "./markdown.ts";

/** The pages of the reference, and where everything is on them. */
export interface Layout {
  /** One per tag in use. */
  readonly pages: readonly TagPage[];
  /** The page of the models that several tags use, when there are any. */
  readonly shared: Page | undefined;
  /** Addresses within `docs/` of operations, by function name. */
  readonly operations: ReadonlyMap<string, Address>;
}

export interface Address {
  readonly file: string;
  readonly anchor: string;
}

/** One page of the reference: what it shows. */
export interface Page {
  /** Absent: the page is about no tag. */
  readonly tag: Tag | undefined;
  /** File name within `docs/`. */
  readonly file: string;
  /** Operations documented here. */
  readonly operations: readonly Operation[];
  /** Operations that carry the tag too, but are documented on the page of their first one. */
  readonly elsewhere: readonly Operation[];
  /** Named types documented here, in the document's order. */
  readonly models: readonly NamedSchema[];
  /** Addresses of all models, by type name. */
  readonly addresses: ReadonlyMap<string, Address>;
}

export type TagPage = Page & { readonly tag: Tag };

export const setupHeading = "Setup";
export const modelsHeading = "Models";
export const sharedHeading = "Shared models";

export const layOut = perApi((api: Api): Layout => {
  const homes = homesOf(api);
  const models = Map.groupBy(api.schemas, (schema): Home | undefined => homes.get(schema.name));
  const first = Map.groupBy(api.operations, (operation) => operation.tags[0]);
  const further = tagged(api.operations);
  const addresses = new Map<string, Address>();
  const pages = api.tags.map((tag): TagPage => {
    return {
      addresses,
      tag,
      file: `${tag.slug}.md`,
      operations: first.get(tag.name) ?? [],
      elsewhere: further.get(tag.name) ?? [],
      models: models.get(tag.name) ?? [],
    };
  });
  const used = pages.filter((page) => page.operations.length + page.elsewhere.length > 0);
  const common = models.get(shared) ?? [];
  const rest = {
    tag: undefined,
    file: "models.md",
    operations: [],
    elsewhere: [],
    models: common,
    addresses,
  };
  const all = common.length === 0 ? used : [...used, rest];
  const operations = new Map<string, Address>();
  for (const page of all) address(page, operations, addresses);
  return { pages: used, shared: common.length === 0 ? undefined : rest, operations };
});

/** A link from the page `from` (or, without one, from the README) to where the operation is documented. */
export function operationLink(layout: Layout, operation: Operation, from?: Page): Markdown {
  return linkTo(code(operation.name), layout.operations.get(operation.name), from);
}

/** A link to a model; the label alone where it is described nowhere. */
export function linkTo(label: Markdown, to: Address | undefined, from: Page | undefined): Markdown {
  if (to === undefined) return label;
  const file = to.file === from?.file ? "" : from === undefined ? `docs/${to.file}` : to.file;
  return link(label, `${file}#${to.anchor}`);
}

/** Operations by the tags they carry beside their first one. */
function tagged(operations: readonly Operation[]): ReadonlyMap<string, readonly Operation[]> {
  const byTag = new Map<string, Operation[]>();
  for (const operation of operations) {
    for (const name of new Set(operation.tags)) {
      if (name === operation.tags[0]) continue;
      const carried = byTag.get(name) ?? [];
      byTag.set(name, carried);
      carried.push(operation);
    }
  }
  return byTag;
}

/** Finds the anchors of a page, which depend on all its headings in order. */
function address(page: Page, operations: Map<string, Address>, models: Map<string, Address>): void {
  const { file, tag } = page;
  const names = page.operations.map((operation) => operation.name);
  const types = page.models.map((model) => model.name);
  const before = tag === undefined ? [sharedHeading] : [tag.name, setupHeading, ...names, modelsHeading];
  const anchors = anchorsOf([...before, ...types]);
  for (const [index, name] of names.entries())
    operations.set(name, { file, anchor: anchors[index + 2] ?? "" });
  for (const [index, name] of types.entries())
    models.set(name, { file, anchor: anchors[index + before.length] ?? "" });
}
