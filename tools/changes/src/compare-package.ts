import { createHash } from "node:crypto";
import type { Workspace } from "@keysmith/generator";
import type { Base } from "./base/base.ts";
import { committedSnapshot } from "./base/committed-snapshot.ts";
import { presentSnapshot } from "./base/present-snapshot.ts";
import type { Repository } from "./base/repository.ts";
import { shortHash } from "./changeset/own-paths.ts";
import type { Misfit, Waiver } from "./changeset/waivers.ts";
import type { ComparedPackage, Difference, Location } from "./compared.ts";
import { lostPromises, unreplayedNotices } from "./lost.ts";
import type { ReplayFinding } from "./replay/finding.ts";
import type { Snapshot } from "./snapshot/snapshot.ts";
import type { Finding, Place } from "./verdict/finding.ts";
import { bumpFor, highest } from "./verdict/level.ts";
import { versionAfter } from "./verdict/version.ts";
import { weigh, type Weighed } from "./weigh.ts";

/** What judges two states; tests give their own. */
export type Judge = (before: Snapshot, after: Snapshot) => Promise<readonly Finding[]>;

/** What tries the promises of the old state on the new one. */
export type Replay = (before: Snapshot, after: Snapshot) => Promise<readonly ReplayFinding[]>;

/** Which package is compared with what. */
export interface Pair {
  readonly workspace: Workspace;
  readonly repository: Repository;
  readonly name: string;
  readonly base: Base;
  /** Of this package and this base. */
  readonly waivers: readonly Waiver[];
}

/** A package, compared, and what is to be said besides. */
export interface PackageResult {
  readonly compared: ComparedPackage;
  readonly misfits: readonly Misfit[];
  readonly notices: readonly string[];
}

/**
 * Reads both states of a package, and judges what differs.
 *
 * @throws {SpecProblems} The document was refused.
 * @throws {CompareError} The base cannot be read.
 */
export async function comparePackage(
  { workspace, repository, name, base, waivers }: Pair,
  { judge, replay }: { readonly judge: Judge; readonly replay: Replay | undefined },
): Promise<PackageResult> {
  const after = await presentSnapshot(workspace, name);
  const before = await committedSnapshot(repository, name, base);
  const [released, present] = [stateHash(before), stateHash(after)];
  const same = released === present;
  const { weighed, misfits } = weigh(same ? [] : await judge(before, after), waivers, before.version);
  const replayed = same || replay === undefined ? [] : await replay(before, after);
  const lost = lostPromises(replayed, weighed);
  // What does not compile any more is breaking, whatever the axes say.
  const least = lost.some(({ unexplained }) => unexplained) ? bumpFor("major", before.version) : "none";
  const bump = highest([...weighed.map((one) => one.bump), least]);
  const compared: ComparedPackage = {
    state: same ? "same" : "differs",
    name,
    base,
    baseVersion: before.version,
    version: after.version,
    title: after.api.title,
    subject: before.source.bundled === after.source.bundled ? "code" : "document",
    differences: weighed.map((one) => difference(one, before, after)),
    lost,
    bump,
    required: versionAfter(before.version, bump),
    hash: shortHash(`${released} ${present}`),
  };
  return { compared, misfits, notices: unreplayedNotices(name, replayed) };
}

/** Hash of what users compile, send and receive with; its version and what is written about it are no part of it. */
function stateHash({ files, runtime, mock }: Snapshot): string {
  const hash = createHash("sha256");
  const add = (folder: string, path: string, text: string): void => {
    if (path.startsWith("src/") || path === "openapi.yaml") hash.update(`${folder}/${path}\0${text}\0`);
  };
  for (const [folder, texts] of Object.entries({ files, runtime, mock }))
    for (const [path, text] of [...texts].toSorted(([a], [b]) => (a < b ? -1 : 1))) add(folder, path, text);
  return hash.digest("hex");
}

function difference({ finding, bump, waivers }: Weighed, before: Snapshot, after: Snapshot): Difference {
  return { ...finding, location: locate(finding.place, before, after), bump, waivers };
}

function locate(place: Place | undefined, before: Snapshot, after: Snapshot): Location | undefined {
  if (place === undefined) return undefined;
  const { source } = place.side === "before" ? before : after;
  const { file, line, column } = source.problem("warning", place.pointer, "");
  return { file, line, column, pointer: place.pointer };
}
