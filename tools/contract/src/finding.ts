import { inspect } from "node:util";
import type { SecurityScheme } from "@keysmith/generator";
import type { Exchange } from "@keysmith/mock";
import type { Cell } from "./cells/cell.ts";
import { exchangeText } from "./exchange-text.ts";

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

/** What a verdict is told with. */
export interface Told {
  /** Their credentials are not shown. */
  readonly schemes: readonly SecurityScheme[];
  /** File and line of a JSON pointer. */
  readonly place: (pointer: string) => string;
}

/**
 * Everything somebody needs to see why a cell is red: what was promised and where, what is wrong and who is at fault,
 * and the bytes that were sent.
 */
export function formatVerdict({ cell, findings, exchanges }: Verdict, { schemes, place }: Told): string {
  const { id, method, path } = cell.operation;
  return [
    `${id} (${method} ${path}), cell: ${cell.title}\n${place(cell.pointer)}  ${cell.pointer}`,
    ...findings.map(formatFinding),
    ...(exchanges.length === 0
      ? ["nothing was sent"]
      : exchanges.map((exchange) => exchangeText(exchange, schemes))),
  ].join("\n\n");
}

function formatFinding(finding: Finding): string {
  const lines = [`${finding.message} [at fault: ${finding.culprit}]`];
  if ("expected" in finding) lines.push(`  expected: ${show(finding.expected)}`);
  if ("got" in finding) lines.push(`  got:      ${show(finding.got)}`);
  return lines.join("\n");
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
