import { type Surroundings, verify } from "./verify.ts";

/** Runs the command line of this process: Ctrl+C, or a terminal that is closed, ends it in order, and a second one at once. */
export async function command(around: Partial<Surroundings> = {}): Promise<void> {
  const ending = new AbortController();
  const end = (): void => {
    process.stderr.write("Ending: what this run made is deleted first. Once more ends at once.\n");
    ending.abort();
  };
  // Once: the second signal does what signals do, should something hang.
  process.once("SIGINT", end).once("SIGTERM", end).once("SIGHUP", end);
  // `pnpm verify automox 2>&1 | head` closes the pipe early: what nobody reads need not be printed, and what was made is
  // deleted all the same.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  process.exitCode = await verify(process.argv.slice(2), {
    environment: process.env,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    signal: ending.signal,
    ...around,
  });
}
