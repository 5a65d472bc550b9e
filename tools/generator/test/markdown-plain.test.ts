import * as fc from "fast-check";
import type { Nodes } from "mdast";
import { describe, expect, test } from "vitest";
import { isPlain, pieces } from "../src/emit/markdown/plain.ts";
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
    const text = fc.array(piece, { maxLength: 12 }).map((all) => all.join(""));
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

describe("the pieces of a text", () => {
  test("part plain paragraphs from what has to be parsed", () => {
    expect(pieces("One.\n\n- a\n\n  b\n- c\n\nTwo.\n \n> three")).toEqual([
      "One.",
      "- a\n\n  b\n- c",
      "Two.",
      "> three",
    ]);
  });

  test.each(["a\n\n```\n\nb\n\n```", "[a][b]\n\nc\n\n[b]: https://d.e", "<!-- a\n\nb -->", "~~~\n\na"])(
    "are one where something goes on across paragraphs: %j",
    (text) => {
      expect(pieces(text)).toEqual([text]);
    },
  );

  test("say together what the whole says", () => {
    const paragraphs =
      "Word.|- a|  - b|1. a|> a|    a|\ta|# a|a\nb|a\n===|***|| a | b |\n| - | - |\n| 1 | 2 ||* a|*a*|+ a".split(
        /(?<!\|)\|(?![ |])/,
      );
    const text = fc
      .array(fc.constantFrom(...paragraphs, "**a**", "  a"), { maxLength: 6 })
      .map((all) => all.join("\n\n"));
    fc.assert(
      fc.property(text, (made) => {
        const apart = pieces(made.trim()).flatMap((piece) => parse(piece).children);
        expect(apart.map(shape)).toEqual(parse(made.trim()).children.map(shape));
      }),
      { numRuns: 1_000 },
    );
  });
});

/** A node without its place. */
function shape(node: Nodes): unknown {
  const { position: _, ...rest } = node;
  return "children" in node ? { ...rest, children: node.children.map(shape) } : rest;
}

function typesIn(node: Nodes): readonly string[] {
  return [node.type, ...("children" in node ? node.children.flatMap(typesIn) : [])];
}
