import type { ComparedPackage, Comparison, Location, LostPromise } from "../compared.ts";
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

/** Whether there is more to show of a package than a sentence. */
export function isTold(comparison: Comparison): comparison is ComparedPackage {
  if (comparison.state !== "differs") return false;
  return comparison.differences.length > 0 || comparison.lost.length > 0;
}

/** Said where an example does not compile, and the axis that has to know says nothing. */
export const UNEXPLAINED =
  "No difference of types says why: that is a fault of tools/changes, and counts as breaking.";

/** Of a list with very many entries the first ones, and how many there are more: all of them are in the JSON. */
export function several(entries: readonly string[]): {
  readonly shown: readonly string[];
  readonly more: readonly string[];
} {
  if (entries.length <= SHOWN + 1) return { shown: entries, more: [] };
  return { shown: entries.slice(0, SHOWN), more: [`and ${entries.length - SHOWN} more`] };
}

const SHOWN = 5;

/** Where a promise was made, and what became of it: `listKeys: with every argument (README.md:12): …`. */
export function lostText({ title, where, message }: LostPromise): string {
  const place = where === undefined ? "" : ` (${where.file}:${where.line})`;
  return `${title}${place}: ${message}`;
}

/**
 * Types of a difference or a promise, without what would move a cursor; nothing where both are the same.
 *
 * @param most - Lines of each: who needs more of a very long one finds it in the JSON.
 */
export function typesIn({ before, after }: Types, most: number): Types {
  if (before === after) return {};
  return {
    ...(before === undefined ? {} : { before: clip(typeText(before), most) }),
    ...(after === undefined ? {} : { after: clip(typeText(after), most) }),
  };
}

/** Types as the compiler prints them; absent on the side that has none. */
export interface Types {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

function clip(text: string, most: number): string {
  const lines = text.split("\n");
  if (lines.length <= most + 1) return text;
  return [...lines.slice(0, most), `// and ${lines.length - most} lines more`].join("\n");
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
