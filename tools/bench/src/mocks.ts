import { copyFileSync, globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { type Measurement, measure, type Task } from "./measure.ts";
import { mockable } from "./mocks/document.ts";
import { load } from "./mocks/load.ts";
import type { Kind } from "./mocks/serve.ts";
import { serve } from "./mocks/server.ts";

const SPECS = resolve(import.meta.dirname, "../../../specs");

/** Requests a second of one server. */
export interface Throughput {
  readonly kind: Kind;
  readonly small: number;
  readonly large: number;
}

/** Everything in turns, each in a process of its own, memory beside the times. */
export interface Starts {
  readonly title: string;
  readonly times: readonly Measurement[];
  /** In megabytes, in the order of {@link times}. */
  readonly memory: readonly number[];
}

export interface Sizes {
  readonly small: number;
  readonly large: number;
  /** Requests of one turn. Prism's server looks through all operations for each: it gets a tenth where there are many. */
  readonly requests: number;
}

const SIZES: Sizes = { small: 5, large: 2000, requests: 2000 };
const TURNS = 5;

/**
 * Our mock beside Prism's own server: throughput with few and with many operations. All four get some requests in turn,
 * many times over, so that a busy moment of the machine falls on all of them.
 */
export async function measureThroughput(rounds: number, sizes = SIZES): Promise<readonly Throughput[]> {
  return withFolder(async (folder) => {
    await using stack = new AsyncDisposableStack();
    const tasks: (Task & { readonly requests: number })[] = [];
    for (const kind of ["ours", "prism"] as const) {
      for (const operations of [sizes.small, sizes.large]) {
        const server = stack.use(await serve(kind, [written(folder, operations)]));
        const client = stack.use(load(server.urls[0] ?? "", operations));
        // Whatever is compiled on first use is compiled now, and what runs often.
        await client.run(Math.max(operations, sizes.requests * (kind === "ours" ? 10 : 1)));
        const requests = kind === "prism" && operations > 100 ? sizes.requests / 10 : sizes.requests;
        tasks.push({ name: `${kind} ${operations}`, requests, run: () => client.run(requests) });
      }
    }
    const perSecond = (await measure(tasks, rounds * TURNS)).map(
      ({ median }, index) => ((tasks[index]?.requests ?? 0) * 1000) / median,
    );
    const [ourSmall = 0, ourLarge = 0, prismSmall = 0, prismLarge = 0] = perSecond;
    return [
      { kind: "ours", small: ourSmall, large: ourLarge },
      { kind: "prism", small: prismSmall, large: prismLarge },
    ];
  });
}

/** From the start of a process until all mocks of it listen. */
export async function measureStarts(rounds: number, sizes = SIZES): Promise<readonly Starts[]> {
  return withFolder(async (folder) => {
    const ten = globSync(join(SPECS, "*.yaml")).flatMap((file) => [file, twin(folder, file)]);
    const large = [written(folder, sizes.large)];
    return [
      await startsOf(`Start of ${ten.length} mocks in one process, imports included`, ten, rounds),
      await startsOf(`Start of a mock of ${sizes.large} operations`, large, Math.min(rounds, 3)),
    ];
  });
}

async function startsOf(title: string, documents: readonly string[], rounds: number): Promise<Starts> {
  const memory = new Map<Kind, number>();
  const tasks = (["ours", "prism"] as const).map((kind) => ({
    name: kind === "ours" ? "@keysmith/mock" : "Prism's servers",
    run: async () => {
      await using server = await serve(kind, documents);
      memory.set(kind, server.megabytes);
    },
  }));
  const times = await measure(tasks, rounds);
  return { title, times, memory: [...memory.values()] };
}

function written(folder: string, operations: number): string {
  const file = join(folder, `${operations}.json`);
  writeFileSync(file, JSON.stringify(mockable(operations)));
  return file;
}

function twin(folder: string, file: string): string {
  const copy = join(folder, basename(file));
  copyFileSync(file, copy);
  return copy;
}

async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "keysmith-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
