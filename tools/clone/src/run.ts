import { start } from "./command.ts";

export interface Ran {
  readonly stdout: string;
  readonly milliseconds: number;
}

/** What says how this process was started: by turbo, by git, as a test. It is not true of what runs in a clone. */
const OURS = /^(?:TURBO_|GIT_|VITEST|JEST_|NODE_ENV$)/;

/**
 * Runs a program in a folder as from a shell that has just been opened there, with all the processes it starts: none is
 * left when it has ended.
 *
 * @param environment - Variables besides those of this process.
 * @throws Error with the end of what the program said, when it does not end with 0 or takes longer than the limit.
 */
export async function run(
  folder: string,
  [file = "", ...args]: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  seconds = 600,
): Promise<Ran> {
  const begin = performance.now();
  const inherited = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  const env = { ...Object.fromEntries(inherited), NO_COLOR: "1", FORCE_COLOR: undefined, ...environment };
  const limit = AbortSignal.timeout(seconds * 1000);
  const { ended, printed } = start({ file, args, cwd: folder, env }, limit);
  const { code } = await ended;
  const { stdout, output } = printed();
  if (code === 0) return { stdout, milliseconds: performance.now() - begin };
  const how = limit.aborted ? `was ended after ${seconds} s` : "failed";
  const said = output.trimEnd().split("\n").slice(-30).join("\n");
  throw new Error(`${[file, ...args].join(" ")} ${how} in ${folder}:\n${said}`);
}
