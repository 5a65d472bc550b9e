import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import type { Report, ReportedDrift } from "../src/report/report.ts";
import { inject } from "vitest";
import { verify } from "../src/verify.ts";

/** One run of the command: how it ended, and everything it told. */
export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
  /** Absent when nothing was called. */
  readonly report: Report | undefined;
  /** Everything that a person or a machine can read of it. */
  readonly everything: string;
}

/** Credentials that no output may show. */
export const KEY = "live-key-0123456789abcdef";

export const ENVIRONMENT = {
  AUTOMOX_API_KEY: KEY,
  CARTOVISTA_API_KEY: KEY,
  GR4VY_TOKEN: KEY,
  OCCAM_TOKEN: KEY,
  TURBOSMTP_API_KEY: KEY,
};

interface Given {
  readonly environment?: Record<string, string>;
  readonly signal?: AbortSignal;
  /** Default: the tests' own. */
  readonly workspace?: string;
}

/** Runs the command in this process, as fast as it goes. */
export async function run(
  argv: readonly string[],
  { environment = ENVIRONMENT, signal, workspace = inject("workspace") }: Given = {},
): Promise<Ran> {
  const file = join(tmpdir(), `verify-${randomUUID()}.json`);
  let out = "";
  let err = "";
  const exitCode = await verify(["--pause", "0", "--retries", "0", "--verbose", "--report", file, ...argv], {
    environment,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    signal: signal ?? new AbortController().signal,
    // Needs no build.
    entry: "src/index.ts",
    workspace,
  });
  const json = read(file);
  rmSync(file, { force: true });
  const report = json === "" ? undefined : (JSON.parse(json) as Report);
  return { exitCode, out, err, report, everything: out + err + json };
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** The drifts of a check that decide how the run ends. */
export function driftsOf({ report }: Ran, operation: string, check = "answer"): readonly ReportedDrift[] {
  const found = report?.checks.find((one) => one.operation === operation && one.check === check);
  return found?.drifts.filter(({ severity }) => severity === "drift") ?? [];
}
