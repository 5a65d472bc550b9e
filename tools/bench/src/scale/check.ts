import { runNode } from "@keysmith/corpus";
import { createRequire } from "node:module";
import { join } from "node:path";

/** What the compiler says of its work on a program. */
export interface Checked {
  readonly checkSeconds: number;
  readonly totalSeconds: number;
  readonly instantiations: number;
}

const COMPILER = join(createRequire(import.meta.url).resolve("typescript/package.json"), "../bin/tsc");
const LIMITS = { seconds: 600, heapMb: 8192 };

/**
 * Type-checks a project with TypeScript 5.9; the fastest of some runs.
 *
 * @throws Error with the compiler's words when it finds a mistake: nobody wants to know how fast.
 */
export async function checkProject(config: string, rounds: number): Promise<Checked> {
  const runs: Checked[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { ok, stdout, stderr, ended } = await runNode(
      [COMPILER, "--project", config, "--extendedDiagnostics"],
      LIMITS,
    );
    if (!ok) throw new Error(ended ?? (stdout || stderr).slice(0, 2000));
    const figure = (name: string): number => {
      const found = new RegExp(`^${name}: +([\\d.]+)`, "m").exec(stdout)?.[1];
      if (found === undefined) throw new Error(`The compiler does not say "${name}".`);
      return Number(found);
    };
    runs.push({
      checkSeconds: figure("Check time"),
      totalSeconds: figure("Total time"),
      instantiations: figure("Instantiations"),
    });
  }
  const [fastest] = runs.toSorted((a, b) => a.checkSeconds - b.checkSeconds);
  if (fastest === undefined) throw new Error("At least one round.");
  return fastest;
}
