import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { installPackage } from "@keysmith/registry";
import { OPENAPI_TYPESCRIPT, programOf } from "./documents/others.ts";
import { type Measurement, measure, type Task } from "./measure.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const GENERATE = join(ROOT, "tools/generator/src/main.ts");

/**
 * How long `pnpm generate` takes: everything, nothing to do, and one document changed, beside openapi-typescript alone
 * on the same documents. Each is a process of its own, start to end, in a scratch workspace. The generator keeps
 * compiled code between runs, so openapi-typescript is measured with and without that.
 */
export async function measureGeneration(rounds: number): Promise<Measurement[]> {
  const workspace = mkdtempSync(join(tmpdir(), "keysmith-bench-"));
  try {
    cpSync(join(ROOT, "specs"), join(workspace, "specs"), { recursive: true });
    writeFileSync(join(workspace, "pnpm-workspace.yaml"), "");
    return await measure(tasks(workspace, await installPackage(OPENAPI_TYPESCRIPT)), rounds);
  } finally {
    rmSync(workspace, { recursive: true });
  }
}

function tasks(workspace: string, openapiTypescript: string): Task[] {
  const generate = () => node([GENERATE], workspace);
  const forget = () => {
    for (const folder of ["packages", "node_modules"]) {
      rmSync(join(workspace, folder), { recursive: true, force: true });
      mkdirSync(join(workspace, folder));
    }
  };
  const documents = globSync(join(workspace, "specs/*.yaml")).toSorted();
  const baseline = [programOf(OPENAPI_TYPESCRIPT), openapiTypescript, join(workspace, "types"), ...documents];
  const compiled = { NODE_COMPILE_CACHE: join(workspace, "compiled") };
  return [
    { name: "openapi-typescript alone, all documents", run: () => node(baseline, workspace) },
    { name: "the same, compiled code kept", run: () => node(baseline, workspace, compiled) },
    { name: "full generate", prepare: forget, run: generate },
    { name: "no-op generate", run: generate },
    {
      name: "one document changed",
      prepare: () => appendFileSync(documents[0] ?? "", "# changed\n"),
      run: generate,
    },
  ];
}

function node(args: readonly string[], cwd: string, environment: NodeJS.ProcessEnv = {}): void {
  execFileSync(process.execPath, args, {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
}
