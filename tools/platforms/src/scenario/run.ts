import { bodies } from "./bodies.ts";
import { calls } from "./calls.ts";
import type { Checks, Result } from "./check.ts";
import { failures } from "./failures.ts";
import { secrets } from "./secrets.ts";

/** Where a platform says what it found; the rest of the path names the platform. */
export const REPORT_PATH = "/report/";

/**
 * Runs every check on the platform this is loaded into, and reports to the local server.
 *
 * @param own checks of this platform alone.
 */
export async function run(origin: string, platform: string, own: Checks = {}): Promise<void> {
  const results: Result[] = [];
  for (const [name, check] of Object.entries({ ...calls, ...failures, ...bodies, ...secrets, ...own })) {
    const problem = await problemOf(check((route) => `${origin}/${route}`));
    results.push({ name, ...(problem !== undefined && { problem }) });
  }
  const response = await fetch(`${origin}${REPORT_PATH}${platform}`, {
    method: "POST",
    body: JSON.stringify(results),
  });
  await response.text();
}

/** A check that hangs is a problem, too. */
async function problemOf(check: Promise<void>): Promise<string | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("not done within 5 seconds")), 5000);
  });
  try {
    await Promise.race([check, late]);
    return undefined;
  } catch (error) {
    const cause = Object(error).cause as unknown;
    return cause === undefined ? String(error) : `${String(error)} (${String(cause)})`;
  } finally {
    clearTimeout(timer);
  }
}
