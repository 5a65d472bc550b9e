import GithubSlugger from "github-slugger";
import type { Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { nodesOf, parse } from "./markdown-parser.ts";
import { hostile, others, packageOf, vault } from "./markdown-package.ts";

describe.each([vault, hostile, ...others])("every page of %s", async (document) => {
  const { files, pages } = await packageOf(document);
  // The contract suite writes its report when it runs.
  const paths = new Set([...files.map(({ path }) => path), "docs/contract.md"]);
  const roots = new Map([...pages].map(([path, text]) => [path, parse(text)]));

  test.each([...roots])("leads only to places that exist: %s", (path, root) => {
    const broken = nodesOf(root, "link")
      .map(({ url }) => url)
      .filter((url) => !/^(?:https?|mailto):/.test(url))
      .filter((url) => {
        const [file = "", anchor] = url.split("#");
        const target = file === "" ? path : posix.join(posix.dirname(path), file);
        const page = roots.get(target);
        return !paths.has(target) || (anchor !== undefined && !(page && anchorsIn(page).includes(anchor)));
      });
    expect(broken).toEqual([]);
  });

  test.each([...roots])("has tables whose rows have as many cells as their head: %s", (_, root) => {
    for (const { children: rows } of nodesOf(root, "table")) {
      const widths = rows.map((row) => row.children.length);
      expect(new Set(widths).size).toBe(1);
    }
  });

  test.each([...roots])("has no table, column or code that says nothing: %s", (_, root) => {
    for (const {
      children: [head, ...rows],
    } of nodesOf(root, "table")) {
      expect(rows).not.toEqual([]);
      head?.children.forEach((_cell, column) => {
        expect(rows.map((row) => toString(row.children[column])).join("")).not.toBe("");
      });
    }
    for (const { value } of nodesOf(root, "code")) expect(value).not.toBe("");
  });

  test.each([...roots])("obeys no HTML but its own: %s", (_, root) => {
    const own = /^(?:<br>|<code>|<\/code>|<!-- Generated from (?:(?!--).)+ by Keysmith\. (?:(?!--).)+ -->)$/;
    expect(nodesOf(root, "html").filter(({ value }) => !own.test(value))).toEqual([]);
  });

  test.each([...roots])("has no outline but its own: %s", (path, root) => {
    const titles = nodesOf(root, "heading").map(({ depth, children }) => `${depth} ${toString(children)}`);
    const expected = path === "README.md" ? readmeOutline : /^1 .+(?:,2 Setup(?:,2 \w+)+(?:,3 \w+)*)?$/;
    expect(titles.join(",")).toMatch(expected);
  });
});

const readmeOutline =
  /^1 @keysmith\/\w+,2 Install,2 First call,2 Operations,2 Authentication,(?:2 Server,)?2 Errors,2 Options,(?:2 Paging,)?2 Status and headers,2 openapi-fetch,2 Small bundles,2 Testing,2 Where it comes from$/;

function anchorsIn(root: Root): readonly string[] {
  const slugger = new GithubSlugger();
  return nodesOf(root, "heading").map((heading) => slugger.slug(toString(heading)));
}

test("what a page shows is what the document says", async () => {
  const { pages } = await packageOf(hostile);
  const [readme, page] = ["README.md", "docs/tag-x-b-l-m.md"].map((path) => {
    return toString(parse(pages.get(path) ?? ""), { includeHtml: false });
  });
  expect(readme).toContain("Evil | `API` <script>alert(1)</script> ](https://evil.example)");
  expect(readme).toContain("# Not a heading | <!-- not a comment");
  expect(page).toContain("Tag | `x` <b> # [l](m)");
  expect(page).toContain("GET /a|b/{i|d}/`c`");
  expect(page).toContain("task <img src=x onerror=alert(1)>");
  expect(page).toContain(String.raw`Matches ^a\|b` + "`c\\n$.");
});
