import * as fc from "fast-check";
import type { Nodes } from "mdast";
import { describe, expect, test } from "vitest";
import { isPlain } from "../src/emit/markdown/plain.ts";
import { parse } from "./markdown-parser.ts";

describe("a plain text", () => {
  test.each([
    "Lists keys. See `limit`.",
    "One line,\nand another.\n\nA second paragraph (with a note).",
    "See [the guide](https://example.com/guide#keys) or **read on**.",
    "**Note:** deprecated, use `next_page_token` instead.",
    "[Guide](https://example.com): first.",
  ])("is %j", (text) => {
    expect(isPlain(text)).toBe(true);
  });

  test.each([
    "# Title",
    "- one",
    "* one",
    "1. one",
    "> quoted",
    "<b>bold</b>",
    "a | b",
    "a *word*",
    "a **word",
    "**a**b",
    "[a](javascript:alert(1))",
    "[a](/docs)",
    "[a][b]",
    "![a](https://example.com/a.png)",
    "at https://example.com",
    "at www.example.com",
    "a\n===",
    "a \nb",
    "a  ",
    "a\n\n\nb",
    "    code",
    "&amp;",
    "a\\b",
    "```",
  ])("is not %j", (text) => {
    expect(isPlain(text)).toBe(false);
  });

  test("is read as words, code, strong words and links to the web, whatever it is made of", () => {
    const marks = "a B 0 _ ` * ** [ ] ( ) # > - + = . , : ! | < & ~ \\ / @".split(" ");
    const phrases = ["[a](https://b.c)", "**a**", "`a`", "https://a.b", "www.a", "1. ", "- ", "a_b"];
    const piece = fc.constantFrom(" ", "\n", "\n\n", ...marks, ...phrases);
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, (made) => {
        fc.pre(isPlain(made));
        for (const type of typesIn(parse(made)))
          expect(["root", "paragraph", "text", "inlineCode", "strong", "link"]).toContain(type);
      }),
      { numRuns: 1_000, maxSkipsPerRun: 1_000 },
    );
  });
});

function typesIn(node: Nodes): readonly string[] {
  return [node.type, ...("children" in node ? node.children.flatMap(typesIn) : [])];
}
