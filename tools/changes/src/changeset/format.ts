import settings from "@keysmith/config/oxfmt.json" with { type: "json" };

/** Formats a changeset by the settings that the repository's own files are checked with. */
export async function formatChangeset(path: string, text: string): Promise<string> {
  // It has a native part: loaded where something is written.
  const { format } = await import("oxfmt");
  const { code } = await format(path, text, { printWidth: settings.printWidth });
  return code;
}
