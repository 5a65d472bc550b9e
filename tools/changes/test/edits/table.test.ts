import { expect, test } from "vitest";
import { bumpFor, highest } from "../../src/verdict/level.ts";
import { cases } from "./row.ts";
import { table } from "./table.ts";

test("the bump of every row is the larger of its axes, and smaller before 1.0.0", () => {
  for (const { title, wire, type, bump, early } of cases(table)) {
    expect({ title, bump, early }).toEqual({
      title,
      bump: highest([wire, type]),
      early: bumpFor(highest([wire, type]), "0.1.0"),
    });
  }
});

test("no two rows have one name, and there are enough of them", () => {
  const names = table.map(({ edit }) => edit);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(60);
});
