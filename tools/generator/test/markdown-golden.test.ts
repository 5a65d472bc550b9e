import { expect, test } from "vitest";
import { packageOf, vault } from "./markdown-package.ts";

test("README and reference of a document with one of everything", async () => {
  const { pages } = await packageOf(vault);
  for (const [path, text] of pages) await expect(text).toMatchFileSnapshot(`golden-docs/vault/${path}`);
  expect([...pages.keys()]).toEqual(["README.md", "docs/keys.md", "docs/lockers.md"]);
});

test("a package outside the monorepo is mocked from the document it carries", async () => {
  const { pages } = await packageOf(vault, "standalone");
  const workspace = await packageOf(vault);
  expect(pages.get("README.md")).toBe(
    workspace.pages
      .get("README.md")
      ?.replace('provider: "vault"', 'spec: new URL(import.meta.resolve("@keysmith/vault/openapi.yaml"))'),
  );
});
