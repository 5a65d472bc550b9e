import { expect, test } from "vitest";
import type { Compared } from "../src/compare.ts";
import type { Difference, LostPromise } from "../src/compared.ts";
import type { Verdict } from "../src/verdict/finding.ts";
import { formatReport } from "../src/report/report.ts";
import { shareWidth, wrap } from "../src/report/wrap.ts";

const VERDICT: Verdict = { level: "major", rule: "type/argument-narrowed", message: "" };
const DIFFERENCE: Difference = {
  what: 'query parameter "limit": maximum 100 → <= 50 | `x`, @somebody #12 <b>\u001b[31m',
  operations: ["GET /keys/{id}"],
  wire: { level: "major", rule: "redocly/schema-constraint-changed", message: "Upper bound changed." },
  type: {
    ...VERDICT,
    before: "{ limit?: `a` }",
    after: "{ limit?: 1 | 2 }",
  },
  level: "major",
  section: "breaking",
  place: { side: "after", pointer: "#/paths/~1keys" },
  location: { file: "specs/keys.yaml", line: 120, column: 7, pointer: "#/paths/~1keys" },
  bump: "major",
  waivers: [],
};
const LOST: LostPromise = {
  kind: "compile",
  operation: "GET /keys/{id}",
  title: "getKey: with every argument",
  where: { file: "README.md", line: 12 },
  message: "Type 'string' is not assignable to type 'number'.",
  unexplained: true,
};
const BASE = { kind: "release", label: "@keysmith/keys@1.0.0", commit: "0123456789abcdef" } as const;
const COMPARED = {
  comparisons: [
    {
      state: "differs",
      name: "keys",
      base: BASE,
      baseVersion: "1.0.0",
      version: "1.0.0",
      title: "Key ring",
      subject: "document",
      differences: [DIFFERENCE],
      lost: [LOST],
      bump: "major",
      required: "2.0.0",
      hash: "0123456789",
    },
    { state: "new", name: "pets", version: "0.1.0", base: BASE },
  ],
  misfits: [],
  notices: ["This clone is shallow, *so* `git fetch --tags`: @somebody."],
} as const;
const REMOVED = { state: "removed", name: "toys", base: BASE, released: "0.3.0" } as const;
const WITH_REMOVED: Compared = { ...COMPARED, comparisons: [...COMPARED.comparisons, REMOVED] };
const TELLING = { columns: undefined, written: undefined, failures: undefined };

/** Lines of a table, and the text of its columns with lines joined. */
async function table(columns: number | undefined) {
  const text = await formatReport(COMPARED, { ...TELLING, form: "table", columns });
  const lines = text.split("\n").filter((line) => /[│┌├└]/.test(line));
  const cells = lines.filter((line) => line.startsWith("│")).map((line) => line.split("│").slice(1, -1));
  const joined = (column: number): string => cells.map((row) => row[column]?.trim() ?? "").join("");
  return { text, joined, width: Math.max(...lines.map((line) => line.length)), columns: cells[0]?.length };
}

test("a table has a column for each axis and the place, where there is room for them", async () => {
  const { text, joined, columns } = await table(250);
  expect(columns).toBe(6);
  expect(joined(2)).toContain("majorredocly/schema-constraint-changed");
  expect(joined(3)).toContain("majortype/argument-narrowed");
  expect(joined(5)).toContain("specs/keys.yaml:120:7");
  expect(text).toContain("- { limit?: `a` }");
  expect(text).not.toContain("\u001b[31m");
  expect(text).toContain(
    "no longer holds  GET /keys/{id}, getKey: with every argument (README.md:12): Type 'string' is not",
  );
  expect(text).toContain("that is a fault of tools/changes");
  expect(text).toContain("@keysmith/keys: since @keysmith/keys@1.0.0: major, 1.0.0 → 2.0.0");
});

test.each([80, 120, undefined])(
  "in %s columns verdicts and place are stacked, and nothing is cut off",
  async (room) => {
    const { text, joined, width, columns } = await table(room);
    expect(columns).toBe(4);
    expect(width).toBeLessThanOrEqual(room ?? 120);
    expect(text).not.toContain("…");
    expect(joined(1)).toContain("specs/keys.yaml:120:7");
    expect(joined(2).replaceAll(" ", "")).toContain("redocly/schema-constraint-changed");
    expect(joined(2).replaceAll(" ", "")).toContain("majortype/argument-narrowed");
  },
);

