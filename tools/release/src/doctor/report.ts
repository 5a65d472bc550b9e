import Table from "cli-table3";
import colors from "picocolors";
import { type Finding, REPOSITORY, type Verdict } from "./finding.ts";

const SIGNS: Readonly<Record<Verdict, string>> = {
  ok: colors.green("✓"),
  missing: colors.red("✗"),
  unknown: colors.yellow("?"),
};

/** How many packages fit beside each other. */
const COLUMNS = 7;

/** Check by package as tables, then each thing that is not in order with its place and what to do. */
export function formatReport(found: readonly Finding[]): string {
  const subjects = [...new Set(found.map(({ subject }) => subject))];
  const packages = subjects.filter((subject) => subject !== REPOSITORY);
  const count = (verdict: Verdict): number => found.filter((one) => one.verdict === verdict).length;
  const tables = [];
  for (let from = 0; from < packages.length; from += COLUMNS)
    tables.push(formatTable(found, packages.slice(from, from + COLUMNS)));
  return [
    formatTable(found, [REPOSITORY]),
    ...tables,
    ...gather(found.filter(({ verdict }) => verdict !== "ok")),
    `${count("ok")} in order, ${count("missing")} missing, ${count("unknown")} unknown`,
    "",
  ].join("\n");
}

function formatTable(found: readonly Finding[], subjects: readonly string[]): string {
  const about = found.filter(({ subject }) => subjects.includes(subject));
  const table = new Table({
    head: ["", ...subjects.map(unscoped)],
    style: { head: [], border: [], compact: true },
  });
  for (const check of new Set(about.map((one) => one.check)))
    table.push([
      check,
      ...subjects.map((subject) => {
        const one = about.find((finding) => finding.check === check && finding.subject === subject);
        return { content: one === undefined ? "" : SIGNS[one.verdict], hAlign: "center" as const };
      }),
    ]);
  return `${table.toString()}\n`;
}

/** What is the same for several packages is said once. */
function gather(open: readonly Finding[]): readonly string[] {
  const alike = new Map<string, Finding[]>();
  for (const one of open) {
    const key = JSON.stringify([
      one.check,
      one.verdict,
      general(one.message, one.subject),
      general(one.remedy ?? "", one.subject),
    ]);
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  return [...alike.values()].map((same) => {
    const [first] = same;
    if (first === undefined) return "";
    const { verdict, check, message, remedy = "" } = first;
    const names = same.slice(1).map(({ subject }) => unscoped(subject));
    const others = names.length > 0 ? `, and the same for ${names.join(", ")}` : "";
    return `${SIGNS[verdict]} ${check}: ${first.place}${others}\n    ${message}\n    ${remedy}\n`;
  });
}

/** A text without the name and the folder of its package. */
function general(text: string, subject: string): string {
  return text.replaceAll(subject, "…").replaceAll(`packages/${unscoped(subject)}`, "…");
}

function unscoped(name: string): string {
  return name.replace(/^@[^/]+\//u, "");
}
