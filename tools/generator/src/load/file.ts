import { readFileSync, statSync } from "node:fs";
import { extname } from "node:path";
import { SpecProblems, type Problem } from "../problem.ts";
import type { Json } from "../read/model.ts";
import { jsonFaults } from "./json-faults.ts";
import { jsonLocator, type JsonPlaces } from "./json-places.ts";
import { lineFinder } from "./lines.ts";
import type { Fault, Locator, Parsed } from "./parsed.ts";
import { formatPointer, type Tokens } from "./pointer.ts";
import { siblingSuggestion } from "./siblings.ts";
import { parseYaml, yamlLocator } from "./yaml-file.ts";

/** One file, read and understood. */
export interface SourceFile {
  /** Absolute, symbolic links resolved as far as the caller did. */
  readonly path: string;
  /** As messages call it. */
  readonly name: string;
  /** Without a byte order mark. */
  readonly text: string;
  readonly data: Json;
  /** True when `tokens` lead to something in this file. */
  has(tokens: Tokens): boolean;
  /** A problem at `tokens`, or at the nearest thing above that exists. */
  problem(severity: Problem["severity"], tokens: Tokens, message: string, pointer?: string): Problem;
}

/** Largest file that is read. The largest documents anybody publishes have half of that. */
export const MAX_BYTES = 64 * 1024 * 1024;

/** More faults in one file than anybody mends at once. */
export const MAX_FAULTS = 500;

/**
 * Reads a YAML or JSON file.
 *
 * @throws SpecProblems when it cannot be read, is empty, or its syntax is wrong
 */
export function openFile(path: string, name: string): SourceFile {
  const text = readText(path, name);
  const isJson = extname(path).toLowerCase() === ".json";
  const lineColumn = lineFinder(text);
  const lineOf = (offset: number): number => lineColumn(offset).line;
  const places: JsonPlaces = new Map();
  const parsed = isJson ? parseJson(text, lineOf, places) : parseYaml(text, lineOf);
  if (parsed.faults !== undefined) {
    const faults = parsed.faults.slice(0, MAX_FAULTS);
    throw new SpecProblems(faults.map((fault) => faultProblem(fault, name, lineColumn)));
  }
  // Made at the first problem: most documents have none.
  let locator: Locator | undefined;
  const locate: Locator = (tokens) =>
    (locator ??= isJson ? jsonLocator(text, places) : yamlLocator(text))(tokens);
  return {
    path,
    name,
    text,
    data: parsed.data,
    has: (tokens) => locate(tokens).exact,
    problem: (severity, tokens, message, pointer = formatPointer(tokens)) => ({
      severity,
      rule: "load",
      file: name,
      // The root itself begins with the file, whatever comments stand on top.
      ...lineColumn(tokens.length === 0 ? 0 : locate(tokens).offset),
      pointer,
      message,
    }),
  };
}

/** A problem with the file as a whole. */
export function fileProblem(name: string, message: string): SpecProblems {
  return new SpecProblems([
    { severity: "error", file: name, line: 1, column: 1, pointer: "#", message, rule: "load" },
  ]);
}

/** The platform's own parser makes the value; ours says what that one does not tell. */
function parseJson(text: string, lineOf: (offset: number) => number, places: JsonPlaces): Parsed {
  const faults = jsonFaults(text, lineOf, places);
  if (faults.length > 0) return { faults };
  const data: Json = JSON.parse(text);
  return { data };
}

function faultProblem(fault: Fault, name: string, lineColumn: ReturnType<typeof lineFinder>): Problem {
  return {
    severity: "error",
    rule: "load",
    file: name,
    ...lineColumn(fault.offset),
    pointer: fault.pointer,
    message: fault.message,
  };
}

function readText(path: string, name: string): string {
  let bytes: Buffer;
  let oddity: string | undefined;
  try {
    oddity = oddityOf(path);
    bytes = oddity === undefined ? readFileSync(path) : Buffer.of();
  } catch (error) {
    throw fileProblem(name, unreadable(path, error));
  }
  if (oddity !== undefined) throw fileProblem(name, oddity);
  let text: string;
  try {
    // Drops a byte order mark.
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const before = bytes.toString("utf8").split("\uFFFD", 1)[0] ?? "";
    const place = lineFinder(before)(before.length);
    const message = "The file is not UTF-8 text from here on. Save it with the encoding UTF-8.";
    throw new SpecProblems([
      { severity: "error", file: name, ...place, pointer: "#", message, rule: "load" },
    ]);
  }
  if (text.trim() === "") {
    throw fileProblem(
      name,
      "The file is empty. Expected an OpenAPI document, in YAML or JSON, that begins with `openapi: 3.1.0`.",
    );
  }
  return text;
}

/** What is not even tried: a pipe or a device may have no end. */
function oddityOf(path: string): string | undefined {
  const stats = statSync(path);
  if (stats.isDirectory()) return undefined;
  if (!stats.isFile()) return "This is no regular file. Save the document to one.";
  if (stats.size <= MAX_BYTES) return undefined;
  const size = Math.ceil(stats.size / 1024 / 1024);
  return `The file has ${size} MB: expected at most ${MAX_BYTES / 1024 / 1024}. Divide the document, or leave out what no client needs.`;
}

function unreadable(path: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return `The file does not exist.${siblingSuggestion(path)}`;
  if (code === "EISDIR") return "This is a folder, not a file. Name the OpenAPI document inside it.";
  if (code === "EACCES" || code === "EPERM") return "The file may not be read. Check its permissions.";
  return `The file cannot be read (${String(code ?? error)}).`;
}
