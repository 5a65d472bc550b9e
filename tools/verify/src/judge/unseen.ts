import type { Drift } from "../drift.ts";
import { type Judge, partOf } from "./judge.ts";

/** Notes on documented properties that no answer of the run had, though there were objects they belong to. */
export function judgeSightings(judge: Judge): readonly Drift[] {
  return [...judge.sightings].flatMap(([holder, seen]): readonly Drift[] => {
    const properties = partOf(judge, holder, "properties");
    const never = Object.entries(Object(properties?.value))
      .filter(([name, schema]) => !seen.has(name) && Reflect.get(Object(schema), "writeOnly") !== true)
      .map(([name]) => name);
    if (never.length === 0) return [];
    return [
      {
        kind: "unseen",
        severity: "note",
        message: `documented, and in no answer: ${never.join(", ")}`,
        pointer: `${holder}/properties`,
        change: "nothing, unless they never come",
      },
    ];
  });
}
