import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { startVitest } from "vitest/node";
import { describeContract } from "../src/index.ts";
import { contractOf } from "./check-document.ts";
import { writeTypeTest } from "./type-test.ts";
import { keysDocument } from "./keys-document.ts";
import { keysPackage } from "./keys-package.ts";

const spec = join(await mkdtemp(join(tmpdir(), "contract-")), "keys.json");
await writeFile(spec, JSON.stringify(keysDocument));

// As a generated package has it: every cell is a green test here.
const { client, exports } = keysPackage();
const types = await writeTypeTest((await contractOf(keysDocument)).cells);
describeContract({ spec: pathToFileURL(spec), name: "keys", client, package: exports, types });

test("a broken package fails the run, with the whole story in the message", async () => {
  const vitest = await startVitest("test", [], {
    root: fileURLToPath(new URL("broken", import.meta.url)),
    include: ["*.contract.ts"],
    config: false,
    watch: false,
    reporters: [{}],
    env: { KEYS_SPEC: pathToFileURL(spec).href, KEYS_TYPES: types.href },
  });
  const [module] = vitest.state.getTestModules();
  const failed = [...(module?.children.allTests("failed") ?? [])];
  expect(failed.map(({ fullName }) => fullName)).toEqual([
    "contract of keys > getKey > 404 application/json notFound",
    "contract of keys > getKey > 404 application/json expired",
    "contract of keys > updateKey > 404 application/json notFound",
    "contract of keys > updateKey > 404 application/json expired",
  ]);
  const [error] = failed[0]?.result().errors ?? [];
  expect(error?.message).toContain("the call rejects another class of error [at fault: client]");
  expect([...(module?.children.allTests("passed") ?? [])].length).toBeGreaterThan(30);
  await vitest.close();
});
