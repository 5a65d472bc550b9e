import type { RootContent } from "mdast";
import { describe, expect, test } from "vitest";
import { phrase, prose } from "../src/emit/markdown/prose.ts";
import { parse } from "./markdown-parser.ts";

/** The page as a reader's program sees it, when the description stands between two paragraphs of ours. */
function around(description: string): readonly RootContent[] {
  return parse(`before\n\n${prose(description)?.markdown ?? ""}\n\nafter`).children;
}

describe("a description as blocks", () => {
  test.each([
    ["an open fence", "```js\nconst a = 1;"],
    ["an open comment", "text <!-- comment"],
    ["an open element", "<details><summary>more"],
    ["a heading", "# Title\n\nText"],
    ["an underlined heading", "Title\n===\n\nSmall\n---"],
    ["a rule", "a\n\n---\n\nb"],
    ["a definition", "[before]: https://example.com"],
    ["a list", "- one\n- two"],
    ["a table", "| a | b |\n| - | - |\n| 1 | 2 |"],
    ["an open emphasis", "**bold `code"],
    ["a quote", "> quoted"],
  ])("leaves the page around it alone: %s", (_, description) => {
    const page = around(description);
    expect(page[0]).toMatchObject({ type: "paragraph", children: [{ value: "before" }] });
    expect(page.at(-1)).toMatchObject({ type: "paragraph", children: [{ value: "after" }] });
    const types = page.map((node) => node.type);
    expect(types).not.toContain("heading");
    expect(types).not.toContain("html");
    expect(types).not.toContain("definition");
  });

  test("keeps what it says", () => {
    expect(
      prose(
        "# Title\n\nSee [docs](https://example.com), `a|b`, <b>bold</b> and [ref][1].\n\n1. one\n2. two\n\n[1]: https://example.org",
      )?.markdown,
    ).toBe(
      "**Title**\n\nSee [docs](https://example.com), `a|b`, **bold** and [ref](https://example.org).\n\n1. one\n2. two",
    );
  });

  test("leads only to the web", () => {
    expect(prose("[a](javascript:alert(1)) [b](/docs) ![c](https://example.com/pixel.png)")?.markdown).toBe(
      "a b [c](https://example.com/pixel.png)",
    );
  });

  test("is nothing when it says nothing", () => {
    expect(prose(undefined)).toBeUndefined();
    expect(prose(" \n ")).toBeUndefined();
    expect(phrase("---")).toBeUndefined();
  });
});

describe("a description on one line", () => {
  test.each([
    ["Two\nlines.", "Two lines."],
    ["Two.\n\nParagraphs.", "Two.<br>Paragraphs."],
    ["Hard  \nbreak, <br>, <hr>", "Hard<br>break, <br>, \\<hr>"],
    ["Pick one:\n\n- `a`\n- b", "Pick one:<br>• `a`<br>• b"],
    ["1. one\n2. two", "1\\. one<br>2. two"],
    ["## Title\n\n```\na\n  b\n```", "**Title**<br>`a b`"],
    ["> quoted", "quoted"],
    ["| a | b |\n| - | - |\n| 1 | 2 |", "a · b<br>1 · 2"],
  ])("%j", (description, expected) => {
    expect(phrase(description)?.markdown).toBe(expected);
  });
});

test.each([
  "Number of the user who owns the key.",
  "The `limit` of a page; see `next_cursor` (1 to 100, default 20).",
  "Answers with api_key, and it's the only time: store it.\n\nSecond paragraph, with `a_b` = 50% + more?",
])("a description of plain sentences is printed as it is, and means the same: %s", (description) => {
  expect(prose(description)?.markdown).toBe(description);
  expect(parse(description).children.every((node) => node.type === "paragraph")).toBe(true);
});
