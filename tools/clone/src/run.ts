import { execFile } from "node:child_process";
import { promisify } from "node:util";

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

/** What says how this process was started: by turbo, by git, as a test. It is not true of what runs in a clone. */
const OURS = /^(?:TURBO_|GIT_|VITEST|JEST_|NODE_ENV$)/;

/**
 * Runs a program in a folder as from a shell that has just been opened there.
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
  const start = performance.now();
  const inherited = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  try {
    const { stdout, stderr } = await promisify(execFile)(file, args, {
      cwd: folder,
      env: { ...Object.fromEntries(inherited), NO_COLOR: "1", FORCE_COLOR: undefined, ...environment },
      maxBuffer: 64 * 1024 * 1024,
      timeout: seconds * 1000,
      shell: process.platform === "win32",
    });
    return { stdout, stderr, milliseconds: performance.now() - start };
  } catch (error) {
    const { stdout = "", stderr = "", killed = false } = Object(error) as Partial<Ran> & { killed?: boolean };
    const how = killed ? `was ended after ${seconds} s` : "failed";
    const said = `${stdout}${stderr}`.trimEnd().split("\n").slice(-30).join("\n");
    throw new Error(`${[file, ...args].join(" ")} ${how} in ${folder}:\n${said}`, { cause: error });
  }
}
