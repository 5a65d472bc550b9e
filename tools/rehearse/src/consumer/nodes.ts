import { attempt } from "@keysmith/clone/command";

/** A Node.js to run programs with. */
export interface NodeVersion {
  /** `20.20.2` */
  readonly version: string;
  readonly file: string;
  /** Whether it is the one that runs this. */
  readonly own: boolean;
}

/** The Node.js that runs this, and the machine's own where that is an older one that the clients support. */
export async function nodesOf(
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<readonly NodeVersion[]> {
  const own = { version: process.versions.node, file: process.execPath, own: true };
  const command = { file: "node", args: ["--print", "process.versions.node"], cwd: process.cwd(), env };
  try {
    const { stdout } = await attempt(command, signal);
    const [major = 0, minor = 0] = stdout.trim().split(".").map(Number);
    const older = major < Number(own.version.split(".")[0]);
    const supported = major > 20 || (major === 20 && minor >= 19);
    return older && supported ? [own, { version: stdout.trim(), file: "node", own: false }] : [own];
  } catch {
    signal.throwIfAborted();
    // The machine has none of its own.
    return [own];
  }
}
