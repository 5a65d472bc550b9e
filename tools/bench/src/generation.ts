import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Measurement, measure } from "./measure.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const GENERATE = join(ROOT, "tools/generator/src/main.ts");

/**
 * How long `pnpm generate` takes: everything, nothing to do, and one document changed, beside openapi-typescript alone
 * on the same documents. Each is a process of its own, start to end, in a scratch workspace.
 */
export function measureGeneration(rounds: number): Measurement[] {
  const workspace = mkdtempSync(join(tmpdir(), "keysmith-bench-"));
  try {
    cpSync(join(ROOT, "specs"), join(workspace, "specs"), { recursive: true });
    writeFileSync(join(workspace, "pnpm-workspace.yaml"), "");
    return measure(tasks(workspace), rounds);
  } finally {
    rmSync(workspace, { recursive: true });
  }
}

function tasks(workspace: string) {
  const generate = () => node([GENERATE], workspace);
  const forget = () => {
    for (const folder of ["packages", "node_modules"]) {
      rmSync(join(workspace, folder), { recursive: true, force: true });
      mkdirSync(join(workspace, folder));
    }
  };
  const baseline = [
    join(import.meta.dirname, "baseline.ts"),
    join(workspace, "specs"),
    join(workspace, "types"),
  ];
  return [
    { name: "openapi-typescript alone, five documents", run: () => node(baseline, workspace) },
    { name: "full generate, five packages", prepare: forget, run: generate },
    { name: "no-op generate", run: generate },
    {
      name: "one document changed",
      prepare: () => appendFileSync(join(workspace, "specs/automox.yaml"), "# changed\n"),
      run: generate,
    },
  ];
}

function node(args: readonly string[], cwd: string): void {
  execFileSync(process.execPath, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
}
