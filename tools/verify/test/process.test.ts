import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, inject, test } from "vitest";
import { startKeysServer } from "./keys-server.ts";
import { ENVIRONMENT } from "./run.ts";

/** The command as a process. */

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "after %s what was made is deleted, and the report printed",
  async (signal) => {
    await using server = await startKeysServer({
      "PUT /users/1/api_keys/{id}": (usual) => {
        child.kill(signal);
        return { ...usual, delay: 100 };
      },
    });
    const argv = [
      "automox",
      "--base-url",
      server.url,
      "--allow-writes",
      "--pause",
      "0",
      "--arg",
      "userId=1",
      "--arg",
      "o=2",
    ];
    const main = fileURLToPath(new URL("fixtures/from-sources.ts", import.meta.url));
    const child = spawn(process.execPath, [main, ...argv], {
      cwd: inject("workspace"),
      env: { ...process.env, ...ENVIRONMENT },
    });
    let out = "";
    child.stdout.on("data", (chunk) => (out += String(chunk)));
    const [code] = (await once(child, "close")) as [number | null];
    expect(server.written.at(-1)).toBe("DELETE /users/1/api_keys/101?o=2");
    expect([...server.keys.keys()]).toEqual([3]);
    expect(out).toContain("the run was ended");
    expect(code).toBe(3);
  },
);

test("what was made is deleted where nobody reads what is told of it", async () => {
  await using server = await startKeysServer({
    "PUT /users/1/api_keys/{id}": (usual) => {
      child.stderr.destroy();
      return { ...usual, delay: 100 };
    },
  });
  const argv = ["automox", "--base-url", server.url, "--allow-writes", "--verbose", "--pause", "0"];
  const main = fileURLToPath(new URL("fixtures/from-sources.ts", import.meta.url));
  const child = spawn(process.execPath, [main, ...argv, "--arg", "userId=1", "--arg", "o=2"], {
    cwd: inject("workspace"),
    env: { ...process.env, ...ENVIRONMENT },
  });
  child.stdout.resume();
  await once(child, "close");
  expect([...server.keys.keys()]).toEqual([3]);
});
