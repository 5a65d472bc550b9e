import { toString } from "mdast-util-to-string";
import { describe, expect, test } from "vitest";
import {
  code,
  comment,
  fence,
  heading,
  link,
  type Markdown,
  line,
  webLink,
} from "../src/emit/markdown/markdown.ts";
import { nodesOf, parse } from "./markdown-parser.ts";

function blocksOf({ markdown }: Markdown) {
  return parse(markdown).children;
}

/** Addresses become links by themselves, which does no harm. */
function onlyText({ markdown }: Markdown): boolean {
  const root = parse(markdown);
  const kinds = ["emphasis", "strong", "delete", "inlineCode", "image", "html", "code", "list"] as const;
  return kinds.every((kind) => nodesOf(root, kind).length === 0);
}

const hostile = [
  "plain words",
  "snake_case and _emphasis_ and __strong__",
  "*a* **b** ~~c~~ `d` ``e``",
  "[label](https://example.com) ![picture](https://example.com/x.png)",
  "<b>bold</b> <!-- open <script>alert(1)</script>",
  "a | b \\| c \\\\ d",
  "&amp; &#42; & AT&T",
  "# heading #",
  "1. first",
  "- item",
  "+ item",
  "> quote",
  "=== ",
  "--- ",
  "```",
  "](javascript:alert(1))",
  "C#",
];

describe("text of a document", () => {
  test.each(hostile)("is shown as it is: %s", (text) => {
    const [paragraph, ...others] = blocksOf(line`${text}`);
    expect(others).toEqual([]);
    expect(paragraph?.type).toBe("paragraph");
    expect(toString(paragraph)).toBe(text.trim());
    expect(onlyText(line`${text}`)).toBe(true);
  });

  test.each(hostile)("is shown as it is in a heading: %s", (text) => {
    const [title, ...others] = blocksOf(heading(2, text));
    expect(others).toEqual([]);
    expect(title).toMatchObject({ type: "heading", depth: 2 });
    expect(toString(title)).toBe(text.trim());
  });

  test("stays on its line", () => {
    expect(blocksOf(heading(2, "one\n\n# two"))).toHaveLength(1);
    expect(blocksOf(line`one\u2028${"two\r\n\r\nthree"}`)).toHaveLength(1);
  });

  test("loses what would hide or reorder other text", () => {
    expect(line`${"key\u202Egnp.exe\u0000"}`.markdown).toBe("keygnp.exe");
  });

  test("needs no backslashes where it reads the same without", () => {
    expect(line`${"The key's api_key (C#, 100 %) - see key.id."}`.markdown).toBe(
      "The key's api_key (C#, 100 %) - see key.id.",
    );
  });
});

describe("a code span", () => {
  test.each(["key", "a`b", "`", "``a`", " a ", "a|b", "<script>", "*x*", "\\", "a\\"])("shows %s", (text) => {
    expect(blocksOf(line`x ${code(text)} y`)).toMatchObject([
      { children: [{ value: "x " }, { type: "inlineCode", value: text }, { value: " y" }] },
    ]);
  });

  test("shows characters that nobody could see", () => {
    expect(code("a\nb\u0007\u202E").markdown).toBe("`a\\nb\\u0007\\u202e`");
    expect(code("").markdown).toBe('`""`');
  });
});

test("a fenced block is longer than any fence in it", () => {
  expect(blocksOf(fence("ts", "```\n````\ncode"))).toMatchObject([
    { type: "code", value: "```\n````\ncode" },
  ]);
});

describe("a link", () => {
  test("leads where it says", () => {
    expect(blocksOf(webLink("docs", "https://example.com/a (b)?q=[x]|y"))).toMatchObject([
      { children: [{ type: "link", url: "https://example.com/a%20%28b%29?q=%5Bx%5D%7Cy" }] },
    ]);
    expect(blocksOf(link(code("a"), "#a"))).toMatchObject([{ children: [{ type: "link", url: "#a" }] }]);
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "//example.com", "/docs"])(
    "is only its label when the address is %s",
    (address) => {
      expect(blocksOf(webLink("docs", address))).toMatchObject([
        { children: [{ type: "text", value: "docs" }] },
      ]);
    },
  );
});

test("a comment hides all of its text", () => {
  expect(blocksOf(comment("one --> <b>two</b>\n--\u2028three"))).toMatchObject([
    { type: "html", value: "<!-- one - -> <b>two</b> - - three -->" },
  ]);
});
