import colors from "picocolors";
import type { Report, ReportedCheck, ReportedDrift } from "./report.ts";
import { formatTable } from "./table.ts";

/** A report for people: the table, every difference once with its place, and how it went in all. */
export function formatReport(report: Report, verbose: boolean): string {
  return [
    formatTable(report),
    ...groups(report, verbose).map((group) => formatGroup(group)),
    ...(verbose ? report.notes.map((drift) => formatNote(drift)) : []),
    ...report.leftBehind.map((what) => `${colors.red("left behind")}  ${what}`),
    summary(report, verbose),
  ].join("\n\n");
}

/** A difference, and every check that met it. */
interface Group {
  readonly drift: ReportedDrift;
  readonly checks: readonly [ReportedCheck, ...ReportedCheck[]];
}

function groups({ checks }: Report, verbose: boolean): readonly Group[] {
  const found = new Map<string, Group>();
  for (const check of checks) {
    for (const drift of check.drifts) {
      if (!verbose && drift.severity === "note") continue;
      // What several answers share, the document says once.
      const at = drift.at?.replaceAll(/\/\d+(?=\/|$)/g, "/*");
      const key = JSON.stringify([drift.kind, drift.pointer, at, drift.found, drift.change]);
      const group = found.get(key);
      found.set(key, { drift: group?.drift ?? drift, checks: group ? [...group.checks, check] : [check] });
    }
  }
  return [...found.values()];
}

function formatGroup({ drift, checks: [first, ...others] }: Group): string {
  const { operation, check, method, path, status } = first;
  const mark = drift.severity === "drift" ? colors.red("✗") : colors.dim("note");
  const times = drift.times === undefined ? "" : ` (in ${drift.times} places)`;
  const answered = status === undefined ? "" : ` -> ${status}`;
  const also = others.map((one) => `${one.operation}, ${one.check}`).join("; ");
  return lines([
    `${mark} ${colors.bold(operation)}, ${check}: ${drift.message}${times}`,
    ["asked", `${method} ${path}${answered}`],
    ["also in", also === "" ? undefined : also],
    ["expected", drift.expected],
    ["found", drift.found],
    ["document", place(drift)],
    ["change", drift.change],
  ]);
}

function formatNote(drift: ReportedDrift): string {
  return lines([`${colors.dim("note")} ${drift.message}`, ["document", place(drift)]]);
}

function lines([first, ...facts]: [string, ...(readonly [string, string | undefined])[]]): string {
  const shown = facts.filter(([, text]) => text !== undefined);
  return [first, ...shown.map(([name, text]) => `    ${name.padEnd(9)} ${text}`)].join("\n");
}

function place({ place: { file, line, column, pointer } }: ReportedDrift): string {
  return `${file}:${line}:${column}  ${pointer}`;
}

function summary({ provider, server, requests, counts, checks, notes }: Report, verbose: boolean): string {
  const all = [...checks.flatMap(({ drifts }) => drifts), ...notes];
  const hidden = verbose ? 0 : all.filter(({ severity }) => severity === "note").length;
  const told = [
    `${counts.same} as documented`,
    `${counts.drift} with drift`,
    `${counts.unverified} unverified`,
    `${counts.skipped} skipped`,
  ];
  const more =
    hidden === 0 ? "" : `\n${hidden} note${hidden === 1 ? "" : "s"} not shown: --verbose shows them.`;
  const sent = `${requests} request${requests === 1 ? "" : "s"} to ${server}`;
  return `${provider}: ${told.join(", ")}; ${sent}${more}`;
}
