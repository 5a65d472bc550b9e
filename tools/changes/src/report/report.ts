import type { Written } from "../changeset/write.ts";
import type { Compared } from "../compare.ts";
import type { Settings } from "../settings.ts";

/** How to say it, and what was done besides comparing. */
export interface Telling {
  readonly form: Settings["form"];
  /** Of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
  /** Undefined without `--write`. */
  readonly written: readonly Written[] | undefined;
  /** Undefined without `--check`. */
  readonly failures: readonly string[] | undefined;
}

/** What goes to stdout. Each form is loaded when it is asked for. */
export async function formatReport(compared: Compared, telling: Telling): Promise<string> {
  switch (telling.form) {
    case "json":
      return (await import("./json.ts")).formatJson(compared, telling);
    case "markdown":
      return (await import("./markdown.ts")).formatMarkdown(compared);
    case "table":
      return (await import("./text.ts")).formatText(compared, telling);
  }
}
