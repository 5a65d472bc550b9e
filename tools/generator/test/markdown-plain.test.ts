import * as fc from "fast-check";
import type { Nodes } from "mdast";
import { describe, expect, test } from "vitest";
import { parsedBlocks, parsedLine } from "../src/emit/markdown/parsed.ts";
import { pieces, plain } from "../src/emit/markdown/plain.ts";
import { phrase, prose } from "../src/emit/markdown/prose.ts";
import { parse } from "./markdown-parser.ts";

describe("a plain text", () => {
  test.each([
    "Lists keys. See `limit`.",
    "One line,\nand another (with a note).",
    "See [the guide](https://example.com/guide#keys_of_a) or **read on**.",
    "**Note:** deprecated, use `next_page_token` instead.",
    "**Required unless `a_b` is `c`.** Ask @support & wait.",
    '[Guide](https://example.com): ["first" `a`](https://example.com/@b).',
  ])("is printed as it stands: %j", (text) => {
    expect(plain(text)).toEqual({ blocks: text, line: text.replaceAll("\n", " ") });
  });

  test.each([
    ["- one\n- two `2`", "- one\n- two `2`", "• one<br>• two `2`"],
    ["One of:  \n * `a` - all  \n * b", "One of:\n\n- `a` - all\n- b", "One of:<br>• `a` - all<br>• b"],
    ["- one\ntwo\n- three\n  four", "- one\n  two\n- three\n  four", "• one two<br>• three four"],
    ["a \n b  \nc", "a\nb<br>c", "a b<br>c"],
    ["> For:\n> - a\n> - b", "> For:\n>\n> - a\n> - b", "For:<br>• a<br>• b"],
    [
      "[What\nit is](https://a.b)\n2 more",
      "[What\nit is](https://a.b)\n2 more",
      "[What it is](https://a.b) 2 more",
    ],
    ["> [!TIP]\n> - one", "> [!TIP]\n>\n> - one", "**Tip:**<br>• one"],
    ["```sh\na  b\n```", "```sh\na  b\n```", "`a b`"],
    ["A _b c_ [d], `e://f`.", "A _b c_ [d], `e://f`.", "A _b c_ [d], `e://f`."],
    ["> quoted\n> text", "> quoted\n> text", "quoted text"],
    ["> [!NOTE]\n> For you.", "> [!NOTE]\n> For you.", "**Note:** For you."],
    ["See [the keys](/docs#keys) or [below](#a_b).", "See the keys or below.", "See the keys or below."],
    ["Write `[a](/b)`.", "Write `[a](/b)`.", "Write `[a](/b)`."],
  ])("may be a list, a quotation or refer to a place elsewhere: %j", (text, blocks, line) => {
    expect(plain(text)).toEqual({ blocks, line });
    expect(shape(parse(parsedLine(text)?.markdown ?? ""))).toEqual(shape(parse(line)));
  });

  test.each([
    "# Title",
    "- one\n* two",
    "- one\n  - two",
    "- one\n\n- two",
    "-      one",
    "1. one",
    "> quoted\nlazily",
    "one\n1. two",
    "```\na\n   ```\nb\n```",
    "WWW[.a.b](/c)",
    "[a](/x)_b_[c](/y)",
    ">quoted",
    "> [!NOTE]",
    "<b>bold</b>",
    "a | b",
    "a *word*",
    "a **word",
    "**a**b",
    "[a](javascript:alert(1))",
    "[a](docs)",
    "[a][b]",
    "![a](/a.png)",
    "![a](https://example.com/a.png)",
    "at https://example.com",
    "at www.example.com",
    "a@example.com",
    "a\n===",
    "a\n\nb",
    "    code",
    "&amp;",
    "a\\b",
    "```",
  ])("is not %j", (text) => {
    expect(plain(text)).toBeUndefined();
  });

  test("says what it says to a parser, whatever it is made of", () => {
    const marks = 'a B 0 _ ` * ** [ ] ( ) # > - + = . , : ! | < & ~ \\ / @ " {'.split(" ");
    const phrases = ["[a](https://b.c)", "[a](/b)", "**a**", "`a`", "https://a.b", "www.a", "1. ", "a_b"];
    const lines = [
      "```\na\n```",
      "_a_",
      "[a]",
      "- ",
      "\n- ",
      "  \n",
      "\n* ",
      " \n - ",
      "> ",
      "\n> ",
      "> [!NOTE]\n> ",
    ];
    const piece = fc.constantFrom(" ", "\n", "\n\n", ...marks, ...phrases, ...lines);
    const text = fc.array(piece, { maxLength: 12 }).map((all) => all.join("").trim());
    fc.assert(
      fc.property(text, (made) => {
        const known = plain(made);
        fc.pre(known !== undefined && made !== "");
        expect(shape(parse(known.blocks))).toEqual(shape(parse(parsedBlocks(made)?.markdown ?? "")));
        expect(shape(parse(known.line))).toEqual(shape(parse(parsedLine(made)?.markdown ?? "")));
      }),
      { numRuns: 2_000, maxSkipsPerRun: 1_000 },
    );
  });
});

test.each([" ", "\t", "\n", " \n", "\u00a0", "a ", "_", "*", "`", "[", "> ", "- ", "```\n"])(
  "a text of 200,000 times %j is printed in no time",
  (part) => {
    const text = `a${part.repeat(200_000)}b`;
    const start = performance.now();
    prose(text);
    phrase(text);
    expect(performance.now() - start).toBeLessThan(10_000);
  },
);

describe("the pieces of a text", () => {
  test("part plain paragraphs from what has to be parsed", () => {
    expect(pieces("One.\n\n- a\n\n  b\n- c\n\nTwo.\n \n> three")).toEqual([
      "One.",
      "- a\n\n  b\n- c",
      "Two.",
      "> three",
    ]);
  });

  test.each([
    "a\n\n```\n\nb",
    "- a\n\n  ```\n  b\n  ```",
    "[a][b]\n\nc\n\n[b]: https://d.e",
    "<!-- a\n\nb -->",
    "~~~\n\na",
  ])("are one where something goes on across paragraphs: %j", (text) => {
    expect(pieces(text)).toEqual([text]);
  });

  test("say together what the whole says", () => {
    const paragraphs =
      "Word.|```\na\n\nb\n```|- a|  - b|1. a|> a|    a|\ta|# a|a\nb|a\n===|***|| a | b |\n| - | - |\n| 1 | 2 ||* a|*a*|+ a".split(
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
