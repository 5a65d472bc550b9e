import { stringify } from "yaml";
import { SpecProblems, type Problem } from "../problem.ts";
import { bundle, hasForeignReferences, type Bundle } from "./bundle.ts";
import { MAX_FAULTS, type SourceFile } from "./file.ts";
import { openFiles, type Files } from "./files.ts";
import type { Duplicate } from "./identities.ts";
import type { JsonObject } from "./json.ts";
import { withoutNames, withPointers } from "./named-references.ts";
import { formatPointer, parsePointer, type Tokens } from "./pointer.ts";
import type { Spot } from "./targets.ts";
import { openapiDocument } from "./version.ts";

export type { JsonObject } from "./json.ts";

/** An OpenAPI document in one piece, and the way back to the files it came from. */
export interface Source {
  /** As the caller named it. */
  readonly file: string;
  /** Absolute paths of every file the document consists of, the root first. */
  readonly files: readonly string[];
  /** The root file's text, without a byte order mark. */
  readonly text: string;
  /** Plain JSON data. References are `#/…` only; whether those lead anywhere is for `check` to say. */
  readonly document: JsonObject;
  readonly version: "3.0" | "3.1";
  /** The document as one file: the root's own text when it refers to no other file, else YAML made from {@link document}. */
  readonly bundled: string;
  /**
   * A problem at a pointer into {@link document}, placed in the file that part came from. Places are looked up only
   * here, so a document without problems never pays for them.
   */
  problem(severity: Problem["severity"], pointer: string, message: string): Problem;
}

/**
 * Reads an OpenAPI 3.0 or 3.1 document, YAML or JSON, with the files below its folder that it refers to. The network is
 * never asked.
 *
 * @param name - What messages call it, where that is not its path.
 * @throws SpecProblems with every problem of the files and the references between them
 */
export async function load(file: string, name = file): Promise<Source> {
  const files = openFiles(file, name);
  const { document: written, version } = openapiDocument(files.root);
  const is31 = version === "3.1";
  const { document, duplicates } = is31 ? withPointers(written) : { document: written, duplicates: [] };
  const foreign = hasForeignReferences(document);
  const bundled = foreign ? bundle(files, document) : { document, origins: new Map(), problems: [] };
  const taken = duplicates.slice(0, MAX_FAULTS).map((duplicate) => nameTaken(files.root, duplicate));
  const problems = [...taken, ...bundled.problems];
  if (problems.length > 0) throw new SpecProblems(problems);
  const whole = is31 ? { ...bundled, document: withoutNames(bundled.document) } : bundled;
  if (!foreign) return source(files, whole, version, files.root.text);
  const text = stringify(whole.document, { aliasDuplicateObjects: false, lineWidth: 0 });
  return source(files, whole, version, text);
}

function source(files: Files, whole: Bundle, version: Source["version"], bundled: string): Source {
  const { root } = files;
  return {
    file: root.name,
    files: files.paths(),
    text: root.text,
    document: whole.document,
    version,
    bundled,
    problem: (severity, pointer, message) => {
      const { file, tokens } = spotOf(root, whole, parsePointer(pointer));
      return file.problem(severity, tokens, message, pointer);
    },
  };
}

function nameTaken(root: SourceFile, { name, tokens, first }: Duplicate): Problem {
  const { line } = root.problem("error", first, "");
  const message = `The name \`${name}\` is taken by the schema on line ${line}. Expected a name of its own for each schema: rename one.`;
  return root.problem("error", tokens, message);
}

/** The innermost file that holds a place of the document: what stands beside a `$ref` is not where that leads. */
function spotOf(root: SourceFile, whole: Bundle, tokens: Tokens): Spot {
  const spots: Spot[] = [];
  for (let length = tokens.length; length > 0; length--) {
    const origin = whole.origins.get(formatPointer(tokens.slice(0, length)));
    if (origin) spots.push({ file: origin.file, tokens: [...origin.tokens, ...tokens.slice(length)] });
  }
  spots.push({ file: root, tokens });
  const innermost = spots[0] ?? { file: root, tokens };
  // Nowhere to be found, as a missing member is not: then the nearest thing above it in the innermost file.
  return spots.find((spot) => spot.file.has(spot.tokens)) ?? innermost;
}
