import { toString } from "mdast-util-to-string";
import { describe, expect, test } from "vitest";
import { code, line } from "../src/emit/markdown/markdown.ts";
import { phrase } from "../src/emit/markdown/prose.ts";
import { table } from "../src/emit/markdown/table.ts";
import { nodesOf, parse } from "./markdown-parser.ts";

/** What a reader sees of a table with these texts in its middle column. */
function shown(
  cell: (text: string) => ReturnType<typeof phrase>,
  texts: readonly string[],
): readonly string[] {
  const text = table(texts, [
    {
      title: "Before",
      cell: () => line`before`,
    },
    { title: "Text", cell },
    {
      title: "After",
      cell: () => line`after`,
    },
  ]);
  const [found, ...others] = parse(text?.markdown ?? "").children;
  expect(others).toEqual([]);
  if (found?.type !== "table") throw new Error("Not a table");
  return found.children.slice(1).map((row) => {
    const [before, middle, after, ...more] = row.children.map((cellNode) =>
      toString(cellNode, { includeHtml: false }),
    );
    expect([before, after, more]).toEqual(["before", "after", []]);
    return middle ?? "";
  });
}

describe("a table keeps its columns", () => {
  const texts = ["a|b", "|", "a \\| b", "\\", "a\\", "`|`", "<b>|</b>", "[a|b](c|d)", "**|", "~~|~~"];

  test("around plain text", () => {
    expect(shown((text) => line`${text}`, texts)).toEqual(texts);
  });

  test("around code", () => {
    const codes = texts.filter((text) => !text.includes("\\|"));
    expect(shown(code, codes)).toEqual(codes);
  });

  test("around code with a backslash before a pipe, which no code span in a table can hold", () => {
    expect(shown(code, [String.raw`^a\|b$`])).toEqual([String.raw`^a\|b$`]);
  });

  test("around descriptions", () => {
    expect(
      shown(phrase, [
        "one\n\ntwo | three",
        "```\na | b\n```",
        "| a |\n| - |\n| `x\\|y` |",
        "# Title |",
        "`a|b` and `c\\|d`",
        "<table><tr>|",
        "1. a | b\n2. c",
      ]),
    ).toEqual(
      [
        "one<br>two | three",
        "a | b",
        "a<br>x|y",
        "Title |",
        "a|b and c\\|d",
        "<table><tr>|",
        "1. a | b<br>2. c",
      ].map((text) => text.replaceAll("<br>", "")),
    );
  });
});

test("a column that is empty in every row is left out", () => {
  const text = table(
    [1, 2],
    [
      { title: "Number", cell: (number) => line`${number}` },
      { title: "Never", cell: () => undefined },
      {
        title: "Sometimes",
        cell: (number) => (number === 1 ? line`one` : line``),
      },
    ],
  );
  expect(text?.markdown).toBe("| Number | Sometimes |\n| --- | --- |\n| 1 | one |\n| 2 |  |");
});

test("a table without rows is none", () => {
  expect(
    table(
      [],
      [
        {
          title: "Name",
          cell: () => line`name`,
        },
      ],
    ),
  ).toBeUndefined();
});

test("HTML in a cell is shown, not obeyed", () => {
  const text = table(["<script>alert(1)</script>"], [{ title: "Text", cell: phrase }]);
  expect(nodesOf(parse(text?.markdown ?? ""), "html")).toEqual([]);
});
