import settings from "@keysmith/config/oxfmt.json" with { type: "json" };
import type { format as Format } from "oxfmt";
import type { GeneratedFile } from "../emit/target.ts";

/**
 * Formats by the settings the repository is checked with, so that generated code passes the same gate.
 *
 * @param files - Taken one by one: the formatter has threads of its own, and works while the next file is printed.
 */
export async function formatFiles(files: Iterable<GeneratedFile>): Promise<GeneratedFile[]> {
  const { format } = await import("oxfmt");
  // Its first call loads the native part, which could not go on before all files are printed.
  await format("first.json", "");
  const formatted: Promise<GeneratedFile>[] = [];
  for (const file of files) formatted.push(formatFile(format, file));
  return Promise.all(formatted);
}

async function formatFile(format: typeof Format, file: GeneratedFile): Promise<GeneratedFile> {
  if (!FORMATTED.test(file.path)) return file;
  const { code, errors } = await format(file.path, file.text, OPTIONS);
  const [first] = errors;
  if (first) {
    throw new Error(`The generator printed ${file.path} in a form that does not parse: ${first.message}`);
  }
  return { path: file.path, text: code };
}

/** A README outside of packages, where wrapped prose stays as it was written. */
export async function formatReadme(text: string): Promise<string> {
  const { format } = await import("oxfmt");
  return (await format("README.md", text, { printWidth: settings.printWidth })).code;
}

/**
 * Columns of a table are aligned while the table fits the width. Wider ones stay as they are printed: every cell would
 * grow to the longest of its column, and the pages of a large document to ten times their size.
 */
const OPTIONS = { printWidth: settings.printWidth, proseWrap: "never" } as const;

const FORMATTED = /\.(?:ts|json|md)$/;
