import type { ComparedPackage, Comparison, Difference, Location } from "../compared.ts";
import { packageName } from "../compared.ts";
import type { Base } from "../base/base.ts";
import type { Verdict } from "../verdict/finding.ts";

/** What the forms of a report say alike. */

/** Text of a document on one line: what would move a cursor or end the line appears as its escape. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\s\u2028\u2029]+/g, " ")
    .trim()
    .replaceAll(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, escaped);
}

/** A type as the compiler prints it: lines stay, and everything else that would move a cursor appears as its escape. */
export function typeText(text: string): string {
  return text.replaceAll(/(?!\n)[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** `specs/automox.yaml:120:7` */
export function placeText({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

/** `major (type/result-nullable)` */
export function verdictText(verdict: Verdict | undefined): string {
  return verdict === undefined ? "" : `${verdict.level} (${verdict.rule})`;
}

/** What a package is compared with: `@keysmith/automox@0.1.0`, `main (1a2b3c4d)`. */
export function baseText({ kind, label, commit }: Base): string {
  return kind === "release" ? label : `${label} (${commit.slice(0, 8)})`;
}

/** Types of a difference: none where they are the same, or there are none. */
export function typesOf({ type }: Difference): { readonly before?: string; readonly after?: string } {
  if (type === undefined || type.before === type.after) return {};
  return {
    ...(type.before === undefined ? {} : { before: typeText(type.before) }),
    ...(type.after === undefined ? {} : { after: typeText(type.after) }),
  };
}

/** How a package stands, in a sentence without its subject. */
export function conclusion(comparison: Comparison): string {
  switch (comparison.state) {
    case "new":
      return `new package, first release ${comparison.version}, no changeset needed`;
    case "removed":
      return `removed, ${farewell(comparison.released, comparison.name)}`;
    case "same":
      return `no change since ${baseText(comparison.base)}`;
    case "differs":
      return demand(comparison);
  }
}

function farewell(released: string | undefined, name: string): string {
  if (released === undefined) return "and was never released: nothing else to do";
  return `no changeset needed; \`npm deprecate ${packageName(name)} "…"\` tells those who have ${released}`;
}

function demand({ base, bump, baseVersion, required, version }: ComparedPackage): string {
  const since = `since ${baseText(base)}`;
  if (bump === "none") return `nothing that a user would notice ${since}`;
  const next = `${since}: ${bump}, ${baseVersion} → ${required}`;
  return version === baseVersion ? next : `${next}; package.json says ${version}`;
}
