import { parseChangesetFile } from "@changesets/parse";
import { FileError } from "../refusals.ts";
import { LEVELS, type Level, reaches } from "../verdict/level.ts";

/** Below it everything is a person's. */
export const MARKER =
  "<!-- yours from here on: `pnpm changes --write` keeps it, and writes anew what is above -->";

/** A changeset of ours, as it lies on disk. */
export interface OwnFile {
  /** `.changeset/spec-automox-0123456789.md` */
  readonly path: string;
  readonly text: string;
  /** Bump per package, in the order of the file. */
  readonly releases: ReadonlyMap<string, Level>;
  /** The bump that we asked for when it was written; undefined when that was taken out. */
  readonly asked: Level | undefined;
  /** What a person wrote below the marker, without blank lines around it. */
  readonly personal: string;
}

/**
 * Reads a changeset of ours.
 *
 * @throws {FileError} Somebody left it in a form that changesets cannot read, or without its marker.
 */
export function readOwnFile(path: string, text: string): OwnFile {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const markers = lines.flatMap((line, index) => (line.trim() === MARKER ? [index] : []));
  let parsed;
  try {
    parsed = parseChangesetFile(lines.join("\n"));
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    throw new FileError(`${path}: ${reason} Mend it, or delete it and run \`pnpm changes --write\` again.`);
  }
  if (markers.length === 0 && parsed.summary !== "")
    throw new FileError(
      `${path}: the line \`${MARKER}\` is gone, and what is yours cannot be told from what is not. Put it back above your text, or delete the file, and run \`pnpm changes --write\` again.`,
    );
  const asked = ASKED.exec(lines.slice(0, lines.indexOf("---", 1)).join("\n"))?.groups?.["level"];
  return {
    path,
    text,
    releases: new Map(parsed.releases.map(({ name, type }) => [name, type])),
    asked: LEVELS.find((level) => level === asked),
    personal: lines
      .slice((markers[0] ?? lines.length) + 1)
      .filter((line) => line.trim() !== MARKER)
      .join("\n")
      .trim(),
  };
}

const ASKED = /# asked for: (?<level>[a-z]+)/;

/** The text of a changeset of ours as far as the marker. */
export function printOwnFile(
  packageName: string,
  releases: ReadonlyMap<string, Level>,
  asked: Level,
  changelog: string,
): string {
  const lines = [...releases].map(([name, bump]) =>
    name === packageName ? `"${name}": ${bump} # asked for: ${asked}` : `"${name}": ${bump}`,
  );
  return ["---", ...lines, "---", "", changelog, "", MARKER, ""].join("\n");
}

/** Of a bump that is asked for, and of files that say one already: raised by a person, it stays raised. */
export function keptBump(packageName: string, asked: Level, earlier: readonly OwnFile[]): Level {
  const raised = earlier.flatMap((file) => {
    const bump = file.releases.get(packageName);
    return bump !== undefined && !reaches(file.asked ?? "none", bump) ? [bump] : [];
  });
  return raised.reduce((highest, bump) => (reaches(bump, highest) ? bump : highest), asked);
}
