import type { Finding } from "./finding.ts";

/** More texts than this are told in one row. */
const FEW = 3;

/**
 * Leaves a few changes of texts as they are, and makes one row of many: forty descriptions are no forty news. The row
 * stands where the first of them does.
 */
export function withFewTexts(findings: readonly Finding[]): readonly Finding[] {
  const texts = new Set(findings.filter(({ wire, type }) => wire?.rule === "wire/documentation" && !type));
  const [first] = texts;
  if (texts.size <= FEW || !first) return findings;
  const summary: Finding = {
    ...first,
    what: `documentation changed in ${texts.size} places: ${names(texts)}`,
    operations: [...new Set([...texts].flatMap(({ operations }) => operations))],
  };
  return findings.flatMap((finding) => {
    if (finding === first) return [summary];
    return texts.has(finding) ? [] : [finding];
  });
}

/** The first of them by name, so that a reader knows what it is about. */
function names(texts: ReadonlySet<Finding>): string {
  const all = [...texts].map(({ what }) => what.replace(/(?:: .*| (?:changed|added|removed))$/, ""));
  const different = [...new Set(all)];
  const rest = different.length - FEW;
  return different.slice(0, FEW).join(", ") + (rest > 0 ? `, and ${rest} more` : "");
}
