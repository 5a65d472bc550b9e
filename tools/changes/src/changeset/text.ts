import { type ComparedPackage, type Difference } from "../compared.ts";
import { inlineCode, plainText } from "../report/markup.ts";
import { typesBlock } from "../report/markdown.ts";
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
}

function sectionsOf({ differences }: ComparedPackage): readonly Section[] {
  const names = Object.keys(SECTIONS) as readonly Finding["section"][];
  return names.flatMap((name) => {
    const own = differences.filter(({ section }) => section === name);
    return own.length === 0 ? [] : [{ name, differences: own }];
  });
}

function summary({ title, subject }: ComparedPackage, sections: readonly Section[]): string {
  const counts = sections.map(({ name, differences: { length } }) => {
    const [one, many] = SECTIONS[name].count;
    return `${length} ${length === 1 ? one : many}`;
  });
  const of = subject === "document" ? plainText(title) : "Generated code";
  return `${of}: ${counts.join(", ")}`;
}

function formatSection({ name, differences }: Section): string {
  return `**${SECTIONS[name].title}**\n\n${differences.map(formatEntry).join("\n")}`;
}

function formatEntry(difference: Difference): string {
  const { operations, what } = difference;
  const where = operations.map(inlineCode).join(", ");
  const line = `- ${where === "" ? "" : `${where}: `}${plainText(what)}`;
  const types = typesBlock(difference);
  return types === undefined ? line : `${line}\n\n${indented(types)}\n`;
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}
