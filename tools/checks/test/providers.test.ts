import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

/** Providers come and go: no package of the workspace may need one of them by name. */

interface Manifest {
  readonly name: string;
  readonly keysmith?: object;
  readonly dependencies?: object;
  readonly devDependencies?: object;
  readonly peerDependencies?: object;
}

const ROOT = resolve(import.meta.dirname, "../../..");
const manifests = globSync("{packages,tools}/*/package.json", { cwd: ROOT }).map(
  (file) => JSON.parse(readFileSync(join(ROOT, file), "utf8")) as Manifest,
);

test("no package depends on a provider's: removing its document would break the install", () => {
  const providers = manifests.filter(({ keysmith }) => keysmith !== undefined).map(({ name }) => name);
  const dependants = manifests.flatMap(({ name, dependencies, devDependencies, peerDependencies }) => {
    const needed = Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies });
    return needed.filter((one) => providers.includes(one)).map((one) => `${name} depends on ${one}`);
  });
  expect(manifests.length).toBeGreaterThan(providers.length);
  expect(dependants).toEqual([]);
});
