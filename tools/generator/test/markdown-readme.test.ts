import { expect, test } from "vitest";
import { emitReadme } from "../src/emit/markdown/readme.ts";
import { workspace } from "./emit-api.ts";
import { readText } from "./fixtures/read/documents.ts";

/** So many operations, every other one of them with the second of two tags. */
function readmeOf(count: number): string {
  const paths = Array.from({ length: count }, (_, index) => {
    const tag = index % 2 === 0 ? "keys" : "API keys";
    return `  /keys/${index}: { get: { operationId: get${index}, tags: [${tag}], summary: Key ${index}, responses: {} } }`;
  });
  const tags = 'tags: [{ name: keys, description: "All | of *them*.\\n\\nMore." }, { name: API keys }]';
  return emitReadme(readText(`${tags}\npaths:\n${paths.join("\n")}`), workspace);
}

test("lists all operations, as far as npm shows them", () => {
  expect(readmeOf(200).match(/^\| \[`get\d+`\]/gm)).toHaveLength(200);
});

test("of more operations lists the tags", () => {
  const readme = readmeOf(201);
  expect(readme).not.toContain("| [`get1`]");
  expect(readme).toContain(
    [
      "There are 201 operations, on a page for each tag.",
      "",
      "| Tag | Operations | About |",
      "| --- | --- | --- |",
      "| [keys](docs/keys.md) | 101 | All \\| of *them*. |",
      "| [API keys](docs/api-keys.md) | 100 |  |",
    ].join("\n"),
  );
  expect(readme.length).toBeLessThan(20_000);
});
