import type { Example } from "./example.ts";

/** A block of code of a page, and the heading it stands under. */
interface Block {
  readonly heading: string;
  /** The sentence before it, where that leads to it: `With every argument`. */
  readonly lead: string;
  readonly line: number;
  readonly code: string;
}

/**
 * The examples of a page: its blocks of TypeScript but for signatures. The first one makes the client that the others go
 * on from; where it also makes a call, that is an example too.
 */
export function examplesOfPage(file: string, page: string): readonly Omit<Example, "operation">[] {
  const [first, ...others] = blocksOf(page);
  if (first === undefined) return [];
  const setup = setupOf(first.code);
  const call = first.code.slice(setup.length).trimStart();
  const common = { file, told: "whole", runs: true } as const;
  const own = (block: Block, before: string): Omit<Example, "operation"> => ({
    ...common,
    title: [block.heading, block.lead].filter(Boolean).join(": "),
    line: block.line,
    code: block.code,
    setup: before,
  });
  const rest = { ...first, code: call, line: first.line + lines(first.code) - lines(call) };
  return [
    own({ ...first, code: setup }, ""),
    ...(call === "" ? [] : [own(rest, setup)]),
    ...others.map((block) => own(block, setup)),
  ];
}

/** Imports and the client, as far as the end of the paragraph that makes it. */
function setupOf(code: string): string {
  const client = /^const \w+ = create\w+\(/m.exec(code)?.index;
  if (client === undefined) return code;
  const end = code.indexOf("\n\n", client);
  return end < 0 ? code : code.slice(0, end);
}

function blocksOf(page: string): readonly Block[] {
  const blocks: Block[] = [];
  let heading = "";
  let lead = "";
  let open: { fence: string; kept: boolean; line: number; code: string[] } | undefined;
  for (const [index, text] of page.split("\n").entries()) {
    if (open !== undefined) {
      if (text.trimEnd() !== open.fence) open.code.push(text);
      else {
        if (open.kept) blocks.push({ heading, lead, line: open.line, code: open.code.join("\n") });
        open = undefined;
        lead = "";
      }
      continue;
    }
    const [, fence, info] = /^(`{3,})(.*)$/.exec(text) ?? [];
    if (fence !== undefined) open = { fence, kept: info?.trim() === "ts", line: index + 2, code: [] };
    else if (text.startsWith("#")) [heading, lead] = [text.replace(/^#+\s*/, ""), ""];
    else if (text.trim() !== "") lead = /^.{1,60}:$/.test(text) ? text.slice(0, -1).toLowerCase() : "";
  }
  return blocks;
}

function lines(text: string): number {
  return text.split("\n").length;
}
