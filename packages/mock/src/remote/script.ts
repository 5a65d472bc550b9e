import { MockError, shown } from "../errors.ts";
import type { AnyOperations, MockOperation } from "../scenario/operations.ts";
import type { Scenario, Script } from "../scenario/scenario.ts";

type AnyScript = Script<AnyOperations[string]>;

/** One member of a {@link Script} that was called, and with what. */
export type Line = readonly [name: keyof AnyScript, ...args: readonly unknown[]];

const NAMES: ReadonlySet<string> = new Set<keyof AnyScript>([
  "reply",
  "sequence",
  "fault",
  "delay",
  "once",
  "times",
]);

/** What a test says to a script, as lines that can travel. Throws {@link MockError} for what cannot. */
export function record<Operation extends MockOperation>(
  operation: string,
  say: (script: Script<Operation>) => unknown,
): readonly Line[] {
  const lines: Line[] = [];
  const script: Scenario<Operation> = {
    reply: (...args) => add("reply", ...args),
    sequence: (...args) => add("sequence", ...args),
    fault: (...args) => add("fault", ...args),
    delay: (...args) => add("delay", ...args),
    once: () => add("once"),
    times: (...args) => add("times", ...args),
    // The types do not have them; who writes JavaScript learns it here.
    handle: () => stays("a function"),
    remove: () => stays("`.remove()`", "`reset()` takes back everything"),
  };
  const stays = (what: string, instead = "give a value"): never => {
    throw new MockError(`${operation}: ${what} cannot travel to the process of the mock; ${instead}`);
  };
  const add = (...line: Line): Scenario<Operation> => {
    JSON.stringify(line, (_, value: unknown) => {
      return typeof value === "function" ? stays("a function") : value;
    });
    lines.push(line);
    return script;
  };
  say(script);
  return lines;
}

/** Says the lines to a scenario. Throws {@link MockError} for what the document does not have, and takes all back. */
export function play(scenario: Scenario<AnyOperations[string]>, lines: unknown): void {
  try {
    if (!Array.isArray(lines))
      throw new MockError(`expected a script such as [["reply", 404], ["once"]], found ${shown(lines)}`);
    for (const line of lines) {
      const [name, ...args]: readonly unknown[] = Array.isArray(line) ? line : [line];
      if (typeof name !== "string" || !NAMES.has(name))
        throw new MockError(`expected one of ${[...NAMES].join(", ")}, found ${shown(name)}`);
      const member: unknown = Reflect.get(scenario, name);
      if (typeof member === "function") Reflect.apply(member, scenario, args);
    }
  } catch (error) {
    scenario.remove();
    throw error;
  }
}
