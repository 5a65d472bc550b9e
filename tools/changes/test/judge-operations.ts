import type { Operation } from "@keysmith/generator";
import type { Snapshot } from "../src/snapshot/snapshot.ts";
import type { Finding, Place } from "../src/verdict/finding.ts";
import type { Level } from "../src/verdict/level.ts";

/**
 * Judges as the axes do, by little: an operation removed is major, one added minor, one with another summary a patch.
 * Where the documents are the same, the code is asked: a client that says `breaking` breaks. Tests of what is done with
 * findings need no compiler.
 */
export async function judgeOperations(before: Snapshot, after: Snapshot): Promise<readonly Finding[]> {
  const [old, now] = [byRoute(before), byRoute(after)];
  const removed = [...old].filter(([route]) => !now.has(route));
  const added = [...now].filter(([route]) => !old.has(route));
  const reworded = [...now].filter(([route, { summary }]) => {
    const earlier = old.get(route);
    return earlier !== undefined && earlier.summary !== summary;
  });
  const code = after.files.get("src/client.ts");
  return [
    ...removed.map(([route, one]) =>
      finding(route, one, { side: "before", level: "major", section: "breaking" }),
    ),
    ...added.map(([route, one]) => finding(route, one, { side: "after", level: "minor", section: "added" })),
    ...reworded.map(([route, one]) =>
      finding(route, one, { side: "after", level: "patch", section: "api-only" }),
    ),
    ...(code?.includes("// breaking") === true && code !== before.files.get("src/client.ts") ? [ofCode] : []),
  ];
}

function byRoute({ api }: Snapshot): ReadonlyMap<string, Operation> {
  return new Map(api.operations.map((one) => [`${one.method.toUpperCase()} ${one.path}`, one]));
}

function finding(
  route: string,
  { id, path, method }: Operation,
  { side, level, section }: { side: Place["side"]; level: Level; section: Finding["section"] },
): Finding {
  const done = section === "api-only" ? "reworded" : section === "added" ? "added" : "removed";
  const pointer = `#/paths/${path.replaceAll("/", "~1")}/${method.toLowerCase()}`;
  return {
    what: `operation ${id} ${done}`,
    operations: [route],
    wire: { level, rule: `wire/operation-${done}`, message: "" },
    type:
      section === "api-only"
        ? undefined
        : {
            level,
            rule: `type/operation-${done}`,
            message: "",
            ...(section === "added" ? { after: `() => Promise<${id}>` } : { before: `() => Promise<${id}>` }),
          },
    level,
    section,
    place: { side, pointer },
  };
}

const ofCode: Finding = {
  what: "option `auth` of createPets | removed",
  operations: [],
  wire: undefined,
  type: {
    level: "major",
    rule: "type/option-removed",
    message: "",
    before: "{ auth?: string }",
    after: "{}",
  },
  level: "major",
  section: "breaking",
  place: undefined,
};
