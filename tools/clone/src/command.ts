import { type ChildProcess, spawn } from "node:child_process";
import { basename } from "node:path";

/** One program to run. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A command that did not end well, and all there is to know about it. */
export class CommandError extends Error {
  override readonly name = "CommandError";

  /** As somebody would type it. The environment may hold secrets, and is no part of this. */
  readonly line: string;
  readonly cwd: string;
  /** `with exit code 1`, `by SIGTERM`. */
  readonly ended: string;
  /** Both streams, as they came. */
  readonly output: string;

  constructor(command: Command, ended: string, output: string) {
    super(`${line(command)} ended ${ended}.`);
    this.line = line(command);
    this.cwd = command.cwd;
    this.ended = ended;
    this.output = output;
  }
}

/** What a command printed. */
export interface Printed {
  readonly stdout: string;
  /** Both streams, as they came. */
  readonly output: string;
  readonly exitCode: number;
}

/** A group of processes has a number of its own only there. */
const GROUPS = process.platform !== "win32";
/** After this long a process that was asked to end is ended. */
const GRACE_MS = 3000;

/** What runs: whoever ends in a hurry takes it along. */
const running = new Map<ChildProcess, Started>();
process.on("exit", killAll);

/** Ends whatever still runs, and asks nothing first: for a process that ends itself. */
export function killAll(): void {
  for (const child of running.keys()) kill(child, "SIGKILL");
}

/** Ends whatever still runs. */
export async function stopAll(): Promise<void> {
  await Promise.allSettled([...running.values()].map((started) => started.stop()));
}

/** The command as somebody would type it. */
export function line({ file, args }: Command): string {
  return [basename(file), ...args]
    .map((word) => (/^[\w@%+=:,./^-]+$/.test(word) ? word : `'${word}'`))
    .join(" ");
}

/**
 * Runs a command to its end, with all the processes it starts: none is left when it has ended or was aborted.
 *
 * @throws CommandError when it ends with another code than 0.
 */
export async function run(command: Command, signal?: AbortSignal): Promise<Printed> {
  const printed = await attempt(command, signal);
  if (printed.exitCode === 0) return printed;
  throw new CommandError(command, `with exit code ${printed.exitCode}`, printed.output);
}

/** As {@link run}, for commands that may fail: the exit code is part of what comes back. */
export async function attempt(command: Command, signal?: AbortSignal): Promise<Printed> {
  const started = start(command, signal);
  const { code, by } = await started.ended;
  signal?.throwIfAborted();
  if (code === null) throw new CommandError(command, `by ${by}`, started.printed().output);
  return { ...started.printed(), exitCode: code };
}

/** A command that runs beside what follows. */
export interface Started {
  printed(): Omit<Printed, "exitCode">;
  /** Rejects only when the program cannot be started at all. */
  readonly ended: Promise<{ readonly code: number | null; readonly by: string | null }>;
  /** Asks it to end, waits for it, and takes along what it started. */
  stop(): Promise<void>;
}

export function start(command: Command, signal?: AbortSignal): Started {
  signal?.throwIfAborted();
  const child = spawn(command.file, command.args, {
    cwd: command.cwd,
    env: command.env,
    detached: GROUPS,
    // Programs of npm packages can be started through a shell only there.
    shell: !GROUPS,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  let impatience: NodeJS.Timeout | undefined;
  const end = (): void => {
    kill(child, "SIGTERM");
    impatience ??= setTimeout(() => kill(child, "SIGKILL"), GRACE_MS);
  };
  signal?.addEventListener("abort", end, { once: true });
  const ended = new Promise<{ code: number | null; by: string | null }>((resolve, reject) => {
    child.once("error", (error) =>
      reject(new CommandError(command, `before it began: ${error.message}`, "")),
    );
    // What it left running would hold its output open, and outlive us.
    child.once("exit", () => kill(child, "SIGKILL"));
    child.once("close", (code, by) => resolve({ code, by }));
  }).finally(() => {
    clearTimeout(impatience);
    running.delete(child);
    signal?.removeEventListener("abort", end);
  });
  const started: Started = {
    printed: () => ({ stdout, output }),
    ended,
    async stop() {
      end();
      await ended;
    },
  };
  running.set(child, started);
  return started;
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (GROUPS) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It is gone, and so is all it started.
  }
}
