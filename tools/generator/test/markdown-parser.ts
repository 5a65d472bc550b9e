import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** Markdown as GitHub and npm read it. */
export function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** All nodes of a kind, in order. */
export function nodesOf<Kind extends Nodes["type"]>(
  root: Nodes,
  kind: Kind,
): readonly Extract<Nodes, { type: Kind }>[] {
  const isKind = (node: Nodes): node is Extract<Nodes, { type: Kind }> => node.type === kind;
  const children: readonly Nodes[] = "children" in root ? root.children : [];
  return [...(isKind(root) ? [root] : []), ...children.flatMap((child) => nodesOf(child, kind))];
}
