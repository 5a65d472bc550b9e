import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { openTemporaryFolder, run } from "@keysmith/clone";
import { measure, type Task } from "./measure.ts";
import { forgetGenerated, generateIn, makeMonorepo, type Monorepo } from "./monorepo/workspace.ts";

const SIZES = [10, 100] as const;

/** What one command takes, at each size. In milliseconds, the medians. */
export interface MonorepoRow {
  readonly what: string;
  readonly times: readonly [number, number];
  /** Of those, the share of one provider. */
  readonly each: readonly [number, number];
  /** What one provider more takes. Not above the share of one: nothing grows faster than their number. */
  readonly further: number;
}

export interface MonorepoFigures {
  readonly sizes: readonly [number, number];
  readonly rows: readonly MonorepoRow[];
}

/** How the commands of every day grow with the number of providers. Whole processes, the sizes in turns. */
export async function measureMonorepo(
  rounds: number,
  sizes: readonly [number, number] = SIZES,
): Promise<MonorepoFigures> {
  const { folder, remove } = openTemporaryFolder("keysmith-bench-");
  try {
    const monorepos: Monorepo[] = [];
    for (const size of sizes) monorepos.push(await makeMonorepo(folder, size));
    const rows: MonorepoRow[] = [];
    // Turbo last, when nothing changes any more. The round that does not count fills its cache.
    for (const commands of [generation, cachedRun]) {
      const kinds = monorepos.map(commands);
      const tasks = (kinds[0] ?? []).flatMap((_, index) => kinds.map((kind) => kind[index] as Task));
      const times = await measure(tasks, rounds);
      for (let index = 0; index < times.length; index += 2) {
        const [small, large] = times.slice(index, index + 2);
        if (small && large) rows.push(rowOf(small.name, [small.median, large.median], sizes));
      }
    }
    return { sizes, rows };
  } finally {
    remove();
  }
}

function rowOf(
  what: string,
  times: readonly [number, number],
  sizes: readonly [number, number],
): MonorepoRow {
  const each = [times[0] / sizes[0], times[1] / sizes[1]] as const;
  return { what, times, each, further: (times[1] - times[0]) / (sizes[1] - sizes[0]) };
}

function generation(monorepo: Monorepo): Task[] {
  const generate = () => generateIn(monorepo);
  const spec = join(monorepo.root, "specs", `${monorepo.providers.at(-1)}.yaml`);
  return [
    { name: "full generate", prepare: () => forgetGenerated(monorepo), run: generate },
    { name: "no-op generate", run: generate },
    { name: "one document changed", prepare: () => appendFileSync(spec, "# changed\n"), run: generate },
  ];
}

function cachedRun({ root }: Monorepo): Task[] {
  const turbo = ["pnpm", "--silent", "turbo", "run", "build", "typecheck", "--output-logs=errors-only"];
  return [
    {
      name: "build and typecheck, all cached",
      run: async () => {
        await run(root, [...turbo, "--filter=./packages/*"]);
      },
    },
  ];
}
