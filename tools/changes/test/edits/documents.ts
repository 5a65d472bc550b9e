import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { snapshotOfDocument } from "../../src/snapshot/of-document.ts";
import type { Snapshot } from "../../src/snapshot/snapshot.ts";
import type { Document, Edit } from "./edit.ts";

const base: Document = parse(readFileSync(join(import.meta.dirname, "base.yaml"), "utf8"));
const made = new Map<string, Promise<Snapshot>>();

/** The state that the base document makes after some edits; each is made once. */
export function edited(...edits: readonly Edit[]): Promise<Snapshot> {
  const document = structuredClone(base);
  for (const edit of edits) edit(document);
  return snapshotOf(stringify(document));
}

/** The state that a text makes as the document of the provider `acme`. */
export function snapshotOf(text: string): Promise<Snapshot> {
  const known = made.get(text);
  if (known) return known;
  const snapshot = makeSnapshot(text);
  made.set(text, snapshot);
  return snapshot;
}

async function makeSnapshot(text: string): Promise<Snapshot> {
  const folder = mkdtempSync(join(tmpdir(), "keysmith-edit-"));
  try {
    mkdirSync(join(folder, "specs"));
    const file = join(folder, "specs/acme.yaml");
    writeFileSync(file, text);
    return await snapshotOfDocument(file, { name: "acme", version: "1.0.0", label: "the edit table" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
