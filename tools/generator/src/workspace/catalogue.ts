import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { code, line, link } from "../emit/markdown/markdown.ts";
import { table } from "../emit/markdown/table.ts";
import { readManifest } from "./workspace.ts";

/** The file that lists the packages, relative to the workspace. */
export const CATALOGUE = "README.md";

/** The table of providers stands between the two; a README without them has none. */
const BEGIN = "<!-- providers: made by `pnpm generate` -->";
const END = "<!-- /providers -->";

/**
 * The README with the table of these packages.
 *
 * Their own package.json tell all it says: a run that makes one package of a hundred reads no other document.
 *
 * @returns `undefined` where it says so already, or has no such table.
 */
export function newCatalogue(
  root: string,
  packages: ReadonlyMap<string, string>,
): { readonly file: string; readonly text: string } | undefined {
  const file = join(root, CATALOGUE);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const begin = text.indexOf(BEGIN) + BEGIN.length;
  const end = text.indexOf(END, begin);
  if (!text.includes(BEGIN) || end < 0) return undefined;
  const wanted = providerTable(packages);
  if (bare(text.slice(begin, end)) === bare(wanted)) return undefined;
  return { file, text: `${text.slice(0, begin)}\n\n${wanted}\n\n${text.slice(end)}` };
}

/** Writes it as the formatter has it. */
export async function writeCatalogue({ file, text }: { file: string; text: string }): Promise<void> {
  const { formatReadme } = await import("../write/format.ts");
  writeFileSync(file, await formatReadme(text));
}

function providerTable(packages: ReadonlyMap<string, string>): string {
  const rows = [...packages].flatMap(([name, folder]) => {
    const about = readManifest(folder)?.keysmith;
    return about === undefined ? [] : { name, about };
  });
  const providers = table(rows, [
    { title: "API", cell: ({ name, about }) => line`${about.title ?? name}` },
    { title: "package", cell: ({ name }) => link(code(`@keysmith/${name}`), `packages/${name}`) },
    {
      title: "operations",
      cell: ({ name, about: { operations } }) =>
        // Without operations there is no such heading.
        operations === undefined || operations === 0
          ? undefined
          : link(String(operations), `packages/${name}/README.md#operations`),
    },
    { title: "document", cell: ({ about: { spec } }) => link(spec.replace("specs/", ""), spec) },
  ]);
  return providers?.markdown ?? "There is none yet.";
}

/** Without what the formatter decides: the width of columns, and empty lines. */
function bare(text: string): string {
  return text.replaceAll(/ +/g, " ").replaceAll(/-{3,}/g, "---").trim();
}
