/** One thing to time. */
export interface Task {
  readonly name: string;
  /** Brings the world into the state the task starts from; not timed. */
  readonly prepare?: () => void | Promise<void>;
  readonly run: () => void | Promise<void>;
}

/** In milliseconds. */
export interface Measurement {
  readonly name: string;
  readonly median: number;
  readonly fastest: number;
  readonly slowest: number;
}

/**
 * Times tasks in turns, one run of each per round, so that a busy moment of the machine falls on all of them. The
 * first round warms caches and compilers and is not counted.
 */
export async function measure(tasks: readonly Task[], rounds: number): Promise<Measurement[]> {
  const times = new Map<Task, number[]>(tasks.map((task) => [task, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const task of tasks) {
      await task.prepare?.();
      const start = performance.now();
      await task.run();
      if (round > 0) times.get(task)?.push(performance.now() - start);
    }
  }
  return [...times].map(([task, taken]) => summarise(task.name, taken));
}

function summarise(name: string, times: readonly number[]): Measurement {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    name,
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    fastest: sorted[0] ?? Number.NaN,
    slowest: sorted.at(-1) ?? Number.NaN,
  };
}
