import { expect, test } from "vitest";
import { bumpFor, highest } from "../../src/verdict/level.ts";
import { edited } from "./documents.ts";
import { cases } from "./row.ts";
import { table } from "./table.ts";

test("every edit is made of a document that is accepted, and leaves one", async () => {
  const refused: string[] = [];
  for (const { edit, change } of table) {
    const failure = await edited(change).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    if (failure !== undefined) refused.push(`${edit}: ${failure}`);
  }
  expect(refused).toEqual([]);
});

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