test("a comment begins with its marker, and text of a document starts nothing in it", async () => {
  const text = await formatReport(WITH_REMOVED, { ...TELLING, form: "markdown" });
  expect(text).toBe(`<!-- keysmith changes -->

## API changes

> [!NOTE]
> This clone is shallow, \\*so\\* \`git fetch --tags\`: @&#8203;somebody.

### \`@keysmith/keys\`

Since \`@keysmith/keys@1.0.0\`: major, 1.0.0 → 2.0.0.

| operation | what changed | wire | type | bump | place |
| --- | --- | --- | --- | --- | --- |
| \`GET /keys/{id}\` | query parameter "limit": maximum 100 → <= 50 \\| \\\`x\\\`, @&#8203;somebody #&#8203;12 &lt;b>\\\\u001b[31m | major (redocly/schema-constraint-changed) | major (type/argument-narrowed) | major | \`specs/keys.yaml:120:7\` |

<details>
<summary>Types before and after</summary>

query parameter "limit": maximum 100 → <= 50 | \\\`x\\\`, @&#8203;somebody #&#8203;12 &lt;b>\\\\u001b[31m

\`\`\`ts
type Before = { limit?: \`a\` };
type After = { limit?: 1 | 2 };
\`\`\`

</details>

No longer holds of the last release:

- \`GET /keys/{id}\`, getKey: with every argument (README.md:12): Type 'string' is not assignable to type 'number'. No difference of types says why: that is a fault of tools/changes, and counts as breaking.

### \`@keysmith/pets\`

New package, first release 0.1.0, no changeset needed.

### \`@keysmith/toys\`

Removed, no changeset needed; \`npm deprecate @keysmith/toys "…"\` tells those who have 0.3.0.
`);
});

test("what would be too long for a comment is told by less", async () => {
  const type = { ...VERDICT, before: "a\n".repeat(100), after: "b" };
  const many = (count: number): Compared => ({
    ...COMPARED,
    comparisons: [
      {
        ...COMPARED.comparisons[0],
        differences: Array.from({ length: count }, () => ({ ...DIFFERENCE, type })),
      },
    ],
  });
  const comment = (count: number): Promise<string> =>
    formatReport(many(count), { ...TELLING, form: "markdown" });
  expect(await comment(10)).toContain("// and 61 lines more");
  expect(await comment(150)).not.toContain("<details>");
  expect(await comment(1000)).toContain("And 950 more.");
  expect((await comment(1000)).length).toBeLessThan(65_536);
});

const NOTHING = { subject: null, bump: "none", next: null, findings: [], lost: [] };

test("JSON has the keys that are documented, and every package has all of them", async () => {
  const report: unknown = JSON.parse(
    await formatReport(WITH_REMOVED, { ...TELLING, form: "json", failures: ["no"] }),
  );
  expect(report).toEqual({
    schema: 1,
    notices: [...COMPARED.notices],
    packages: [
      {
        name: "keys",
        package: "@keysmith/keys",
        state: "differs",
        base: { ...BASE, version: "1.0.0" },
        version: "1.0.0",
        released: null,
        subject: "document",
        bump: "major",
        next: "2.0.0",
        findings: [
          {
            section: "breaking",
            operations: ["GET /keys/{id}"],
            what: DIFFERENCE.what,
            level: "major",
            bump: "major",
            wire: DIFFERENCE.wire,
            type: DIFFERENCE.type,
            place: {
              side: "after",
              file: "specs/keys.yaml",
              line: 120,
              column: 7,
              pointer: "#/paths/~1keys",
            },
            waivers: [],
          },
        ],
        lost: [{ ...LOST, before: null, after: null }],
      },
      {
        name: "pets",
        package: "@keysmith/pets",
        state: "new",
        base: { ...BASE, version: null },
        version: "0.1.0",
        released: null,
        ...NOTHING,
      },
      {
        name: "toys",
        package: "@keysmith/toys",
        state: "removed",
        base: { ...BASE, version: null },
        version: null,
        released: "0.3.0",
        ...NOTHING,
      },
    ],
    changesets: null,
    check: { passed: false, failures: ["no"] },
  });
});

test("text is broken between words, after separators, and last of all anywhere", () => {
  expect(wrap("one two three", 7)).toBe("one two\nthree");
  expect(wrap("specs/automox.yaml:120:7", 14)).toBe("specs/\nautomox.yaml:\n120:7");
  expect(wrap("aaaaaaaaaa\nb", 4)).toBe("aaaa\naaaa\naa\nb");
});

test("where a terminal is narrow the widest columns give", () => {
  expect(shareWidth([5, 40, 20], 100)).toEqual([5, 40, 20]);
  expect(shareWidth([5, 40, 20], 45)).toEqual([5, 20, 20]);
  expect(shareWidth([5, 40, 20], 1)).toEqual([5, 8, 8]);
});
