import { execFileSync } from "node:child_process";
import { type Measurement, measure } from "./measure.ts";

/** How long a process takes that imports a package and ends, beside one that imports nothing. */
export function measureImports(rounds: number): Promise<Measurement[]> {
  return measure(
    [
      { name: "node, nothing imported", run: () => evaluate("") },
      { name: "openapi-fetch", run: () => evaluate('import "openapi-fetch";') },
      { name: "@keysmith/automox", run: () => evaluate('import "@keysmith/automox";') },
    ],
    rounds,
  );
}

function evaluate(code: string): void {
  execFileSync(process.execPath, ["--input-type=module", "--eval", code], { cwd: import.meta.dirname });
}
