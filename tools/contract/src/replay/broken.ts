import { inspect } from "node:util";
import type { Exchange } from "@keysmith/mock";
import type { Cell } from "../cells/cell.ts";
import type { Finding } from "../finding.ts";
import type { Observation } from "../run/observe.ts";

/** Something a user of the old release relies on that the new one does not keep. */
export interface Broken {
  /** In one sentence. */
  readonly message: string;
  /** What it was, and what it is now; absent where the message says it all. */
  readonly before?: string;
  readonly after?: string;
}

/** A cell of the old document that the new package does not keep. */
export interface BrokenCell extends Broken {
  readonly cell: Cell;
}

/** What a runner of the suite itself found: its expectation is that of the old document. */
export function brokenOf({ message, expected, got }: Finding): Broken {
  return {
    message,
    ...(expected !== undefined && { before: shown(expected) }),
    ...(got !== undefined && { after: shown(got) }),
  };
}

/** Why a call that the old document allows is not answered any more; undefined where it is. */
export function refusalOf({ outcome, exchanges }: Observation): Broken | undefined {
  const refused = exchanges.map(refusalText).find((text) => text !== undefined);
  if (refused !== undefined) return { message: refused };
  if (outcome.ok) return undefined;
  const verb = exchanges.length === 0 ? "the client refuses the call" : "the call fails";
  return { message: `${verb}: ${shown(outcome.error)}` };
}

/** What the mock has against a request; undefined where it has nothing. */
export function refusalText({
  method,
  target,
  status,
  violations,
  problem,
}: Pick<Exchange, "method" | "target" | "status" | "violations" | "problem">): string | undefined {
  const said = violations
    .filter(({ in: where, severity }) => where === "request" && severity === "error")
    .map(({ path, code, message }) =>
      code === "401" ? "it takes other credentials" : [path.join("."), message].filter(Boolean).join(" "),
    );
  if (problem === undefined && said.length === 0) return undefined;
  const reason = said.join("; ") || (problem ?? "").replace(/^.*#/, "");
  return `the mock refuses ${method} ${target.split("?")[0]} with ${status}: ${reason}`;
}

/** A value on one line, and no longer than one; what was thrown without its stack, which is another one each time. */
export function shown(value: unknown): string {
  const text =
    typeof value === "string" || value instanceof Error
      ? String(value)
      : inspect(value, { depth: 4, breakLength: Infinity });
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > LONG ? `${line.slice(0, LONG)} …` : line;
}

const LONG = 300;
