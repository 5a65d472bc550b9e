import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("a name that is no package, or another option, ends with 2 and says what there is", () => {
  const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [main, "nobody", "--upate"], { encoding: "utf8" });
  expect(stderr).toMatch(
    /^Unknown: nobody, --upate\. Expected names of packages \(.*automox.*\) and --update\.\n$/,
  );
  expect(status).toBe(2);
});
