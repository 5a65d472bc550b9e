import { createServer, type AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { run } from "./run.ts";

/** Wrong use says what is wrong and what to do, and sends nothing. */

test.each<[string, readonly string[], RegExp]>([
  [
    "an unknown provider",
    ["automx"],
    /no provider "automx"\. Known are automox, cartovista, gr4vy, occam, turbosmtp/,
  ],
  ["no provider", [], /missing required argument 'provider'/],
  ["an unknown option", ["occam", "--allow-write"], /unknown option '--allow-write'[^]*--allow-writes/],
  [
    "an unknown operation",
    ["occam", "--only", "listKey"],
    /no operation "listKey"\. Known are createKey, listKeys/,
  ],
  ["an unknown argument", ["occam", "--arg", "id=1"], /no operation takes "id"\. Known are uuid/],
  ["an argument of another type", ["automox", "--arg", "userId=me"], /userId of \w+ must be an integer/],
  ["an argument without value", ["automox", "--arg", "userId"], /expected name=value/],
  [
    "an argument of several meanings",
    ["automox", "--arg", "id=3"],
    /id is not the same everywhere[^]*getUserApiKey\.id/,
  ],
  ["a file that is not there", ["occam", "--args", "nowhere.json"], /nowhere\.json cannot be read/],
  [
    "a report that cannot be written",
    ["occam", "--report", "/nowhere/report.json"],
    /report\.json cannot be written/,
  ],
  ["a number that is none", ["occam", "--timeout", "soon"], /Expected a whole number/],
  ["an unsafe address", ["occam", "--base-url", "http://api.occam.ai"], /https: or loopback/],
  [
    "an address with a password, in a dry run too",
    ["occam", "--dry-run", "--base-url", "https://jane:pass-word@api.occam.ai"],
    /^base URL must be[^@]*$/,
  ],
  [
    "an unknown environment",
    ["gr4vy", "--environment", "test"],
    /no environment "test"\. Known are production, sandbox/,
  ],
  [
    "an environment where there is none",
    ["occam", "--environment", "test"],
    /no environment "test"\. Known are none/,
  ],
  [
    "an unknown server variable",
    ["gr4vy", "--server", "id=acme"],
    /no server variable "id"\. Known are gr4vy_id/,
  ],
])("%s is told", async (_, argv, message) => {
  const ran = await run(argv);
  expect(ran.exitCode).toBe(2);
  expect(ran.err).toMatch(message);
  expect(ran.report).toBeUndefined();
});

test("a host that the document leaves open has to be named", async () => {
  const ran = await run(["gr4vy", "--environment", "sandbox"]);
  expect(ran.exitCode).toBe(2);
  expect(ran.err).toContain(
    "https://api.sandbox.{gr4vy_id}.gr4vy.app, is not known: give --server gr4vy_id=…",
  );
  expect(ran.err).toContain("Name of your instance");
});

test("a missing credential names its variable and what it is", async () => {
  const ran = await run(["turbosmtp"], { environment: {} });
  expect(ran.exitCode).toBe(2);
  expect(ran.err).toContain("set TURBOSMTP_API_KEY in the environment");
  expect(ran.err).toContain("The API key that logging in with mail address and password gives");
});

test("server and environment make the address", async () => {
  const ran = await run(["gr4vy", "--environment", "sandbox", "--server", "gr4vy_id=acme", "--dry-run"]);
  expect(ran.out).toContain("Calls would go to https://api.sandbox.acme.gr4vy.app.");
});

test("without a connection the run ends after one call, and says what to look at", async () => {
  const ran = await run([
    "automox",
    "--base-url",
    `http://127.0.0.1:${await closedPort()}`,
    "--arg",
    "userId=1",
    "--arg",
    "o=2",
  ]);
  expect(ran.exitCode).toBe(3);
  expect(ran.report?.requests).toBe(1);
  expect(ran.out).toContain("ECONNREFUSED");
  expect(ran.report?.checks[0]?.reason).toContain(
    "Is there a network, and is the address right (--base-url)?",
  );
});

test("--help is no mistake, and tells the providers and the exit codes", async () => {
  const ran = await run(["--help"]);
  expect(ran.exitCode).toBe(0);
  expect(ran.out).toMatch(/automox, cartovista,\s+gr4vy, occam, turbosmtp/);
  expect(ran.out).toContain("Exit codes:");
});

test("--json prints nothing but the report", async () => {
  const ran = await run([
    "automox",
    "--base-url",
    `http://127.0.0.1:${await closedPort()}`,
    "--arg",
    "userId=1",
    "--arg",
    "o=2",
    "--json",
  ]);
  expect(JSON.parse(ran.out)).toEqual(ran.report);
});

/** A port that nobody listens on. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
