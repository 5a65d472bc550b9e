import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { startMock } from "@keysmith/mock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { install, TSC } from "./installed.ts";

/** What the README of the mock shows is run as its reader would, in a folder of its own. */

/** The provider that the READMEs show. Without it they show nothing that could be run. */
const SHOWN = "automox";
const isThere = existsSync(resolve(import.meta.dirname, "../../../packages", SHOWN));

const README = resolve(import.meta.dirname, "../../../packages/mock/README.md");
const blocks = [...(await readFile(README, "utf8")).matchAll(/^```js\n(.*?)^```/gms)].map(
  ([, code = ""]) => code,
);

/** What the shorter examples take for granted. */
const PRELUDE = `
import { createAutomox } from "@keysmith/automox";
import { mockAutomox } from "@keysmith/automox/mock";
import { startMock } from "@keysmith/mock";
const mock = mockAutomox();
const automox = createAutomox({ fetch: mock, auth: { bearerAuth: "anything" } });
await automox.createUserApiKey({ userId: 1, o: 2, body: { name: "deploy" } });
await automox.getUserApiKey({ userId: 1, o: 2, id: 3 });
`;

describe.runIf(isThere)("the README of the mock", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "keysmith-readme-"));
    await install(folder, SHOWN);
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function run(...args: readonly string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, [...args], {
      cwd: folder,
      // The reader's own tests are not run by another test runner.
      env: { ...process.env, NODE_TEST_CONTEXT: undefined },
    });
    return stdout;
  }

  test("the key rotation of the first five minutes passes as printed", async () => {
    const [application = "", itsTest = ""] = blocks;
    await writeFile(join(folder, "rotate.mjs"), application);
    await writeFile(join(folder, "rotate.test.mjs"), itsTest);
    expect(await run("--test", "--test-reporter=tap")).toMatch(/^# pass 3$/m);
  });

  test("everything else runs too", async () => {
    const others = blocks.slice(2);
    expect(others.length).toBeGreaterThanOrEqual(5);
    await using server = await startMock({ provider: SHOWN });
    for (const [index, code] of others.entries()) {
      const imports = code.match(/^import .*$/gm) ?? [];
      // A block of its own: what it declares wins over the names of the prelude.
      const body = code.replaceAll(/^import .*$/gm, "");
      const program = `${PRELUDE}${imports.join("\n")}\n{\n${body}}\n`;
      const file = join(folder, `example-${index}.mjs`);
      await writeFile(file, program.replace("http://127.0.0.1:4010", server.url));
      await expect(run(file)).resolves.toBe("");
    }
  });

  test("a program that uses a client and its mock compiles, whether it has the DOM's types or not", async () => {
    const program = `
import { createAutomox, type ApiKey } from "@keysmith/automox";
import { mockAutomox } from "@keysmith/automox/mock";
const mock = mockAutomox({ stateful: true });
mock.on("getUserApiKey").reply(200, { body: (key) => ({ ...key, name: "other" }) });
const automox = createAutomox({ fetch: mock, auth: { bearerAuth: "anything" } });
export const key: Promise<ApiKey> = automox.getUserApiKey({ userId: 1, o: 2, id: 3 });
export const answered: number | undefined = mock.calls("getUserApiKey")[0]?.answer.status;
`;
    await writeFile(join(folder, "program.mts"), program);
    const options = [
      "--strict",
      "--exactOptionalPropertyTypes",
      "--module",
      "nodenext",
      "--types",
      "node",
      "--noEmit",
    ];
    await Promise.all(
      ["es2023", "es2023,dom,dom.iterable,dom.asynciterable"].map(async (lib) => {
        await expect(run(TSC, ...options, "--lib", lib, "program.mts")).resolves.toBe("");
      }),
    );
  });
});
