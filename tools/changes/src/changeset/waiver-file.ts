import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FileError } from "../refusals.ts";
import type { Level } from "../verdict/level.ts";
import type { Waiver } from "./waivers.ts";

/** Beside the changesets, whose tool reads no other files than `.md`. */
export const WAIVER_FILE = ".changeset/waivers.yaml";

/**
 * The waivers of a workspace.
 *
 * @throws {FileError} The file says something else than waivers.
 */
export async function readWaivers(root: string): Promise<readonly Waiver[]> {
  const file = join(root, WAIVER_FILE);
  return existsSync(file) ? parseWaivers(readFileSync(file, "utf8")) : [];
}

/**
 * Reads the text of a waiver file.
 *
 * @throws {FileError} It says something else than waivers.
 */
export async function parseWaivers(text: string): Promise<readonly Waiver[]> {
  // Hardly ever is there such a file.
  const { parse } = await import("yaml");
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FileError(`${WAIVER_FILE} is not YAML: ${reason}`);
  }
  if (content === null || content === undefined) return [];
  if (!Array.isArray(content)) throw new FileError(`${WAIVER_FILE}: expected a list of entries. ${EXPECTED}`);
  return content.map(waiver);
}

const EXPECTED = `Each is { package: "@keysmith/automox", base: "0.1.0", rule: …, operation: GET /keys, bump: patch, reason: … }; instead of the operation, or besides, pointer: "#/components/…".`;
const BUMPS: readonly string[] = ["none", "patch", "minor"] satisfies readonly Level[];
const MEMBERS = new Set(["package", "base", "rule", "operation", "pointer", "bump", "reason"]);

function waiver(entry: unknown, index: number): Waiver {
  const refuse = (what: string): FileError =>
    new FileError(`${WAIVER_FILE}, entry ${index + 1}: ${what}. ${EXPECTED}`);
  if (typeof entry !== "object" || entry === null) throw refuse("expected an object");
  const members = new Map<string, unknown>(Object.entries(entry));
  for (const name of members.keys())
    if (!MEMBERS.has(name)) throw refuse(`"${name}" is nothing that a waiver has`);
  const text = (name: string): string => {
    const value = members.get(name);
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    throw refuse(`expected text for "${name}", found ${JSON.stringify(value) ?? "nothing"}`);
  };
  const optional = (name: string): string | undefined => (members.has(name) ? text(name) : undefined);
  const [operation, pointer, bump] = [optional("operation"), optional("pointer"), text("bump")];
  if (operation === undefined && pointer === undefined) throw refuse("expected an operation or a pointer");
  if (!BUMPS.includes(bump)) throw refuse(`expected one of ${BUMPS.join(", ")} for "bump", found ${bump}`);
  return {
    package: text("package"),
    base: text("base"),
    rule: text("rule"),
    operation,
    pointer,
    bump: bump as Level,
    reason: text("reason"),
  };
}
