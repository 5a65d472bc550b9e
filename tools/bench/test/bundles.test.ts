import { expect, test } from "vitest";
import { type BundleSizes, measurePackage, providers } from "../src/bundles.ts";

/** What an application pays for, minified and gzip, in bytes. Raise a budget only for something that is worth it. */
const budgets = { one: 9_600, paging: 1_200, further: 300 };

// Sources need no build, whatever packages there are.
test.each(providers())("%s stays within the budgets", async (name) => {
  expect(excesses(await measurePackage(name, "src/index.ts"))).toEqual([]);
});

test("so does what the compiler makes of it, which has to leave the marks of pure calls alone", async () => {
  expect(excesses(await measurePackage("automox", "dist/index.js"))).toEqual([]);
});

test("the measure is of something, and shows what all operations and openapi-fetch weigh", async () => {
  const sizes = await measurePackage("automox", "src/index.ts");
  expect(sizes.operations).toBe(7);
  expect(sizes.one).toBeGreaterThan(5_000);
  expect(sizes.paging).toBeGreaterThan(100);
  expect(sizes.further).toBeGreaterThan(5);
  expect(excesses({ ...sizes, one: sizes.all })).toEqual([
    `one operation: ${sizes.all}, at most ${budgets.one}`,
  ]);
});

function excesses({ one, paging = 0, further = 0 }: BundleSizes): readonly string[] {
  return [
    ...(one > budgets.one ? [`one operation: ${one}, at most ${budgets.one}`] : []),
    ...(paging > budgets.paging ? [`paging: ${paging}, at most ${budgets.paging}`] : []),
    ...(further > budgets.further
      ? [`each further operation: ${Math.round(further)}, at most ${budgets.further}`]
      : []),
  ];
}
