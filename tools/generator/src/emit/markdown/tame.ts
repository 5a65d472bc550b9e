import type { BlockContent, ListItem, PhrasingContent, Root, RootContent } from "mdast";
import { alertIn, alertLine } from "./alert.ts";
import { code, isWebAddress } from "./markdown.ts";

/**
 * Keeps what a description says and drops what would reach beyond it: headings become bold lines, HTML that is not
 * Markdown by now becomes text, pictures become links, references to addresses elsewhere in the text become links of
 * their own.
 */
export function tame(root: Root): BlockContent[] {
  const addresses = new Map<string, string>();
  for (const node of root.children) if (node.type === "definition") addresses.set(node.identifier, node.url);
  return blocksOf(root.children, addresses);
}

type Addresses = ReadonlyMap<string, string>;

function blocksOf(nodes: readonly RootContent[], addresses: Addresses): BlockContent[] {
  return nodes.flatMap((node) => blockOf(node, addresses));
}

function blockOf(node: RootContent, addresses: Addresses): BlockContent[] {
  switch (node.type) {
    case "paragraph":
      return [{ type: "paragraph", children: phrasesOf(node.children, addresses) }];
    case "heading": {
      const strong: PhrasingContent = { type: "strong", children: phrasesOf(node.children, addresses) };
      return [{ type: "paragraph", children: [strong] }];
    }
    case "html":
      return [{ type: "paragraph", children: [{ type: "text", value: node.value }] }];
    case "code":
      return [{ type: "code", lang: /^[\w-]+$/.exec(node.lang ?? "")?.[0] ?? null, value: node.value }];
    case "blockquote":
      return [{ type: "blockquote", children: withAlert(blocksOf(node.children, addresses)) }];
    case "list": {
      const items = node.children.map((item): ListItem => {
        return { ...item, children: blocksOf(item.children, addresses) };
      });
      return [{ ...node, children: items }];
    }
    case "table": {
      const rows = node.children.map((row) => {
        const cells = row.children.map((cell) => ({
          ...cell,
          children: phrasesOf(cell.children, addresses),
        }));
        return { ...row, children: cells };
      });
      return [{ ...node, children: rows }];
    }
    case "footnoteDefinition":
      return blocksOf(node.children, addresses);
    default:
      return [];
  }
}

/** The mark of an alert would be escaped as text. */
function withAlert(blocks: readonly BlockContent[]): BlockContent[] {
  const [paragraph, ...others] = blocks;
  const [first, ...rest] = paragraph?.type === "paragraph" ? paragraph.children : [];
  if (first?.type !== "text") return [...blocks];
  const [head = "", ...lines] = first.value.split("\n");
  const alert = alertIn(head);
  if (alert === undefined || (lines.length === 0 && (rest.length > 0 || others.length === 0)))
    return [...blocks];
  const below: PhrasingContent[] =
    lines.length === 0 ? [] : [{ type: "text", value: `\n${lines.join("\n")}` }];
  const children: PhrasingContent[] = [{ type: "html", value: alertLine(alert) }, ...below, ...rest];
  return [{ type: "paragraph", children }, ...others];
}

function phrasesOf(nodes: readonly PhrasingContent[], addresses: Addresses): PhrasingContent[] {
  return nodes.flatMap((node) => phraseOf(node, addresses));
}

function phraseOf(node: PhrasingContent, addresses: Addresses): PhrasingContent[] {
  switch (node.type) {
    case "text":
      return [node];
    case "break":
      return [lineBreak];
    case "inlineCode":
      // A backslash before a pipe is safe in tables only in the form `code` gives it.
      return node.value.includes("\\|") ? [{ type: "html", value: code(node.value).markdown }] : [node];
    case "html":
      return [/^<br ?\/?>$/i.test(node.value) ? lineBreak : { type: "text", value: node.value }];
    case "emphasis":
    case "strong":
    case "delete":
      return [{ ...node, children: phrasesOf(node.children, addresses) }];
    case "link":
      return linked(node.url, phrasesOf(node.children, addresses));
    case "linkReference":
      return linked(addresses.get(node.identifier) ?? "", phrasesOf(node.children, addresses));
    case "image":
      return linked(node.url, [{ type: "text", value: node.alt || node.url }]);
    case "imageReference":
      return linked(addresses.get(node.identifier) ?? "", [{ type: "text", value: node.alt ?? "" }]);
    case "footnoteReference":
      return [];
    default:
      return node satisfies never;
  }
}

export const lineBreak: PhrasingContent = { type: "html", value: "<br>" };

/** Relative addresses lead nowhere from here, others could do harm: of both only the label stays. */
function linked(url: string, children: readonly PhrasingContent[]): PhrasingContent[] {
  return isWebAddress(url) ? [{ type: "link", url, children: [...children] }] : [...children];
}
