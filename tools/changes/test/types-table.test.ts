import { expect, test } from "vitest";
import { typeChanges } from "../src/types/index.ts";
import { highest } from "../src/verdict/level.ts";
import { edited } from "./edits/documents.ts";
import { cases } from "./edits/row.ts";
import { table } from "./edits/table.ts";

test.each(cases(table))("$title", async ({ row, direction, type }) => {
  const [base, other] = [await edited(), await edited(row.change)];
  const [before, after] = direction === "forth" ? [base, other] : [other, base];
  const changes = await typeChanges(before, after);
  expect({ level: highest(changes.map(({ level }) => level)), changes }).toMatchObject({ level: type });
});
