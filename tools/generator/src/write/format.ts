import settings from "@keysmith/config/oxfmt.json" with { type: "json" };
import type { GeneratedFile } from "../emit/target.ts";

/** Formatted by the same settings the repository is checked with, so generated code passes the same gate. */
export async function formatFiles(files: readonly GeneratedFile[]): Promise<GeneratedFile[]> {
  const { format } = await import("oxfmt");
  return Promise.all(
    files.map(async (file) => {
      if (!FORMATTED.test(file.path)) return file;
      const { code, errors } = await format(file.path, file.text, { printWidth: settings.printWidth });
      const [first] = errors;
      if (first) {
        throw new Error(`The generator printed ${file.path} in a form that does not parse: ${first.message}`);
      }
      return { path: file.path, text: code };
    }),
  );
}

const FORMATTED = /\.(?:ts|json|md)$/;
