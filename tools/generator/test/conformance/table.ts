import { areas } from "./areas.ts";
import type { Area, Row } from "./row.ts";

/** The conformance table as Markdown, a section for each area. */
export function conformanceTable(): string {
  return areas
    .filter(({ rows }) => rows.length > 0)
    .map(section)
    .join("\n\n");
}

function section({ title, file, rows }: Area): string {
  const lines = rows.map((row) => {
    const proofs = [file, ...(row.also === undefined ? [] : [row.also])];
    const cells = [
      row.feature,
      (row.versions ?? ["3.0", "3.1"]).join(", "),
      row.status,
      noteOf(row),
      proofs.map(link).join(", "),
    ];
    return `| ${cells.map(escaped).join(" | ")} |`;
  });
  return [
    `### ${title}`,
    "",
    "| feature | OpenAPI | status | | proof |",
    "| --- | --- | --- | --- | --- |",
    ...lines,
  ].join("\n");
}

function noteOf({ note = "" }: Row): string {
  return note;
}

function link(file: string): string {
  const [name = file] = file.split("/").slice(-1);
  return `[${name}](${file})`;
}

/** In a table, a bar ends a cell even within code. */
function escaped(cell: string): string {
  return cell.replaceAll("|", String.raw`\|`);
}
