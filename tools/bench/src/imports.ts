import { execFileSync } from "node:child_process";
import { type Measurement, measure } from "./measure.ts";
import { samplePackage } from "./sample.ts";

/** How long a process takes that imports a package and ends, beside one that imports nothing. */
export function measureImports(rounds: number): Promise<Measurement[]> {
  const { name, entry } = samplePackage();
  return measure(
    [
      { name: "node, nothing imported", run: () => evaluate("") },
      { name: "openapi-fetch", run: () => evaluate('import "openapi-fetch";') },
      { name, run: () => evaluate(`import ${JSON.stringify(entry)};`) },
    ],
    rounds,
  );
}

function evaluate(code: string): void {
  execFileSync(process.execPath, ["--input-type=module", "--eval", code], { cwd: import.meta.dirname });
}
