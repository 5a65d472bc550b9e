import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { check } from "../../src/check/index.ts";
import { emitWhole } from "../emit-whole.ts";
import type { GeneratedFile } from "../../src/emit/target.ts";
import { load } from "../../src/load/index.ts";
import { SpecProblems } from "../../src/problem.ts";
import { read } from "../../src/read/index.ts";
import { standalone } from "../emit-api.ts";
import { usageProgram } from "./program.ts";
import type { Row, Said, Version } from "./row.ts";

/** A row in one version of OpenAPI, and what the generator made of it. */
export interface Made {
  /** Name of a folder of its own. */
  readonly id: string;
  readonly row: Row;
  readonly version: Version;
  /** The package's sources and a program that uses them; empty when the document was refused. */
  readonly files: readonly GeneratedFile[];
  /** Text of every file of the package, by path; empty when the document was refused. */
  readonly texts: ReadonlyMap<string, string>;
  readonly refused: boolean;
  readonly said: readonly Said[];
}

/** What holds what was made, on disk. Remove it in the end. */
export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), "keysmith-conformance-"));

  /** Has the generator make a row's package. It is total: what it throws beside refusals is a defect. */
  async make(id: string, row: Row, version: Version): Promise<Made> {
    const place = join(this.folder, id);
    const { files = {} } = row;
    const document = { ...frames[version], ...row.document };
    for (const [path, content] of Object.entries({ ...files, "spec.json": document })) {
      write(join(place, path), JSON.stringify(content, undefined, 1));
    }
    try {
      const source = await load(join(place, "spec.json"));
      const warnings = check(source);
      const made = [...emitWhole(source, read(source, "sample"), standalone)];
      const sources = [...made.filter(({ path }) => path.startsWith("src/")), usageProgram(row)];
      for (const file of sources) write(join(place, file.path), file.text);
      const texts = new Map(made.map(({ path, text }) => [path, text]));
      return { id, row, version, files: sources, texts, refused: false, said: warnings.map(saying) };
    } catch (error) {
      if (!(error instanceof SpecProblems)) throw error;
      const said = error.problems.map(saying);
      return { id, row, version, files: [], texts: new Map(), refused: true, said };
    }
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }
}

const frame = {
  info: { title: "Sample API", version: "1.0" },
  servers: [{ url: "https://api.example.com" }],
};
const frames: Readonly<Record<Version, object>> = {
  "3.0": { openapi: "3.0.4", ...frame, paths: {} },
  "3.1": { openapi: "3.1.1", ...frame, paths: {} },
};

function saying({ pointer, message }: { readonly pointer: string; readonly message: string }): Said {
  return [pointer, message];
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
