import type { ComparedPackage, Difference, LostPromise } from "../compared.ts";
import { inlineCode, plainText } from "../report/markup.ts";
import { typesBlock } from "../report/markdown.ts";
import { lostText, several, type Types } from "../report/words.ts";
import type { Finding } from "../verdict/finding.ts";

const SECTIONS: Readonly<Record<Finding["section"], { readonly title: string; readonly count: Count }>> = {
  breaking: { title: "Breaking", count: ["breaking change", "breaking changes"] },
  added: { title: "Added", count: ["addition", "additions"] },
  changed: { title: "Changed", count: ["change", "changes"] },
  deprecated: { title: "Deprecated", count: ["deprecation", "deprecations"] },
  "api-only": { title: "API only", count: ["change of the API only", "changes of the API only"] },
};

type Count = readonly [one: string, many: string];

/**
 * What a changelog says of a package's differences: a line, then a section for each kind of them. Changesets makes an
 * item of a list of it, so its headings are words in bold: a heading would become one of the changelog itself.
 */
export function changelogText(compared: ComparedPackage): string {
  const sections = sectionsOf(compared);
  return [summary(compared, sections), ...sections.map(formatSection)].join("\n\n");
}

interface Section {
  readonly name: Finding["section"];
  readonly differences: readonly Difference[];
  readonly lost: readonly LostPromise[];
}

function sectionsOf({ differences, lost }: ComparedPackage): readonly Section[] {
  const names = Object.keys(SECTIONS) as readonly Finding["section"][];
  return names.flatMap((name) => {
    const own = differences.filter(({ section }) => section === name);
    const broken = name === "breaking" ? lost : [];
    return own.length + broken.length === 0 ? [] : [{ name, differences: own, lost: broken }];
  });
}

function summary({ title, subject }: ComparedPackage, sections: readonly Section[]): string {
  const counts = sections.flatMap(({ name, differences: { length } }) => {
    const [one, many] = SECTIONS[name].count;
    return length === 0 ? [] : [`${length} ${length === 1 ? one : many}`];
  });
  const broken = sections.flatMap(({ lost }) => lost).length;
  if (broken > 0)
    counts.push(
      `${broken} ${broken === 1 ? "example or test" : "examples or tests"} that no longer hold${broken === 1 ? "s" : ""}`,
    );
  const of = subject === "document" ? plainText(title) : "Generated code";
  return `${of}: ${counts.join(", ")}`;
}

function formatSection({ name, differences, lost }: Section): string {
  const entries = [...differences.map(formatDifference), ...lost.map(formatLost)];
  return `**${SECTIONS[name].title}**\n\n${entries.join("\n")}`;
}

function formatDifference(difference: Difference): string {
  const { operations, what, type } = difference;
  const { shown, more } = several(operations);
  const where = [shown.map(inlineCode).join(", "), ...more].join(" ");
  const why = waived(difference);
  // What is used in many places is found by its own name.
  if (operations.length > 2) return formatEntry("", `${plainText(what)} (${where})${why}`, type ?? {});
  return formatEntry(where, `${plainText(what)}${why}`, type ?? {});
}

/** Why a difference is released as less than it is; empty where it is not, whatever was waived of it. */
function waived({ waivers, bump }: Difference): string {
  const reasons = new Set(waivers.filter((waiver) => waiver.bump === bump).map(({ reason }) => reason));
  return reasons.size === 0 ? "" : `. Counts as ${bump}: ${[...reasons].map(plainText).join(" ")}`;
}

function formatLost(promise: LostPromise): string {
  const where = promise.operation === undefined ? "" : inlineCode(promise.operation);
  return formatEntry(where, `no longer holds: ${plainText(lostText(promise))}`, promise);
}

function formatEntry(where: string, what: string, types: Types): string {
  const line = `- ${where === "" ? "" : `${where}: `}${what}`;
  const block = typesBlock(types);
  return block === undefined ? line : `${line}\n\n${indented(block)}\n`;
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}
