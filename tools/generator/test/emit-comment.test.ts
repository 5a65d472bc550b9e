import { describe, expect, test } from "vitest";
import {
  blockTag,
  comment,
  example,
  lineComment,
  literalTag,
  prose,
} from "../src/emit/typescript/comment.ts";
import { literal } from "../src/emit/typescript/literal.ts";
import { syntaxOf, tagsOf } from "./emit-compile.ts";

const code = "export const x = 1;";

test("one line where it fits, a block where it does not, nothing for nothing", () => {
  expect(comment(prose("Number of the key."))).toBe("/** Number of the key. */");
  expect(comment([...prose("Size of a page."), ...literalTag("default", "500")])).toBe(
    "/**\n * Size of a page.\n *\n * @default 500\n */",
  );
  expect(comment([...prose(undefined), ...prose("  \n ")])).toBe("");
});

test("HTML that stands for Markdown is that", () => {
  expect(comment(prose("<p>Use <code>limit</code>, <b>not</b> more.</p>"))).toBe(
    "/** Use `limit`, **not** more. */",
  );
});

test("long lines are wrapped; lists, tables, code and spans keep their meaning", () => {
  const word = "word ".repeat(20);
  const markdown = [
    `- ${word}\`a span with spaces\` 1. ${word}`,
    `> ${word}quoted`,
    `| ${word} | ${word} |`,
    `# ${word}${word}`,
    "```",
    `${word}${word}`,
    "```",
    `    ${word}${word}`,
  ].join("\n");
  expect(comment(prose(markdown))).toMatchInlineSnapshot(`
    "/**
     * - word word word word word word word word word word word word word word word word word word word
     *   word \`a span with spaces\` 1. word word word word word word word word word word word word word word
     *   word word word word word word
     * > word word word word word word word word word word word word word word word word word word word
     * > word quoted
     * | word word word word word word word word word word word word word word word word word word word word  | word word word word word word word word word word word word word word word word word word word word  |
     * # word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word
     * \`\`\`
     * word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word
     * \`\`\`
     *     word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word
     */"
  `);
});

describe("text cannot leave its comment", () => {
  test.each([
    "*/ evil(); /*",
    "**/ evil();",
    "*\u0000/ evil();",
    "*\r/ evil();",
    "*\u2028/ evil();",
    "*\u202e/ evil();",
    "\\*/ evil();",
    `${"x".repeat(95)} */ evil();`,
    "*",
    "/",
    "\ud800*/ evil();",
  ])("%j", (text) => {
    for (const doc of [
      prose(text),
      blockTag("see", text),
      literalTag("default", literal(text)),
      example(text),
    ]) {
      expect(syntaxOf(`${comment(doc)}\n${code}`)).toBe(syntaxOf(code));
    }
    expect(syntaxOf(`${lineComment(text)}\n${code}`)).toBe(syntaxOf(code));
  });
});

test.each([
  "@internal",
  "see @internal",
  "x\n@internal",
  "x\r@internal",
  "x\u2028@internal",
  "`a` @internal",
  "- @internal",
  `${"word ".repeat(19)}word @internal`,
  "```\n@internal\n```",
])("text cannot become a tag: %j", (text) => {
  expect(tagsOf(`${comment(prose(text))}\n${code}`)).toEqual([]);
  expect(tagsOf(`${comment(blockTag("returns", text))}\n${code}`)).toEqual(["returns"]);
  expect(tagsOf(`${comment(example(`call(${literal(text)});`))}\n${code}`)).toEqual(["example"]);
});

test("addresses and package names keep their @", () => {
  expect(
    comment(prose("Mail jane@example.com, or read [automox](https://npmjs.com/@keysmith/automox).")),
  ).toBe("/** Mail jane@example.com, or read [automox](https://npmjs.com/@keysmith/automox). */");
});

test("examples in comments still mean the same", () => {
  const value = "*/ and @tag";
  const block = comment(example(`(${literal(value)})`));
  const line = block.split("\n").find((candidate) => candidate.startsWith(" * ("));
  expect(new Function(`return ${line?.slice(3)}`)()).toBe(value);
});
