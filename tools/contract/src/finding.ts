import { inspect } from "node:util";
import type { Exchange } from "@keysmith/mock";
import type { Cell } from "./cells/cell.ts";

/** Who has to change something: the document, the mock, the generated code, or the client at run time. */
export type Culprit = "spec" | "mock" | "generator" | "client" | "unknown";

/** One thing that is not as the document says. */
export interface Finding {
  readonly culprit: Culprit;
  readonly message: string;
  readonly expected?: unknown;
  readonly got?: unknown;
}

/** What came of a cell: green without findings. */
export interface Verdict {
  readonly cell: Cell;
  readonly findings: readonly Finding[];
  /** What reached the mock meanwhile. */
  readonly exchanges: readonly Exchange[];
}

export function isGreen({ findings }: Verdict): boolean {
  return findings.length === 0;
}

/** Everything somebody needs to see why a cell is red. */
export function formatVerdict({ cell, findings, exchanges }: Verdict): string {
  const { id, method, path } = cell.operation;
  return [
    `${id} (${method} ${path}), cell: ${cell.title}`,
    ...findings.map(formatFinding),
    ...(exchanges.length === 0 ? ["nothing was sent"] : exchanges.map(formatExchange)),
  ].join("\n\n");
}

function formatFinding(finding: Finding): string {
  const lines = [`${finding.message} [at fault: ${finding.culprit}]`];
  if ("expected" in finding) lines.push(`  expected: ${show(finding.expected)}`);
  if ("got" in finding) lines.push(`  got:      ${show(finding.got)}`);
  return lines.join("\n");
}

/** Headers that the platform writes and nobody asked for. */
const NOISE = new Set([
  "accept-encoding",
  "accept-language",
  "connection",
  "content-length",
  "host",
  "sec-fetch-mode",
  "user-agent",
]);

function formatExchange({ method, target, headers, body, status, problem, violations }: Exchange): string {
  return [
    `sent: ${method} ${target}`,
    ...[...headers].filter(([name]) => !NOISE.has(name)).map(([name, value]) => `  ${name}: ${value}`),
    ...(body.length === 0 ? [] : ["", `  ${new TextDecoder().decode(body)}`]),
    `answered: ${status}${problem === undefined ? "" : ` (${problem})`}`,
    ...violations.map((violation) => `  ${violation.in} ${violation.path.join(".")}: ${violation.message}`),
  ].join("\n");
}

function show(value: unknown): string {
  // What was thrown matters, not where; a fault of the suite itself keeps its stack as the cause.
  if (value instanceof Error)
    return value.cause instanceof Error ? `${String(value)}: ${value.cause.stack}` : String(value);
  return inspect(value, { depth: 8, breakLength: 100, maxStringLength: 2000 }).replaceAll(
    "\n",
    "\n            ",
  );
}
