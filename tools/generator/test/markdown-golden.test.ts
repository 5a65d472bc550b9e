import { expect, test } from "vitest";
import { type Package, packageOf, vault } from "./markdown-package.ts";

test("README and reference of a document with one of everything", async () => {
  const { pages } = await packageOf(vault);
  for (const [path, text] of pages) await expect(text).toMatchFileSnapshot(`golden-docs/vault/${path}`);
  expect([...pages.keys()]).toEqual(["README.md", "docs/keys.md", "docs/lockers.md", "docs/models.md"]);
});

test("a package outside the monorepo says the same, but for what only the monorepo proves", async () => {
  const workspace = await packageOf(vault);
  const standalone = await packageOf(vault, "standalone");
  expect(body(standalone)).toBe(body(workspace).replace(/^Every promise of the document .*\n\n/m, ""));
  expect(body(workspace)).toContain("docs/contract.md");
});

/** The README below the line that says how to make it again. */
function body({ pages }: Package): string {
  return pages.get("README.md")?.replace(/^<!--.*-->/, "") ?? "";
}
