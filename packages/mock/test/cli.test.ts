import { spawn, execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { scratchWorkspace } from "./workspace.ts";

const CLI = fileURLToPath(new URL("../src/cli.ts", import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the CLI to its end. With `use`, waits for the table first, hands it over, and sends the signal afterwards. */
async function run(
  args: readonly string[],
  use?: (printed: string) => Promise<void>,
  environment: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: await scratchWorkspace("keys", "locks"),
    env: { ...process.env, ...environment },
  });
  let stdout = "";
  let stderr = "";
  const ready = new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      if (stdout.includes("Ctrl+C")) resolve();
    });
  });
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const closed = once(child, "close");
  if (use !== undefined) {
    await Promise.race([ready, closed]);
    await use(stdout);
    child.kill("SIGTERM");
  }
  const [code]: (number | null)[] = await closed;
  return { code: code ?? null, stdout, stderr };
}

test("prints every mock with its address, serves them, and ends with 0 on a signal", async () => {
  const ended = await run(["keys", "locks"], async (printed) => {
    expect(printed).toMatch(/keys .*http:\/\/127\.0\.0\.1:\d+ .*\d/);
    expect(printed).toMatch(/locks .*http:\/\/127\.0\.0\.1:\d+ .*\d/);
    const curl = /curl .*/.exec(printed)?.[0] ?? "";
    const { stdout } = await promisify(execFile)("sh", [
      "-c",
      `${curl} --silent --show-error --write-out ' %{http_code}'`,
    ]);
    expect(stdout).toMatch(/200$/);
  });
  expect(ended).toMatchObject({ code: 0, stderr: "" });
});

test("--stateful keeps what calls change, and says what that is", async () => {
  await run(["keys", "--stateful"], async (printed) => {
    expect(printed).toMatch(
      /keys keys, by its paths: listKeys \(list\), createKey \(create\), getKey \(read\)/,
    );
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0] ?? "";
    const call = async (method: string) =>
      (await fetch(`${url}/keys/1`, { method, headers: { authorization: "Bearer any" } })).status;
    expect([await call("GET"), await call("DELETE"), await call("GET")]).toEqual([200, 204, 404]);
  });
});

test("--port numbers the mocks from there, in production mode too", async () => {
  const base = await twoFreePorts();
  const use = async (printed: string): Promise<void> => {
    expect(printed).toContain(`:${base} `);
    expect(printed).toContain(`:${base + 1} `);
  };
  expect(await run(["keys", "locks", "--port", String(base)], use, { NODE_ENV: "production" })).toMatchObject(
    { code: 0, stderr: "" },
  );
});

test("--verbose prints every request and what is wrong with it", async () => {
  const { stderr } = await run(["keys", "--verbose"], async (printed) => {
    await fetch(`${/http:[^ ]+/.exec(printed)?.[0]}/keys/1`);
  });
  expect(stderr).toMatch(/keys {2}GET \/keys\/1 -> 401 \(\d+\.\d ms\)\n {2}request: .*security/);
});

test("an unknown name ends with 2 and the known ones", async () => {
  expect(await run(["keyss"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("known are keys, locks"),
  });
});

test.each([[["--port", "70000"]], [["--port", "x"]], [["--nonsense"]]])("%j ends with 2", async (args) => {
  expect((await run(args)).code).toBe(2);
});

test("a taken port ends with 1 and one sentence", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { code, stderr } = await run(["keys", "--port", String(port)]);
  server.close();
  expect([code, stderr]).toEqual([
    1,
    `Port ${port} on 127.0.0.1 is in use: choose another one, or 0 for a free one\n`,
  ]);
});

test("more mocks than ports above --port end with 1 and one sentence", async () => {
  expect(await run(["keys", "locks", "--port", "65535"])).toMatchObject({
    code: 1,
    stderr: "There is no port 65536: expected a whole number from 0 to 65535\n",
  });
});

test("--help explains itself", async () => {
  expect(await run(["--help"])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("Prefer: code=404"),
  });
});

/** A free port that is followed by another one. */
async function twoFreePorts(): Promise<number> {
  const first = createServer().listen(0, "127.0.0.1");
  await once(first, "listening");
  const address = first.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const second = createServer().listen(port + 1, "127.0.0.1");
  const isFree = await once(second, "listening").then(
    () => true,
    () => false,
  );
  first.close();
  second.close();
  return isFree ? port : twoFreePorts();
}
