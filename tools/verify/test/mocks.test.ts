import { findWorkspace } from "@keysmith/generator";
import { startMock } from "@keysmith/mock";
import { expect, test } from "vitest";
import { loadProvider } from "../src/provider.ts";
import { driftsOf, run } from "./run.ts";

/** A mock of the document cannot drift from it. */

const ID = "11111111-1111-4111-8111-111111111111";

/** What lists take; everything else comes from what they answer. */
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  automox: ["userId=1", "o=2", "getOrganizationApiKeys.id=2"],
  cartovista: ["tenantUrlCode=acme", `UserIdentifier=${ID}`],
};

const providers = [...(findWorkspace(import.meta.dirname)?.specs.keys() ?? [])];

function argumentsOf(provider: string): readonly string[] {
  return (GIVEN[provider] ?? []).flatMap((pair) => ["--arg", pair]);
}

test.each(providers)("%s does not drift from its mock", async (provider) => {
  await using mock = await startMock({ provider });
  const ran = await run([provider, "--base-url", mock.url, ...argumentsOf(provider)]);
  expect(ran.report?.checks.flatMap(({ operation, check }) => driftsOf(ran, operation, check))).toEqual([]);
  const unchecked = ran.report?.checks.filter(
    ({ method, verdict }) => method === "GET" && verdict !== "same",
  );
  expect(unchecked).toEqual([]);
  expect(ran.report?.counts.same).toBeGreaterThan(1);
  expect(ran.exitCode).toBe(0);
});

test.each(providers)(
  "every operation of %s is verified with --allow-writes, and nothing is left",
  async (provider) => {
    await using mock = await startMock({ provider, stateful: true });
    const ran = await run([provider, "--base-url", mock.url, "--allow-writes", ...argumentsOf(provider)]);
    expect(ran.report?.checks.filter(({ verdict }) => verdict !== "same")).toEqual([]);
    const all = await operationsOf(provider);
    expect(new Set(ran.report?.checks.map(({ operation }) => operation))).toEqual(all);
    expect(ran.report?.leftBehind).toEqual([]);
    expect(ran.exitCode).toBe(0);
  },
);

async function operationsOf(provider: string): Promise<ReadonlySet<string>> {
  const { api } = await loadProvider(provider, "src/index.ts");
  return new Set(api.operations.map(({ id }) => id));
}
