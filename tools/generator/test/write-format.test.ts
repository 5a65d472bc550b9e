import { expect, test } from "vitest";
import { formatFiles } from "../src/write/format.ts";

async function formatted(...lines: readonly string[]): Promise<string> {
  const [file] = await formatFiles([{ path: "docs/page.md", text: `${lines.join("\n")}\n` }]);
  return file?.text ?? "";
}

test("a table that fits the width is aligned", async () => {
  expect(await formatted("| a | b |", "| --- | --- |", "| one | 1 |")).toBe(
    "| a   | b   |\n| --- | --- |\n| one | 1   |\n",
  );
});

test("a row does not grow with the longest one of a wide table", async () => {
  const long = "word ".repeat(60).trim();
  const table = ["| a | b |", "| --- | --- |", `| one | ${long} |`, "| two | 2 |"];
  expect(await formatted(...table)).toBe(`${table.join("\n")}\n`);
});
