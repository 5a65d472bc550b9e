import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { JsonObject } from "@keysmith/generator";
import { AskedProcess } from "../process/ask.ts";

/** One difference between two documents, as Redocly's `diff` reports it. */
export interface Difference {
  readonly kind: "added" | "removed" | "modified";
  /** What kind of part of a document it is: `Schema`, `Parameter`, `MediaType`. */
  readonly typeName: string;
  /** Of a modified part: the member that differs, or `key` for its own name. */
  readonly property: string | undefined;
  /** The way to it from where it is used, through references; of a shared part, from where it is used first. */
  readonly usage: string;
  /** The part in either document, references followed. */
  readonly before: Side | undefined;
  readonly after: Side | undefined;
  /** Why Redocly calls it breaking; empty where it does not. */
  readonly verdicts: readonly { readonly ruleId: string; readonly message: string }[];
}

export interface Side {
  /** Of the part itself, whatever member of it differs. */
  readonly pointer: string;
  /** Of the member that differs; undefined where it is not there. */
  readonly value: unknown;
}

interface Report {
  readonly changes: readonly {
    readonly path: string;
    readonly kind: Difference["kind"];
    readonly typeName: string;
    readonly property?: string;
    readonly verdicts: Difference["verdicts"];
    readonly base?: { readonly pointer: string; readonly value?: unknown };
    readonly revision?: { readonly pointer: string; readonly value?: unknown };
  }[];
}

/** One run of the command. */
export interface Run {
  /** Its module. */
  readonly command: string;
  /** Where it runs. */
  readonly folder: string;
  readonly args: readonly string[];
}

/** How a run ended: its exit code, and what it wrote to standard error. */
export interface Outcome {
  readonly code: number;
  readonly said: string;
}

const command = join(
  dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")),
  "lib/index.js",
);

/** It takes six times as long to load as to compare two documents: one process compares them all. */
const redocly = new AskedProcess<Run, Outcome>(
  join(import.meta.dirname, "redocly-process.ts"),
  "Redocly",
  // Nothing goes to the network, and no notice of an update is asked for.
  {
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    REDOCLY_SUPPRESS_NOTIFICATIONS: "true",
  },
);

/**
 * What Redocly's `diff` says of two documents. The only module that knows Redocly, so that it can be replaced: the
 * command is marked experimental, and its version is pinned for that.
 *
 * @throws Redocly ended with an error; the message has its own words.
 */
export async function differences(before: JsonObject, after: JsonObject): Promise<readonly Difference[]> {
  const folder = await mkdtemp(join(tmpdir(), "keysmith-diff-"));
  try {
    await Promise.all([
      // JSON of what we loaded ourselves: its pointers are the ones that `Source.problem` understands.
      writeFile(join(folder, "before.json"), JSON.stringify(before)),
      writeFile(join(folder, "after.json"), JSON.stringify(after)),
    ]);
    return await diff(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function diff(folder: string): Promise<readonly Difference[]> {
  const output = join(folder, "report.json");
  const flags = ["--format=json", "--fail-on=none", "--lint-config=off", `--output=${output}`];
  const { code, said } = await redocly.ask({
    command,
    folder,
    args: ["diff", "before.json", "after.json", ...flags],
  });
  if (code !== 0) throw new Error(`Redocly could not compare the documents. ${said}`.trim());
  const report: Report = JSON.parse(await readFile(output, "utf8"));
  return report.changes.map((change) => ({
    kind: change.kind,
    typeName: change.typeName,
    property: change.property,
    usage: change.path,
    before: side(change.base, change.property),
    after: side(change.revision, change.property),
    verdicts: change.verdicts,
  }));
}

/** Redocly points at the member that differs where it is there, and at the part where it is not. */
function side(found: Report["changes"][number]["base"], property: string | undefined): Side | undefined {
  if (!found) return undefined;
  const { pointer, value } = found;
  const own = property !== undefined && property !== "key" && value !== undefined;
  return { pointer: own ? pointer.slice(0, pointer.lastIndexOf("/")) : pointer, value };
}
