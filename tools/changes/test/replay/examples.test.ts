import { expect, test } from "vitest";
import { programOf } from "../../src/replay/examples/example.ts";
import { examplesOf } from "../../src/replay/examples/examples.ts";
import { examplesOfPage } from "../../src/replay/examples/markdown.ts";
import { edited } from "../edits/documents.ts";

const PAGE = `# Acme

## First call

\`\`\`ts
import { createAcme } from "@keysmith/acme";

const acme = createAcme();

await acme.listKeys();
\`\`\`

## getKey

\`\`\`ts signature
getKey(args: GetKeyArgs): ApiCall<Key>
\`\`\`

With every argument:

\`\`\`ts
import { getKey, isApiError } from "@keysmith/acme";

await acme.getKey({ keyId: 3 });
\`\`\`

\`\`\`json
{}
\`\`\`
`;

test("a page has its client, the call beside it, and every block of TypeScript but signatures", () => {
  const found = examplesOfPage("README.md", PAGE);
  expect(found.map(({ title, line, code }) => [title, line, code.split("\n").at(-1)])).toEqual([
    ["First call", 6, "const acme = createAcme();"],
    ["First call", 10, "await acme.listKeys();"],
    ["getKey: with every argument", 22, "await acme.getKey({ keyId: 3 });"],
  ]);
});

test("a program knows which line of the page each of its own lines is", () => {
  const [, , example] = examplesOfPage("README.md", PAGE);
  if (example === undefined) throw new Error("The page has three examples.");
  const { text, lineOf } = programOf({ ...example, operation: undefined });
  const lines = text.split("\n").map((line, index) => [line, lineOf(index + 1)]);
  expect(lines.filter(([line]) => line !== "")).toEqual([
    ['import { createAcme } from "@keysmith/acme";', undefined],
    ['import { getKey } from "@keysmith/acme";', 22],
    ['import { isApiError } from "@keysmith/acme";', 22],
    ["const acme = createAcme();", undefined],
    ["await (async () => {", undefined],
    ["await acme.getKey({ keyId: 3 });", 24],
    ["})();", undefined],
    ["export {};", undefined],
  ]);
});

test("every line of an example is where the release has it", async () => {
  const { files, ...snapshot } = await edited();
  for (const { file, line, code } of examplesOf({ ...snapshot, files })) {
    const lines = (files.get(file) ?? "").split("\n");
    const there = lines.slice(line - 1, line - 1 + code.split("\n").length).join("\n");
    const written = there
      .replace(/^export (?=const)/, "")
      .replaceAll(
        /"\.\.\/src\/(\w+)\.ts"/g,
        (_, entry) => `"@keysmith/acme${entry === "index" ? "" : `/${entry}`}"`,
      );
    expect(written).toBe(code);
  }
});

test("every operation is shown by its page, as a function and to the mock; nothing is shown twice", async () => {
  const snapshot = await edited();
  const examples = examplesOf(snapshot);
  for (const { method, path } of snapshot.api.operations) {
    const own = examples.filter(({ operation }) => operation === `${method} ${path}`);
    // What the README shows is not looked for in the page once more.
    const files = new Set(own.map(({ file }) => file.replace(/^(?:docs\/.*|README\.md)$/, "documentation")));
    expect([...files]).toEqual(
      expect.arrayContaining(["documentation", "test/examples.test-d.ts", "test/mock.test-d.ts"]),
    );
  }
  expect(examples.map(({ title }) => title)).toContain("servers");
});
