import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { documentNamed, fileOf, runNode } from "@keysmith/corpus";
import { installPackage } from "@keysmith/registry";
import { HEY_API, OPENAPI_TYPESCRIPT, programOf } from "./documents/others.ts";
import { type Measurement, measure, type Task } from "./measure.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const MUSEUM = join(ROOT, "tools/generator/test/fixtures/standalone/museum.yaml");
const LIMITS = { seconds: 600, heapMb: 8192 };

/** One document, by all generators. */
export interface DocumentTimes {
  readonly title: string;
  readonly times: readonly Measurement[];
  /** Most memory each held, in megabytes, in the order of {@link times}. */
  readonly peaksMb: readonly number[];
}

/**
 * Generation of one document as a process of its own, start to end: ours, beside openapi-typescript and
 * `@hey-api/openapi-ts`. All keep compiled code between runs.
 */
export async function measureDocuments(rounds: number): Promise<DocumentTimes[]> {
  const heyApi = await installPackage(HEY_API);
  const openapiTypescript = await installPackage(OPENAPI_TYPESCRIPT);
  const documents: readonly [string, string][] = [
    ["Small: Redocly's museum, 5 operations, 5 kB", MUSEUM],
    ["Medium: HERE Tracking, 216 operations, 1.9 MB", await fileOf(documentNamed("here.com/tracking"))],
    ["Large: GitHub, 1,200 operations, 13 MB", await fileOf(documentNamed("octokit/api.github.com"))],
  ];
  const results: DocumentTimes[] = [];
  for (const [title, file] of documents)
    results.push({ title, ...(await measureDocument(file, { heyApi, openapiTypescript }, rounds)) });
  return results;
}

async function measureDocument(
  file: string,
  { heyApi, openapiTypescript }: { readonly heyApi: string; readonly openapiTypescript: string },
  rounds: number,
): Promise<Omit<DocumentTimes, "title">> {
  const folder = mkdtempSync(join(tmpdir(), "keysmith-bench-"));
  const peaks = new Map<string, number>();
  const task = (name: string, program: string, args: (out: string) => readonly string[]): Task => {
    const out = join(folder, name);
    return {
      name,
      prepare: () => rmSync(out, { recursive: true, force: true }),
      run: async () => {
        const { ok, peakMb, stderr, ended } = await runNode([program, ...args(out)], LIMITS, {
          NODE_COMPILE_CACHE: join(folder, "compiled"),
        });
        if (!ok) throw new Error(`${name}: ${ended ?? stderr}`);
        peaks.set(name, Math.max(peakMb ?? 0, peaks.get(name) ?? 0));
      },
    };
  };
  try {
    const times = await measure(
      [
        task("openapi-typescript", programOf(OPENAPI_TYPESCRIPT), (out) => [openapiTypescript, out, file]),
        task("hey-api", programOf(HEY_API), (out) => [heyApi, out, file]),
        task("keysmith", join(ROOT, "tools/generator/src/main.ts"), (out) => ["--spec", file, "--out", out]),
      ],
      rounds,
    );
    return { times, peaksMb: times.map(({ name }) => peaks.get(name) ?? Number.NaN) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
