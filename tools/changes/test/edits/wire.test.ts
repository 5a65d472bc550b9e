import { expect, test } from "vitest";
import { highest } from "../../src/verdict/level.ts";
import { wireChanges } from "../../src/wire/index.ts";
import { edited } from "./documents.ts";
import { cases } from "./row.ts";
import { table } from "./table.ts";

/** Comparisons that run at once: each is a process of its own. */
const AT_ONCE = 3;

test("every edit is rated on the wire as the table says", { timeout: 240_000 }, async () => {
  const waiting = [...cases(table)];
  const wrong: string[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const states = [await edited(), await edited(next.row.change)] as const;
      const [before, after] = next.direction === "forth" ? states : [states[1], states[0]];
      const changes = await wireChanges(before, after);
      const found = highest(changes.map(({ level }) => level));
      if (found === next.wire) continue;
      const rows = changes.map(({ level, rule, what }) => `\n    ${level} by ${rule}: ${what}`);
      wrong.push(`${next.title}\n  expected ${next.wire}, found ${found}${rows.join("")}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(wrong.join("\n\n")).toBe("");
});
