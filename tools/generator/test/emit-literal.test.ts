import { expect, test } from "vitest";
import { literal, literals, objectLiteral, propertyName } from "../src/emit/typescript/literal.ts";
import type { Json } from "../src/read/model.ts";

/** What the text means to a JavaScript engine. */
function evaluated(text: string): unknown {
  return new Function(`"use strict"; return (${text});`)();
}

test.each<Json>([
  null,
  true,
  -0,
  1e21,
  1.5e-9,
  "",
  `it's "quoted" \\ and \`ticked\` \${not a template}`,
  "line\nfeed, return\r, tab\t, separators \u2028 \u2029, escape \u001b, delete \u007f",
  "zero width \u200b\ufeff, reordered \u202e\u2066, soft\u00ad",
  "half a pair: \ud83d, the other: \ude00, a whole one: \ud83d\ude00",
  "*/ // <!-- </script>",
  [[], {}, [1, [2]]],
  { a: 1, "b-c": { "": null }, constructor: "x" },
])("is the same value again: %j", (value) => {
  expect(evaluated(literal(value))).toStrictEqual(value);
  expect(evaluated(literal(value, 10))).toStrictEqual(value);
});

test("a property called __proto__ is one, and sets no prototype", () => {
  const value = evaluated(literal(JSON.parse('{ "__proto__": { "admin": true } }'))) as object;
  expect(Object.keys(value)).toEqual(["__proto__"]);
  expect("admin" in value).toBe(false);
});

test("nothing that hides or reorders source is printed as it is", () => {
  expect(literal("\u2028\u202e\u200b\ufeff\ud800\u0085")).toBe(
    String.raw`"\u2028\u202e\u200b\ufeff\ud800\u0085"`,
  );
});

test("names stand bare where they can", () => {
  expect(["userId", "$ref", "class", "X-Key", "1st", "", "naïve", "__proto__"].map(propertyName)).toEqual([
    "userId",
    "$ref",
    "class",
    '"X-Key"',
    '"1st"',
    '""',
    '"naïve"',
    '["__proto__"]',
  ]);
});

test("what does not fit is spread over lines, and no more than needed", () => {
  expect(literal({ name: "deploy", scopes: ["read", "write"], owner: { id: 1 } }, 40)).toBe(`{
  name: "deploy",
  scopes: ["read", "write"],
  owner: { id: 1 },
}`);
});

test("an object's members are literals, or source that no document can say", () => {
  const members = {
    ...literals({ id: "writeBody", path: undefined }),
    writeBody: "writeBody",
    left: undefined,
  };
  expect(objectLiteral(members)).toBe('{ id: "writeBody", writeBody }');
});
