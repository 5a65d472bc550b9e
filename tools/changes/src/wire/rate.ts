import type { Verdict } from "../verdict/finding.ts";
import type { Change } from "./change.ts";
import type { Rule } from "./rule.ts";
import { callRules } from "./rules/calls.ts";
import { documentationRules } from "./rules/documentation.ts";
import { schemaRules } from "./rules/schemas.ts";

/** What holds where neither our table nor Redocly objects. */
const otherwise: readonly Rule[] = [
  {
    name: "wire/added",
    because: "It is there for those who want it.",
    rate: ({ kind }) => (kind === "added" ? "minor" : undefined),
  },
  {
    name: "wire/loosened",
    because: "Old calls are answered as they were.",
    rate: () => "minor",
  },
];

/** Our rules for what Redocly finds; the first that is about a difference decides, before Redocly does. */
export const rules: readonly Rule[] = [...documentationRules, ...callRules, ...schemaRules];

/** How much a difference asks of a server or an old client. */
export function rate(change: Change): Verdict {
  const ours = firstOf(rules, change);
  if (ours) return ours;
  const [verdict] = change.verdicts;
  if (verdict) return { level: "major", rule: `redocly/${verdict.ruleId}`, message: verdict.message };
  return firstOf(otherwise, change) ?? { level: "minor", rule: "wire/loosened", message: "" };
}

function firstOf(list: readonly Rule[], change: Change): Verdict | undefined {
  for (const { name, because, rate: judge } of list) {
    const level = judge(change);
    if (level === undefined) continue;
    const [said] = change.verdicts;
    return { level, rule: name, message: said ? `${because} ${said.message}` : because };
  }
  return undefined;
}
