import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { startVitest } from "vitest/node";
import { describeContract } from "../src/index.ts";
import { contractOf } from "./check-document.ts";
import { writeTypeTest } from "./type-test.ts";
import { changed, keysDocument } from "./keys-document.ts";
import { keysPackage } from "./keys-package.ts";

const folder = await mkdtemp(join(tmpdir(), "contract-"));
const spec = join(folder, "keys.json");
await writeFile(spec, JSON.stringify(keysDocument));

// As a generated package has it: every cell is a green test here.
const { client, exports } = keysPackage();
const types = await writeTypeTest((await contractOf(keysDocument)).cells);
describeContract({ spec: pathToFileURL(spec), name: "keys", client, package: exports, types });

/** Runs a file of `broken/` in a vitest of its own. */
async function run(
  file: string,
  env: Readonly<Record<string, string>>,
  update?: "all",
): Promise<{
  readonly passed: number;
  readonly failed: readonly (readonly [name: string, message: string])[];
}> {
  const vitest = await startVitest("test", [file], {
    root: fileURLToPath(new URL("broken", import.meta.url)),
    include: ["*.contract.ts"],
    config: false,
    watch: false,
    reporters: [{}],
    env: { KEYS_SPEC: pathToFileURL(spec).href, KEYS_TYPES: types.href, ...env },
    ...(update && { update }),
  });
  const [module] = vitest.state.getTestModules();
  const failed = [...(module?.children.allTests("failed") ?? [])].map(
    (each) => [each.fullName, each.result().errors?.[0]?.message ?? ""] as const,
  );
  const passed = [...(module?.children.allTests("passed") ?? [])].length;
  await vitest.close();
  return { passed, failed };
}

test("a broken package fails the run, with the whole story in the message", async () => {
  const { passed, failed } = await run("keys.contract", {});
  expect(failed.map(([name]) => name)).toEqual([
    "contract of keys > getKey > 404 application/json notFound",
    "contract of keys > getKey > 404 application/json expired",
    "contract of keys > updateKey > 404 application/json notFound",
    "contract of keys > updateKey > 404 application/json expired",
  ]);
  expect(failed[0]?.[1]).toContain("the call rejects another class of error [at fault: client]");
  expect(failed[0]?.[1]).toContain("  x-id: [redacted]");
  expect(passed).toBeGreaterThan(30);
});

test("a report that differs fails the run, and one that promises more is not lowered by an update", async () => {
  const report = join(folder, "contract.md");
  // Of one operation: what is told here is told of any number.
  const document = changed(({ paths }) => {
    for (const path of Object.keys(paths)) if (path !== "/ping") Reflect.deleteProperty(paths, path);
  });
  await writeFile(join(folder, "ping.json"), JSON.stringify(document));
  const env = {
    KEYS_SPEC: pathToFileURL(join(folder, "ping.json")).href,
    KEYS_REPORT: pathToFileURL(report).href,
  };
  await writeFile(report, "# Another one\n");
  expect((await run("floor.contract", env)).failed.map(([name]) => name)).toEqual([
    "contract of keys > docs/contract.md is what this run found; `pnpm contract keys --update` writes it anew",
  ]);

  const higher = "| Operation | requests |\n| --- | --: |\n| `ping` | 3/3 |\n";
  await writeFile(report, higher);
  const [[, message = ""] = []] = (await run("floor.contract", env, "all")).failed;
  expect(message).toContain("ping: 3 requests were checked, now 2 are");
  expect(message).toContain("delete docs/contract.md and run `pnpm contract keys --update`");
  expect(await readFile(report, "utf8")).toBe(higher);
});
