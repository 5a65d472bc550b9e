import GithubSlugger from "github-slugger";
import { expect, test } from "vitest";
import { anchorsOf } from "../src/emit/markdown/anchor.ts";

function githubs(headings: readonly string[]): readonly string[] {
  const slugger = new GithubSlugger();
  return headings.map((heading) => slugger.slug(heading));
}

test.each([
  [["API Keys", "Setup", "createUserApiKey", "Models", "ApiKey"]],
  [["apiKey", "ApiKey", "APIKEY", "apikey-1", "ApiKey"]],
  [["Key's (new) & old", "a.b/c", "snake_case", "--", "100 %", "C#"]],
  [["Schlüssel", "clé d’accès", "ключ", "鍵の管理", "مفتاح", "e\u0301", "½ key", "key ✅", "$ref", "a—b"]],
  [["constructor", "__proto__", "toString", "constructor"]],
])("anchors are GitHub's: %j", (headings) => {
  expect(anchorsOf(headings)).toEqual(githubs(headings));
});
