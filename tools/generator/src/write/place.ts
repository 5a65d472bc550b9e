import { lstatSync, realpathSync, type Stats } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import { Refusal } from "../workspace/refusal.ts";
import { reasonOf } from "./reason.ts";

/** The place on disk of a file of the package; what stands on the way decides whether it may be touched. */
export type Place = (path: string) => string;

/**
 * The one way from a generated file's path to the disk, for reading, writing and removing alike.
 *
 * @throws {Refusal} The path is none, or a link on the way leads out of the folder, or a file is where a folder belongs.
 */
export function placesIn(folder: string): Place {
  const judged = new Map<string, "folder" | "file" | "nothing">();
  const judge = (place: string): "folder" | "file" | "nothing" => {
    const known = judged.get(place) ?? kindOf(folder, place);
    judged.set(place, known);
    return known;
  };
  return (path) => {
    refuseOddPath(path);
    const segments = path.split("/");
    for (const length of segments.keys()) {
      const place = join(folder, ...segments.slice(0, length));
      const kind = judge(place);
      if (kind === "file") throw new Refusal(`${place} is a file where a folder belongs. Move it away.`);
      if (kind === "nothing") return join(folder, path);
    }
    const place = join(folder, path);
    if (judge(place) === "folder")
      throw new Refusal(`${place} is a folder where a file belongs. Move it away.`);
    return place;
  };
}

/** What Windows keeps for devices, whatever the extension. */
const DEVICE = /^(?:aux|con|nul|prn|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** What some system takes for more than a name: separators, streams, wildcards, controls, trailing dots and spaces. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const ODD = /[\\:*?"<>|\p{Cc}\p{Surrogate}]|[. ]$/u;

const LONGEST = 255;

/** `names.ts` makes no such path; this is what holds if it ever does. */
function refuseOddPath(path: string): void {
  for (const segment of path.split("/")) {
    const odd = segment === "" || ODD.test(segment) || DEVICE.test(segment);
    if (odd || Buffer.byteLength(segment) > LONGEST)
      throw new Refusal(`${JSON.stringify(path)} is no path for a generated file: nothing was written.`);
  }
}

function kindOf(folder: string, place: string): "folder" | "file" | "nothing" {
  const entry = entryAt(place);
  if (entry === undefined) return "nothing";
  // The folder itself may be a link: whoever named it meant where it leads.
  if (entry.isSymbolicLink() && place !== folder) refuseLeaving(folder, place);
  return (entry.isSymbolicLink() ? lstatSync(realpathSync(place)) : entry).isDirectory() ? "folder" : "file";
}

function entryAt(place: string): Stats | undefined {
  try {
    return lstatSync(place, { throwIfNoEntry: false });
  } catch (error) {
    throw new Refusal(`${place} cannot be written: ${reasonOf(error)}`);
  }
}

function refuseLeaving(folder: string, link: string): void {
  let target: string;
  try {
    target = realpathSync(link);
  } catch {
    throw new Refusal(`${link} is a symbolic link that leads nowhere. Remove it.`);
  }
  const way = relative(realpathSync(folder), target);
  if (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way)) return;
  throw new Refusal(
    `${link} is a symbolic link that leads out of the package, to ${target}, where nothing is written or removed. Replace it with what it stands for.`,
  );
}
